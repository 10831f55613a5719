"""`openings list`."""

from generator.cli.list.entry import command

__all__ = ["command"]
