"""What job boards write, as our fields write it."""
