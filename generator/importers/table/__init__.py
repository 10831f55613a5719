"""A table with a row a posting, as spreadsheets write it."""
