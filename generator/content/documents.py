"""One file of `content/` becomes one document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar, cast

from generator.content import front_matter
from generator.content.findings import Origin
from generator.content.keys import Table, fold_key, table_for
from generator.content.markdown import parse_body
from generator.content.posting import complete_posting
from generator.content.records import Record, read_record
from generator.content.settings import ParseSettings
from generator.content.source import decode
from generator.content.values.names import parse_language
from generator.content.yaml.loader import load
from generator.content.yaml.nodes import Mapping as MappingNode
from generator.content.yaml.nodes import Text
from generator.diagnostics.diagnostic import Diagnostic
from generator.model import fields
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
from generator.model.slugs import slugify

D = TypeVar("D", covariant=True)
Diagnostics = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Parsed(Generic[D]):
    """A file's document, its HTML in pieces, its problems.

    With errors the document still stands for the file among the others, so that a slip here makes no
    false alarm elsewhere; None where not even its name can be told.
    """

    document: D | None
    html: tuple[str, ...] = ()
    diagnostics: Diagnostics = ()


Complete = Callable[[Record, str], tuple[Mapping[str, Any], Diagnostics]]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the files of one folder are read."""

    table: Table
    make: Callable[..., Document]
    complete: Complete
    takes_extra: bool = True
    has_anchors: bool = True
    needs_front_matter: bool = True
    # What stands in for a required field that can't be read; without it there is no document.
    stand_ins: Mapping[str, Any] = field(default_factory=dict)


def _as_read(record: Record, _stem: str) -> tuple[Mapping[str, Any], Diagnostics]:
    return record.values, ()


_KINDS: Mapping[str, _Kind] = {
    "postings": _Kind(
        table_for(fields.POSTING),
        Posting,
        complete_posting,
        stand_ins={"title": "", "category": (), "posted": date.min},
    ),
    "categories": _Kind(table_for(fields.CATEGORY), CategoryPage, _as_read),
    "locations": _Kind(table_for(fields.LOCATION), LocationPage, _as_read),
    "articles": _Kind(
        table_for(fields.ARTICLE), Article, _as_read, stand_ins={"title": "", "date": date.min}
    ),
    "pages": _Kind(table_for(fields.PAGE), Page, _as_read, stand_ins={"title": ""}),
    "snippets": _Kind(
        table_for(fields.SNIPPET),
        Snippet,
        _as_read,
        takes_extra=False,
        has_anchors=False,
        needs_front_matter=False,
    ),
}
FOLDERS = tuple(_KINDS)


def folder_of(path: str) -> str | None:
    """The folder of `content/` that decides how a file is read, or None for any other path."""
    parts = path.split("/")
    is_ours = len(parts) > 2 and parts[0] == "content" and parts[1] in _KINDS
    return parts[1] if is_ours else None


def parse_document(path: str, data: bytes, settings: ParseSettings) -> Parsed[Document]:
    """The document of a file such as `content/articles/a-quiet-week.md`; its folder says which kind."""
    folder = folder_of(path)
    if folder is None:
        raise ValueError(f"{path} is in none of the folders {', '.join(FOLDERS)}")
    return _parse(path, data, settings, folder)


def parse_posting(path: str, data: bytes, settings: ParseSettings) -> Parsed[Posting]:
    """The posting of a file."""
    return cast("Parsed[Posting]", _parse(path, data, settings, "postings"))


def parse_category(path: str, data: bytes, settings: ParseSettings) -> Parsed[CategoryPage]:
    """The category's page of a file."""
    return cast("Parsed[CategoryPage]", _parse(path, data, settings, "categories"))


def parse_location(path: str, data: bytes, settings: ParseSettings) -> Parsed[LocationPage]:
    """The place's page of a file."""
    return cast("Parsed[LocationPage]", _parse(path, data, settings, "locations"))


def parse_article(path: str, data: bytes, settings: ParseSettings) -> Parsed[Article]:
    """The article of a file."""
    return cast("Parsed[Article]", _parse(path, data, settings, "articles"))


def parse_page(path: str, data: bytes, settings: ParseSettings) -> Parsed[Page]:
    """The page of a file."""
    return cast("Parsed[Page]", _parse(path, data, settings, "pages"))


def parse_snippet(path: str, data: bytes, settings: ParseSettings) -> Parsed[Snippet]:
    """The snippet of a file."""
    return cast("Parsed[Snippet]", _parse(path, data, settings, "snippets"))


def identity_of(path: str, settings: ParseSettings) -> Identity:
    """Stem and language by the file's name: `name.fr.md` is French where the site has French."""
    stem = path.rpartition("/")[2].removesuffix(".md")
    name, dot, tag = stem.rpartition(".")
    for language in settings.all_languages():
        if dot and name and tag.casefold() == language.casefold():
            return Identity(name, language)
    return Identity(stem, settings.language)


def _parse(path: str, data: bytes, settings: ParseSettings, folder: str) -> Parsed[Document]:
    kind, identity = _KINDS[folder], identity_of(path, settings)
    unread = Record({}, {}, Spans(path), ())
    source, problems = decode(path, data)
    if source is None:
        return Parsed(_document(kind, identity, unread, {}, Body()), ("",), problems)
    parts, problems = front_matter.split(source, is_optional=not kind.needs_front_matter)
    if parts is None:
        return Parsed(_document(kind, identity, unread, {}, Body()), ("",), problems)
    mapping, problems = load(path, parts.front, parts.front_line)
    language = _language(mapping, kind, identity)
    result = parse_body(parts.body, parts.body_line, language, path, kind.has_anchors)
    if mapping is None:
        document = _document(kind, identity, unread, {}, result.body)
        return Parsed(document, result.html, (*problems, *result.diagnostics))
    origin = Origin(path, language, parts.front, parts.front_line)
    record = read_record(mapping, kind.table, origin, takes_extra=kind.takes_extra)
    values, contradictions = kind.complete(record, identity.stem)
    document = _document(kind, identity, record, values, result.body)
    problems = (*problems, *record.diagnostics, *contradictions, *result.diagnostics)
    return Parsed(document, result.html, problems)


def _document(
    kind: _Kind, identity: Identity, record: Record, values: Mapping[str, Any], body: Body
) -> Document | None:
    """The document, as far as the file could be read; None without what it is known by."""
    known = {**kind.stand_ins, **values}
    if not all(name in known for name in kind.table.required):
        return None
    more: dict[str, Any] = {"extra": record.extra} if kind.takes_extra else {}
    if kind.make is CategoryPage:
        more["folders"] = _folders(record.spans.path)
    return kind.make(identity=identity, spans=record.spans, body=body, **known, **more)


def _folders(path: str) -> tuple[str, ...]:
    return tuple(slugify(folder) for folder in path.split("/")[2:-1])


def _language(mapping: MappingNode | None, kind: _Kind, identity: Identity) -> str:
    """The language the file says it is in; its figures and quotes are read by that one."""
    if mapping is None or "language" not in kind.table.by_key:
        return identity.language
    for entry in mapping.entries:
        if isinstance(entry.value, Text) and fold_key(entry.key.text) == "language":
            found = parse_language(entry.value.text, identity.language)
            return found if isinstance(found, str) else identity.language
    return identity.language
