"""`openings new`."""

from generator.cli.new.entry import command

__all__ = ["command"]
