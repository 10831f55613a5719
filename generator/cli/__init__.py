"""Flags in, text and exit codes out."""
