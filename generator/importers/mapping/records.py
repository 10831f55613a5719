"""What a source has before anybody said what it means: fields by the source's own names, all of them text."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from generator.content.controls import without_controls

# What a folder knows of a file besides what stands in it; no field is called so by accident.
STEM, FOLDER, DATE = "file.stem", "file.folder", "file.date"
# Lists and maps in each other, and texts of one record: far more than anybody writes for a posting.
MAX_DEPTH = 20
MAX_VALUES = 10_000

MARKDOWN, HTML, TEXT = "markdown", "html", "text"
FORMATS = (HTML, MARKDOWN, TEXT)


class SourceRecord(Struct, frozen=True):
    """One posting of a source; `where` names it for people, `id` is empty where only its values tell it.

    A field of a field is called `location.city`. `body` is what stood below the fields, in a `format`
    of `FORMATS`; `body_line` is the line of the file it begins on, 0 where it is no file's.
    """

    id: str
    where: str
    fields: Mapping[str, tuple[str, ...]]
    body: str = ""
    format: str = MARKDOWN
    body_line: int = 0
    notes: tuple[str, ...] = ()


class SourceRecords(Struct, frozen=True):
    """All records of a source in its order; `problems` are sentences about what isn't among them.

    `unread` is what is known of records that are there and can't be read. `unit` is what people call one of
    them, and `units` several; `columns` are fields that are there even where no record says anything in them.
    `notes` are sentences about the source as a whole.
    """

    records: tuple[SourceRecord, ...]
    problems: tuple[str, ...] = ()
    unread: tuple[SourceRecord, ...] = ()
    unit: str = "file"
    units: str = "files"
    columns: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def counted(self) -> str:
        """How many there are, such as `1 row` or `1,204 files`."""
        count = len(self.records)
        return f"{count:,} {self.unit if count == 1 else self.units}"

    def names(self) -> tuple[str, ...]:
        """The names of all fields, in the order in which they are met."""
        met = (name for record in self.records for name in record.fields)
        return tuple(dict.fromkeys((*self.columns, *met)))

    def values(self, name: str) -> tuple[str, ...]:
        """Every text that a field holds anywhere."""
        return tuple(text for record in self.records for text in record.fields.get(name, ()))


class UnreadableError(Exception):
    """A record isn't in its format; `line` counts from 1, 0 where it isn't known."""

    def __init__(self, why: str, line: int = 0) -> None:
        super().__init__(why)
        self.why = why
        self.line = line


def too_large() -> UnreadableError:
    """The error for more lists and maps, or deeper ones, than a person writes."""
    return UnreadableError("its fields are too many or too deep")


def flatten(values: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The texts of maps and lists by their dotted names; what says nothing is left out."""
    found: dict[str, list[str]] = {}
    for count, (name, text) in enumerate(_texts("", values, 0)):
        if count == MAX_VALUES:
            raise too_large()
        found.setdefault(name, []).append(text)
    return {name: tuple(texts) for name, texts in found.items()}


def _texts(name: str, value: Any, depth: int) -> Iterator[tuple[str, str]]:
    if depth > MAX_DEPTH:
        raise too_large()
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(f"{name}.{_plain(key)}" if name else _plain(key), inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(name, inner, depth + 1)
    elif value is not None and (text := _plain(value)):
        yield name, text


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    # JSON can hold halves of characters, which no file can.
    return without_controls(str(value).encode("utf-8", "replace").decode()).strip()
