"""A posting's file and its source brought together, field by field, by what was imported last."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from generator.content.front_matter import Parts, split
from generator.content.keys import table_for
from generator.content.source import Source as Text
from generator.content.source import decode
from generator.content.writing.field_edit import Plain, field_value, put_field
from generator.content.writing.front_matter_edit import FrontMatter, read_front_matter, remove_field
from generator.content.writing.yaml_text import Value
from generator.importers.digests import (
    BODY,
    NOTHING,
    as_plain,
    body_digest,
    digest,
    filled,
    is_filled,
    last_digest,
)
from generator.importers.posting_text import neighbours
from generator.model.files import POSTING

TABLE = table_for(POSTING.fields)
# A source may count anything as a change of a posting: this follows where something else does.
_UPDATED = "updated"
# By its id a file is found; it is never changed.
_UNCOMPARED = frozenset((_UPDATED, "id"))
# A change of these is none of substance.
_ASIDE = frozenset(("apply", "posted", "requisition", "language"))


class Take(StrEnum):
    """Which side is right where both have changed."""

    NEITHER = ""
    FILE = "file"
    SOURCE = "source"


class Difference(Struct, frozen=True):
    """A field in which file and source differ: what each says, and whether both have changed it."""

    name: str
    here: str
    there: str
    is_conflict: bool = False


class Merged(Struct, frozen=True):
    """A file's bytes after the merge and the digests for the lock; what was taken over, and what differs."""

    data: bytes
    digests: Mapping[str, str]
    taken: tuple[str, ...] = ()
    differing: tuple[Difference, ...] = ()


class Known(Struct, frozen=True):
    """A posting's file and what was last imported into it."""

    path: str
    data: bytes
    digests: Mapping[str, str]


class Source(Struct, frozen=True):
    """What the source says, and `more`: values for fields that neither it nor the file has."""

    fields: Mapping[str, Value]
    body: str
    more: Mapping[str, Value] = field(default_factory=dict)

    def value(self, name: str) -> Value:
        """What goes into the file for a field; empty for one that the source hasn't."""
        return self.fields.get(name, "")

    def digests(self) -> dict[str, str]:
        """The digest of each field that counts, and of the words."""
        named = {name: value for name, value in self.fields.items() if name not in _UNCOMPARED}
        own = {name: digest(as_plain(value)) for name, value in named.items()}
        return {**own, BODY: body_digest(self.body)}

    def said(self) -> dict[str, str]:
        """The digests of what it has."""
        return {name: mark for name, mark in self.digests().items() if mark != NOTHING}


class How(Struct, frozen=True):
    """Which side wins where both have changed, and the day of the import."""

    take: Take
    today: date


def merge(known: Known, source: Source, how: How) -> Merged:
    """The file with what changed at the source alone; an OpeningsError where it can't be read or edited."""
    here = _Here(read_front_matter(known.path, known.data, TABLE), _body(known))
    changes = tuple(_changes(here, source.digests(), known.digests))
    taken = tuple(c.name for c in changes if c.is_theirs or (c.is_both and how.take is Take.SOURCE))
    differing = tuple(
        _difference(change, here, source, is_conflict=change.is_both and how.take is Take.NEITHER)
        for change in changes
        if change.name not in taken
    )
    added = tuple(name for name in source.more if not field_value(here.front, name))
    data = _edited(known, taken, source)
    for name in added:
        data = put_field(known.path, data, TABLE, name, source.more[name], neighbours(name))
    if not _ASIDE.issuperset(taken):
        data = _dated(known.path, data, str(source.value(_UPDATED)), how.today)
    given = {name: filled(digest(as_plain(source.more[name]))) for name in added}
    return Merged(data, _settled(known.digests, source, differing) | given, (*taken, *added), differing)


def _settled(base: Mapping[str, str], source: Source, differing: Iterable[Difference]) -> dict[str, str]:
    """The digests for the lock: the source's, and the former ones where a conflict isn't settled."""
    open_ones = {difference.name for difference in differing if difference.is_conflict}
    ours = {name: mark for name, mark in base.items() if is_filled(mark)}
    settled = {name: mark for name, mark in {**ours, **source.said()}.items() if name not in open_ones}
    return settled | {name: base[name] for name in open_ones if name in base}


class _Here(Struct, frozen=True):
    """What a file says."""

    front: FrontMatter
    body: str

    def value(self, name: str) -> Plain:
        return self.body if name == BODY else field_value(self.front, name)

    def digest(self, name: str) -> str:
        return body_digest(self.body) if name == BODY else digest(self.value(name))


class _Change(Struct, frozen=True):
    """A field in which file and source differ: whether the source alone, or both have changed it."""

    name: str
    is_theirs: bool
    is_both: bool


def _changes(here: _Here, there: Mapping[str, str], base: Mapping[str, str]) -> Iterator[_Change]:
    for name in dict.fromkeys((*there, *base)):
        ours, theirs, mark = here.digest(name), there.get(name, NOTHING), base.get(name, NOTHING)
        last = last_digest(mark)
        # What an import has filled in stays until the source says something itself.
        if ours != theirs and not (is_filled(mark) and theirs == NOTHING):
            yield _Change(name, is_theirs=ours == last, is_both=last not in (ours, theirs))


def _difference(change: _Change, here: _Here, source: Source, *, is_conflict: bool) -> Difference:
    if change.name == BODY:
        return Difference(BODY, "", "", is_conflict)
    said = shown(here.value(change.name)), shown(as_plain(source.value(change.name)))
    return Difference(change.name, *said, is_conflict)


def shown(value: Plain) -> str:
    """A value for people."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {shown(inner)}" for key, inner in value.items())
    return ", ".join(map(shown, value))


def _body(known: Known) -> str:
    text = decode(known.path, known.data)
    parts = split(text) if isinstance(text, Text) else text
    return parts.body if isinstance(parts, Parts) else ""


def _edited(known: Known, taken: Iterable[str], source: Source) -> bytes:
    """The file with the fields and words that are taken over."""
    data = known.data
    for name in taken:
        value = source.value(name)
        if name == BODY:
            data = _with_body(known.path, data, source.body)
        elif value:
            data = put_field(known.path, data, TABLE, name, value, neighbours(name))
        else:
            data = remove_field(known.path, data, TABLE, name)
    return data


def _with_body(path: str, data: bytes, body: str) -> bytes:
    front = read_front_matter(path, data, TABLE)
    ending = front.ending(front.first - 1)
    head = "".join(front.lines[: front.last + 1]).rstrip("\r\n")
    return f"{head}{ending}{ending}{body.replace(chr(10), ending)}".encode("utf-8", "replace")


def _dated(path: str, data: bytes, theirs: str, today: date) -> bytes:
    """The file with the day of its last change: the source's own, or today where that is no later one."""
    front = read_front_matter(path, data, TABLE)
    last = max(front.value(_UPDATED), front.value("posted"))
    day = theirs if theirs > last else today.isoformat()
    return put_field(path, data, TABLE, _UPDATED, day, neighbours(_UPDATED)) if day > last else data
