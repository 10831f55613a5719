"""The site at one moment, and how it becomes the next."""
