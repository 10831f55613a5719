"""Bytes become values, one file at a time: front matter and Markdown."""
