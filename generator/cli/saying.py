"""Sentences on their way to the terminal: numbers and nouns as English wants them, nothing that acts."""

import click

from generator.diagnostics.formats.visible import visible


def count(number: int, noun: str) -> str:
    """The number with its noun, such as `1 file` or `1,204 files`."""
    return f"{number:,} {noun if number == 1 else f'{noun}s'}"


def with_article(noun: str) -> str:
    """The noun behind its article, such as `an article`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def say(text: str, err: bool = False) -> None:
    """Prints a line; names of files and fields from strangers can't act on the terminal."""
    click.echo(visible(text), err=err)
