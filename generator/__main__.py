"""`python -m generator` is `openings`."""

from generator.cli import main

main()
