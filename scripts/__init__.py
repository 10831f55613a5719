"""What makes the files that ship and that no build makes."""
