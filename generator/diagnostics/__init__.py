"""What is wrong, where, and how to mend it; one renderer per output format."""
