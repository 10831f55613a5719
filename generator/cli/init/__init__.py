"""`openings init`."""

from generator.cli.init.entry import command

__all__ = ["command"]
