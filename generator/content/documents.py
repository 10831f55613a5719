"""One file of `content/` becomes one document."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Generic, TypeVar, cast

from msgspec import Struct, field

from generator.content.conflicts import conflicts
from generator.content.findings import Origin
from generator.content.front_matter import Parts, split
from generator.content.keys import Table, table_for
from generator.content.markdown import parse_body
from generator.content.posting import complete_posting
from generator.content.records import Record, read_record
from generator.content.settings import ParseSettings
from generator.content.source import Source, decode
from generator.content.values.names import parse_language
from generator.content.yaml.loader import load
from generator.content.yaml.nodes import MapNode, TextNode
from generator.diagnostics.codes import front_matter as codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.model import files
from generator.model.documents import (
    Article,
    Body,
    CategoryPage,
    Document,
    Identity,
    LocationPage,
    Page,
    Posting,
    Snippet,
    Spans,
)
from generator.model.files import FILE_KINDS, FileKind, kind_of
from generator.model.slugs import slugify

D = TypeVar("D", covariant=True)
Diagnostics = tuple[Diagnostic, ...]


class Parsed(Struct, Generic[D], frozen=True):
    """A file's document, its HTML in pieces, its problems.

    With errors the document still stands for the file among the others, so that a slip here makes no
    false alarm elsewhere; None where not even its name can be told.
    """

    document: D | None
    html: tuple[str, ...] = ()
    diagnostics: Diagnostics = ()


Complete = Callable[[Record, str], tuple[Mapping[str, Any], Diagnostics]]


def _as_read(record: Record, _stem: str) -> tuple[Mapping[str, Any], Diagnostics]:
    return record.values, ()


class _Reading(Struct, frozen=True):
    """How the files of one kind are read."""

    kind: FileKind
    make: Callable[..., Document]
    complete: Complete = _as_read
    # What stands in for a required field that can't be read; without it there is no document.
    stand_ins: Mapping[str, Any] = field(default_factory=dict)
    is_own: bool = True
    needs_front_matter: bool = True


_POSTING = _Reading(
    files.POSTING, Posting, complete_posting, {"title": "", "category": (), "posted": date.min}
)
_READINGS = {
    reading.kind.name: reading
    for reading in (
        _POSTING,
        _Reading(files.CATEGORY, CategoryPage),
        _Reading(files.LOCATION, LocationPage),
        _Reading(files.ARTICLE, Article, stand_ins={"title": "", "date": date.min}),
        _Reading(files.PAGE, Page, stand_ins={"title": ""}),
        _Reading(files.SNIPPET, Snippet, is_own=False, needs_front_matter=False),
    )
}
_TABLES = {kind.name: table_for(kind.fields) for kind in FILE_KINDS}


class Opened(Struct, frozen=True):
    """A file whose front matter is read, and whose words, in `parts`, wait; None where it can't be read."""

    reading: _Reading
    identity: Identity
    language: str
    record: Record
    values: Mapping[str, Any]
    parts: Parts | None
    diagnostics: Diagnostics
    phrases: tuple[str, ...] = ()


def parse_document(path: str, data: bytes, settings: ParseSettings) -> Parsed[Document]:
    """The document of a file such as `content/articles/a-quiet-week.md`; its folder says which kind."""
    return parse_words(open_document(path, data, settings))


def open_document(path: str, data: bytes, settings: ParseSettings) -> Opened:
    """The first half of `parse_document`: the front matter."""
    kind = kind_of(path)
    if kind is None:
        raise ValueError(f"{path} is in none of the folders {', '.join(k.folder for k in FILE_KINDS)}")
    return _open(path, data, settings, _READINGS[kind.name])


def parse_words(opened: Opened) -> Parsed[Document]:
    """The second half: the words, and with them the document."""
    reading, identity, record, parts = opened.reading, opened.identity, opened.record, opened.parts
    if parts is None:
        document = _document(reading, identity, record, opened.values, Body())
        return Parsed(document, ("",), opened.diagnostics)
    path = record.spans.path
    result = parse_body(parts.body, parts.body_line, opened.language, path, reading.is_own, opened.phrases)
    document = _document(reading, identity, record, opened.values, result.body)
    return Parsed(document, result.html, (*opened.diagnostics, *result.diagnostics))


def parse_posting(path: str, data: bytes, settings: ParseSettings) -> Parsed[Posting]:
    """The posting of a file."""
    return cast("Parsed[Posting]", parse_words(_open(path, data, settings, _POSTING)))


def identity_of(path: str, settings: ParseSettings) -> Identity:
    """Stem and language by the file's name: `name.fr.md` is French where the site has French."""
    stem = path.rpartition("/")[2].removesuffix(".md")
    name, _, tag = stem.rpartition(".")
    for language in settings.languages if name else ():
        if tag.casefold() == language.casefold():
            return Identity(name, language)
    return Identity(stem, settings.language)


def _open(path: str, data: bytes, settings: ParseSettings, reading: _Reading) -> Opened:
    identity = identity_of(path, settings)
    unread = Record({}, {}, Spans(path), ())
    parts, found = _parts(path, data, reading)
    if parts is None:
        return Opened(reading, identity, identity.language, unread, {}, None, found)
    mapping, problems = load(path, parts.front, parts.front_line)
    table = _TABLES[reading.kind.name]
    language = _language(mapping, table, identity)
    if mapping is None:
        problems = (*found, *problems)
        return Opened(reading, identity, language, unread, {}, parts, problems, settings.phrases)
    origin = Origin(path, language, parts.front, parts.front_line)
    record = read_record(mapping, table, origin, takes_extra=reading.kind.takes_extra)
    values, contradictions = reading.complete(record, identity.stem)
    problems = (*found, *problems, *record.diagnostics, *contradictions, *_undescribed(record))
    return Opened(reading, identity, language, record, values, parts, problems, settings.phrases)


def _undescribed(record: Record) -> Iterator[Diagnostic]:
    """A picture of which the file doesn't say what it shows, nor that this doesn't matter."""
    if record.values.get("image") and "image_alt" not in record.spans:
        message = "`image` has no `image_alt` beside it"
        hint = (
            "say what it shows, as in `image_alt: Two people at a workbench`;"
            ' if it is mere decoration, write `image_alt: ""`'
        )
        yield Diagnostic(codes.IMAGE_WITHOUT_WORDS, message, hint, record.spans.at("image"))


def _parts(path: str, data: bytes, reading: _Reading) -> tuple[Parts | None, Diagnostics]:
    """The two parts of a file, None where it can't be taken apart; and what is wrong with the whole."""
    source = decode(path, data)
    if not isinstance(source, Source):
        return None, (source,)
    found, parts = conflicts(source), split(source, not reading.needs_front_matter)
    if found and not (isinstance(parts, Parts) and all(p.at and p.at.line >= parts.body_line for p in found)):
        return None, found  # what YAML says of it would only hide that
    return (parts, found) if isinstance(parts, Parts) else (None, (parts,))


def _document(
    reading: _Reading, identity: Identity, record: Record, values: Mapping[str, Any], body: Body
) -> Document | None:
    """The document, as far as the file could be read; None without what it is known by."""
    known = {**reading.stand_ins, **values}
    if not all(name in known for name in _TABLES[reading.kind.name].required):
        return None
    more: dict[str, Any] = {"extra": record.extra} if reading.kind.takes_extra else {}
    if reading.make is CategoryPage:
        more["folders"] = _folders(record.spans.path)
    return reading.make(identity=identity, spans=record.spans, body=body, **known, **more)


def _folders(path: str) -> tuple[str, ...]:
    return tuple(slugify(folder) for folder in path.split("/")[2:-1])


def _language(mapping: MapNode | None, table: Table, identity: Identity) -> str:
    """The language the file says it is in; its figures and quotes are read by that one."""
    if mapping is None or "language" not in table.by_key:
        return identity.language
    row = table.by_key["language"]
    for entry in mapping.entries:
        if table.find(entry.key.text) is row and isinstance(entry.value, TextNode):
            found = parse_language(entry.value.text, identity.language)
            return found if isinstance(found, str) else identity.language
    return identity.language
