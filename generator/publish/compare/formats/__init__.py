"""One module an output format: each has `render`, which makes a text of changes."""
