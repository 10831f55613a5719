"""What builds start from: the files of the site and of its theme, and the day."""
