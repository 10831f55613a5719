"""Flags in, text and exit codes out."""

from generator.cli.main import main

__all__ = ["main"]
