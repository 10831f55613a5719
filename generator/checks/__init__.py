"""Rules over a whole site and over what was built."""
