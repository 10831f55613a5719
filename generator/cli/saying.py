"""Sentences on their way to the terminal: numbers and nouns as English wants them, nothing that acts."""

import os
from datetime import date

import click

from generator.diagnostics.formats.visible import visible

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def with_article(noun: str) -> str:
    """The noun behind its article, such as `an article`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def dated(day: date) -> str:
    """The day with its weekday, such as `2026-03-16 (Mon)`."""
    return f"{day} ({_WEEKDAYS[day.weekday()]})"


def failure(error: OSError) -> str:
    """What the system refused, behind the path if it names one: "`output/x`: permission denied"."""
    reason = (error.strerror or str(error) or type(error).__name__).rstrip(".")
    reason = reason[:1].lower() + reason[1:]
    path = error.filename if error.filename2 is None else error.filename2
    return f"`{os.fsdecode(path)}`: {reason}" if isinstance(path, str | bytes | os.PathLike) else reason


def say(text: str, err: bool = False) -> None:
    """Prints a line; names of files and fields from strangers can't act on the terminal."""
    click.echo(visible(text), err=err)
