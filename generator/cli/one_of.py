"""A word out of a few, on the command line."""

from typing import Any

import click

from generator.diagnostics.suggest import did_you_mean


class OneOf(click.Choice[str]):
    """One of the words given; for another one it says which was meant."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word; a wrong usage with a suggestion, or with all words, where it is none of them."""
        if value in self.choices:
            return str(value)
        message = f"`{value}` is no {_told(param)}; {did_you_mean(str(value), self.choices, self._all())}"
        raise click.UsageError(message, ctx)

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        """What could be written, in the form that errors of the command line take apart."""
        return f"; {self._all()}"

    def _all(self) -> str:
        return f"write one of {', '.join(self.choices)}"


def _told(param: click.Parameter | None) -> str:
    """What the word stands for: `value of --format`, or the name of an argument."""
    if isinstance(param, click.Option):
        return f"value of `{param.opts[0]}`"
    return str(param.name) if param and param.name else "word"
