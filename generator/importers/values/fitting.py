"""What our own reader takes: nothing else is written, whatever a source says."""

from collections.abc import Mapping, Sequence

from generator.content.values import PARSERS
from generator.content.values.problem import Problem
from generator.diagnostics.diagnostic import Severity
from generator.importers.imported import Value
from generator.model.files import POSTING
from generator.model.kinds import Choice, Either, Kind, ListOf, Plain

_KINDS: Mapping[str, Kind] = {field.name: field.kind for field in POSTING.fields}
# What an address's parser would write instead is the same address; anything else is a reading to tell of.
_SAME = frozenset(("url-path", "apply", "url", "identifier", "hours", "asset", "stem", "language"))


def fitting(fields: Mapping[str, Value], language: str) -> tuple[dict[str, Value], tuple[str, ...]]:
    """The fields with those values alone that can be read back, and notes about the others."""
    kept: dict[str, Value] = {}
    notes: list[str] = []
    for name, value in fields.items():
        texts = (value,) if isinstance(value, str) else value
        read = [fitted(plain_kind(_KINDS[name]), text, language) for text in texts]
        found = tuple(dict.fromkeys(text for values, _ in read for text in values))
        notes += [f"`{name}`: {note}" for _, note in read if note]
        if found:
            kept[name] = found[0] if isinstance(value, str) else found
    return kept, tuple(notes)


def missing(fields: Mapping[str, object]) -> Sequence[str]:
    """The fields that a posting can't be without, and that are empty."""
    needed = [field.name for field in POSTING.fields if field.required]
    is_remote = fields.get("remote") in ("yes", ("yes",))
    return [name for name in (*needed, "remote_from" if is_remote else "location") if not fields.get(name)]


def plain_kind(kind: Kind) -> Plain | Choice:
    """The kind of a field's single values."""
    match kind:
        case ListOf(item=item):
            return plain_kind(item)
        case Either(plain=plain):
            return plain
        case Plain() | Choice():
            return kind
        case _:
            raise ValueError(f"{kind} has no single value")


def fitted(kind: Plain | Choice, text: str, language: str) -> tuple[tuple[str, ...], str]:
    """The text as it can be read back, and a remark on it; nothing and the reason where it can't be."""
    if isinstance(kind, Choice):
        return (text,), ""
    found = PARSERS[kind.name](text, language)
    if not isinstance(found, Problem):
        return (found if isinstance(found, str) and kind.name != "area" else text,), ""
    if found.code.severity is not Severity.ERROR and found.value is not None:
        return (text,), ""
    if found.instead and not isinstance(PARSERS[kind.name](found.instead, language), Problem):
        told = "" if kind.name in _SAME else f"`{text}` is read as `{found.instead}`"
        return (found.instead,), told
    return (), f"{found.message}, and is left out"
