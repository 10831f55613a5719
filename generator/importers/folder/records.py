"""Files of a folder become records: fields as the files have them, words, and what the path tells."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from generator.content.source import Source, decode
from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.folder.front_matter import read_json, read_yaml, split
from generator.importers.mapping.records import (
    DATE,
    FOLDER,
    HTML,
    MARKDOWN,
    STEM,
    SourceRecord,
    SourceRecords,
    UnreadableError,
    flatten,
)

_WORDS = {".md": MARKDOWN, ".markdown": MARKDOWN, ".mdx": MARKDOWN, ".html": HTML, ".htm": HTML}
_DATA: Mapping[str, Callable[[str], list[Any]]] = {
    ".yaml": read_yaml,
    ".yml": read_yaml,
    ".json": lambda text: [read_json(text)],
}
ENDINGS = frozenset((*_WORDS, *_DATA))

# Jekyll has the day in the name of the file.
_DATED = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})-(.+)")
# A posting in a folder of its own, with its pictures beside it.
_BUNDLE = "index"
# What lies among postings and is none: Hugo's page of a list, and what tells people about the folder.
_NO_POSTINGS = frozenset(("_index", "readme", "contributing", "license"))
# Below it, Hugo has a page's own fields.
_OWN = "params"
# Eleventy keeps in such a file what holds for all of a folder.
_FOR_ALL = "layout"


def read_records(files: Mapping[str, bytes]) -> SourceRecords:
    """The records of all files that hold some, by path, and which files couldn't be read.

    An OpeningsError where one of those may hold several: nobody could tell which of them are still there.
    """
    records: list[SourceRecord] = []
    unread: list[SourceRecord] = []
    problems: list[str] = []
    for path in sorted(files):
        try:
            records += _records(path, files[path])
        except UnreadableError as error:
            problems.append(f"{_at(path, error)}; the file is left out")
            unread.append(SourceRecord(_id(path), f"`{path}`", {}))
    return SourceRecords(tuple(records), tuple(problems), tuple(unread))


def _at(path: str, error: UnreadableError) -> str:
    return f"`{path}`, line {error.line}: {error.why}" if error.line else f"`{path}`: {error.why}"


def _id(path: str) -> str:
    """A file's path without its ending: the same whether it is written in Markdown or HTML."""
    return str(_posting_path(path))


def _posting_path(path: str) -> PurePosixPath:
    """The path of a file or, where a posting has a folder of its own, of that folder; without an ending."""
    pure = PurePosixPath(path)
    return pure.parent if pure.stem == _BUNDLE and pure.parent.name else pure.with_suffix("")


def _records(path: str, data: bytes) -> Sequence[SourceRecord]:
    pure = PurePosixPath(path)
    ending = pure.suffix.lower()
    if pure.stem.lower() in _NO_POSTINGS or str(pure.with_suffix("")) == _BUNDLE:
        return ()
    if ending in _WORDS:
        return (_words_record(path, _WORDS[ending], _text(path, data)),)
    return tuple(_data_records(path, _documents(path, ending, data))) if ending in _DATA else ()


def _text(path: str, data: bytes) -> str:
    source = decode(path, data)
    if not isinstance(source, Source):
        raise UnreadableError(source.message)
    return source.text


def _words_record(path: str, format: str, text: str) -> SourceRecord:
    parts = split(text)
    if parts is None:
        raise UnreadableError("it has no fields at its beginning")
    fields = {**_path_fields(path), **flatten(_with_own(parts.fields))}
    return SourceRecord(_id(path), f"`{path}`", fields, parts.body, format, parts.body_line)


def _with_own(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields with those that Hugo lets a file write one level deeper, as if they stood beside them."""
    own = fields.get(_OWN)
    rest = {name: value for name, value in fields.items() if name != _OWN}
    return {**rest, **own} if isinstance(own, dict) else fields


def _documents(path: str, ending: str, data: bytes) -> Sequence[Any]:
    try:
        return _DATA[ending](_text(path, data))
    except UnreadableError as error:
        hint = "mend it, or move it away: which postings are in it can't be told"
        raise OpeningsError(_at(path, error), hint, 1) from None


def _data_records(path: str, documents: Sequence[Any]) -> Iterator[SourceRecord]:
    """A record for each map; where a file holds several, their values tell them apart."""
    found = [d for document in documents for d in (document if isinstance(document, list) else [document])]
    maps = [value for value in found if isinstance(value, dict)]
    if not maps:
        raise UnreadableError("it has no fields such as `title: …`")
    if len(maps) == 1 and not isinstance(documents[0], list):
        fields = flatten(maps[0])
        if "title" in fields or _FOR_ALL not in fields:
            yield SourceRecord(_id(path), f"`{path}`", {**_path_fields(path), **fields})
        return
    for number, values in enumerate(maps, 1):
        yield SourceRecord("", f"posting {number} of `{path}`", flatten(values))


def _as_category(folders: Sequence[str]) -> str:
    """The folders as a path of categories, in words."""
    names = (re.sub(r"[-_]+", " ", folder).strip() for folder in folders)
    return " / ".join(name[:1].upper() + name[1:] for name in names)


def _path_fields(path: str) -> Mapping[str, tuple[str, ...]]:
    """What the path tells: the name without day and ending, the folders above it, and the day."""
    own = _posting_path(path)
    dated = _DATED.fullmatch(own.name)
    return {
        STEM: (dated[2] if dated else own.name,),
        **({FOLDER: (_as_category(own.parent.parts),)} if own.parent.parts else {}),
        **({DATE: (dated[1],)} if dated else {}),
    }
