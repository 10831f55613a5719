"""Questions on a terminal, each asked again until the answer can stand in a file."""

from collections.abc import Sequence

import click

from generator.cli.new.objections import objection, takes_several
from generator.content.writing.yaml_text import Value
from generator.diagnostics.formats.visible import visible
from generator.model.kinds import Field

_MOST_SHOWN = 30


def ask(field: Field, question: str, language: str, choices: Sequence[str] = (), default: str = "") -> Value:
    """The answer, several values as a tuple; empty where the field isn't required and nothing is typed."""
    _show(choices)
    return _answer(field, question, language, choices, default)


def ask_until_given(field: Field, question: str, language: str, choices: Sequence[str] = ()) -> Value:
    """The answer, asked for again while it is empty."""
    _show(choices)
    while not (value := _answer(field, question, language, choices, "")):
        click.echo("  this one is needed")
    return value


def _show(choices: Sequence[str]) -> None:
    for number, choice in enumerate(choices[:_MOST_SHOWN], 1):
        click.echo(f"  {number:>2}  {visible(choice)}")


def _answer(field: Field, question: str, language: str, choices: Sequence[str], default: str) -> Value:
    hint = " (a number, or another one; several with ; between)" if choices else ""

    def judged(text: str) -> tuple[str, ...]:
        values = _values(text, choices) if takes_several(field) or choices else (text.strip(),)
        for value in filter(None, values):
            if problem := objection(field, value, language):
                raise click.UsageError(problem)
        return tuple(filter(None, values))

    values: tuple[str, ...] = click.prompt(
        f"{question}{hint}", default=default, show_default=bool(default), value_proc=judged
    )
    return values if takes_several(field) else "".join(values[:1])


def _values(text: str, choices: Sequence[str]) -> tuple[str, ...]:
    """The parts between semicolons, numbers replaced by the choice they stand for."""
    parts = [part.strip() for part in text.split(";")]
    return tuple(_choice(part, choices) for part in parts)


def _choice(text: str, choices: Sequence[str]) -> str:
    if text.isdecimal() and 1 <= int(text) <= len(choices):
        return choices[int(text) - 1]
    return text
