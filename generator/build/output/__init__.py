"""Where built files go."""
