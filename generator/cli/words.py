"""What commands say in passing."""

import click

from generator.diagnostics.formats.visible import visible


def count(number: int, noun: str, plural: str = "") -> str:
    """The number with its noun, such as `1 file` or `1,204 files`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def say(text: str, err: bool = False) -> None:
    """Prints a line; names of files and fields from strangers can't act on the terminal."""
    click.echo(visible(text), err=err)
