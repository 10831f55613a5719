"""One module for each generator: how its site is written, built, and where its pages lie."""
