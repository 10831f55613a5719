"""Why what somebody types can't stand in a field, by the parsers that will read the file."""

from msgspec.structs import replace

from generator.cli.parameters import complaint, encoding_complaint
from generator.content.values import PARSERS
from generator.content.values.problem import Problem
from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.suggest import did_you_mean
from generator.model.kinds import Choice, Either, Field, Kind, ListOf, Plain


def plain_kind(kind: Kind) -> Plain | Choice | None:
    """The kind of a field's single values; None for maps and free values."""
    match kind:
        case Plain() | Choice():
            return kind
        case Either(plain=plain):
            return plain
        case ListOf(item=item):
            return plain_kind(item)
        case _:
            return None


def takes_several(field: Field) -> bool:
    """Whether the field is a list."""
    return isinstance(field.kind, ListOf)


def objection(field: Field, text: str, language: str) -> str:
    """Why the text can't be a value of the field, as `message; hint`; empty where it can."""
    if problem := encoding_complaint(text):
        return problem
    kind = plain_kind(field.kind)
    if isinstance(kind, Choice):
        return _not_a_choice(kind, field.name, text)
    if kind is None:
        return ""
    found = PARSERS[kind.name](text, language)
    if isinstance(found, Problem) and found.code.severity is Severity.ERROR:
        return complaint(_for_one_value(found, field))
    return ""


def _for_one_value(problem: Problem, field: Field) -> Problem:
    """The problem with a hint that can be followed outside of a file, where there are no lines and maps."""
    if "{" not in problem.hint + problem.instead:
        return problem
    leave = "" if field.required else "leave it out, or "
    return replace(problem, hint=f"{leave}write it like `{field.example}`", instead="")


def _not_a_choice(kind: Choice, name: str, text: str) -> str:
    vocabulary = kind.vocabulary
    if vocabulary.find(text):
        return ""
    *first, last = vocabulary.words
    hint = did_you_mean(text, vocabulary.spellings(), f"write {', '.join(first)} or {last}")
    return f"`{name}` can't be `{text}`; {hint}"
