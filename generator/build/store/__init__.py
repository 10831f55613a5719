"""What former builds found out, and how it is kept."""
