"""Values as other systems write them, in the way that our front matter does; what can't be read is told."""

import html
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.content.controls import is_blank
from generator.importers.cleaning.spaces import line
from generator.importers.values.fitting import fitted, plain_kind
from generator.importers.values.spelled import spelled
from generator.importers.values.words import name
from generator.importers.values.written_days import read_day
from generator.model.kinds import Choice, Field, Kind, ListOf, Plain
from generator.model.plain import CATEGORY, PLACE

# Where one of these is, the text is HTML.
_CLOSING = re.compile(r"</[a-z][a-z0-9]*\s*>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
# Longer than this is no value but a text.
LONGEST = 1000
_LISTED = re.compile(r"\s*[;|\n]\s*|,\s+")
_LINES = re.compile(r"\s*[;|\n]\s*")
# Kinds whose single values have commas or bars in them.
_WITH_COMMAS = (CATEGORY, PLACE)
_PATTERN = re.compile(r"/:[a-z]")


class Found(Struct, frozen=True):
    """Texts as front matter writes them, and sentences about those left out or read as something else."""

    values: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_values(field: Field, texts: Sequence[str], language: str, order: str = "") -> Found:
    """What a posting's field says by these texts; a field for one value takes the first that can be read.

    `order` is how days are written that could be two, as `day-month-year`.
    """
    several = isinstance(field.kind, ListOf)
    pieces = [piece for text in texts for piece in _pieces(field.kind, text)]
    values: dict[str, None] = {}
    notes: list[str] = []
    for piece in pieces:
        found, note = _read(plain_kind(field.kind), piece, language, order)
        values.update(dict.fromkeys(found))
        notes += [f"`{field.name}`: {note}"] if note else []
        if values and not several:
            break
    kept = tuple(values) if several else tuple(values)[:1]
    return Found(kept, tuple(dict.fromkeys(notes)))


def _pieces(kind: Kind, text: str) -> Iterator[str]:
    """The values that a text lists, where the field may hold several."""
    splits = _LISTED if isinstance(kind, ListOf) else None
    if isinstance(kind, ListOf) and kind.item in _WITH_COMMAS:
        splits = _LINES
    whole = html.unescape(text)  # its entities end in semicolons
    parts = splits.split(whole) if splits else (whole,)
    yield from (part for part in map(line, parts) if part and not is_blank(part))


def _read(kind: Plain | Choice, text: str, language: str, order: str) -> tuple[tuple[str, ...], str]:
    """What a text says, and a remark on it; nothing and the reason where it can't be read."""
    if isinstance(kind, Choice):
        return spelled(kind.vocabulary, text)
    if len(text) > LONGEST:
        return (), f"a text of {len(text)} characters is left out"
    if kind.name == "text" and _CLOSING.search(text):
        return (name(_TAG.sub(" ", text)),), ""
    if kind.name == "date":
        return read_day(text, language, order)
    if kind.name == "url-path" and _PATTERN.search(text):
        return (), f"`{text}` is a pattern and no address, and is left out"
    return fitted(kind, text, language)
