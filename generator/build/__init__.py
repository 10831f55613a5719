"""The pipeline; files, clock and processes."""
