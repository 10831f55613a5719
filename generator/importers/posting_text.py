"""New posting files as text."""

from collections.abc import Mapping

from generator.content.writing.yaml_text import Value, front_matter
from generator.importers.imported import Imported
from generator.model.files import POSTING

ORDER = tuple(field.name for field in POSTING.fields)


def file_fields(imported: Imported, identifier: str) -> dict[str, Value]:
    """The fields of a posting as its source has them, and the id that its file is found by."""
    return {**{name: value for name, value in imported.fields.items() if value}, "id": identifier}


def unsaid(fields: Mapping[str, Value], defaults: Mapping[str, Value]) -> dict[str, Value]:
    """The values given for fields that a source may leave out, as far as it does and a posting needs them."""
    is_remote = fields.get("remote") in ("yes", ("yes",))
    unneeded = {*fields, "location" if is_remote else "remote_from"}
    return {name: value for name, value in defaults.items() if name not in unneeded}


def new_posting(fields: Mapping[str, Value], body: str) -> bytes:
    """A new file: the fields in the usual order, those of a site's own behind them, and the words."""
    known = [(name, fields[name]) for name in ORDER if name in fields]
    extra = [(name, value) for name, value in fields.items() if name not in ORDER]
    text = front_matter([*known, *extra])
    return (f"{text}\n{body}" if body else text).encode("utf-8", "replace")


def neighbours(name: str) -> tuple[str, ...]:
    """The fields that a new line for this one goes behind, the nearest first."""
    at = ORDER.index(name) if name in ORDER else len(ORDER)
    return tuple(reversed(ORDER[:at]))
