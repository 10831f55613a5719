"""Files of a folder become records: fields as the files have them, words, and what the path tells."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from generator.content.source import Source, decode
from generator.importers.folder.front_matter import read_json, read_yaml, split
from generator.importers.folder.yaml_values import UnreadableError
from generator.importers.mapping.records import (
    DATE,
    FOLDER,
    HTML,
    MARKDOWN,
    STEM,
    SourceRecord,
    SourceRecords,
    TooLargeError,
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
# Hugo's page of a list, which is nobody's posting.
_LIST_PAGE = "_index"
# A posting in a folder of its own, with its pictures beside it.
_BUNDLE = "index"


def read_records(files: Mapping[str, bytes]) -> SourceRecords:
    """The records of all files that hold some, by path, and which files couldn't be read."""
    records: list[SourceRecord] = []
    problems: list[str] = []
    for path in sorted(files):
        ending = PurePosixPath(path).suffix.lower()
        if ending in ENDINGS:
            try:
                records += _records(path, ending, files[path])
            except (UnreadableError, TooLargeError) as error:
                problems.append(_problem(path, error))
    return SourceRecords(tuple(records), tuple(problems))


def _problem(path: str, error: UnreadableError | TooLargeError) -> str:
    if isinstance(error, TooLargeError):
        return f"`{path}` has too many or too deep fields, and is left out"
    at = f"`{path}`, line {error.line}" if error.line else f"`{path}`"
    return f"{at}: {error.why}; the file is left out"


def _records(path: str, ending: str, data: bytes) -> Sequence[SourceRecord]:
    source = decode(path, data)
    if not isinstance(source, Source):
        raise UnreadableError(source.message)
    if ending in _DATA:
        return list(_data_records(path, _DATA[ending](source.text)))
    pure = PurePosixPath(path)
    parts = None if pure.stem == _LIST_PAGE else split(source.text)
    if pure.stem == _LIST_PAGE or path == f"{_BUNDLE}{ending}":
        raise UnreadableError("it is the page of a list and no posting")
    if parts is None:
        raise UnreadableError("it has no fields at its beginning")
    fields = {**_path_fields(path), **flatten(parts.fields)}
    return [SourceRecord(path, f"`{path}`", fields, parts.body, _WORDS[ending], parts.body_line)]


def _data_records(path: str, documents: Sequence[Any]) -> Iterator[SourceRecord]:
    """A record for each map; where a file holds several, their values tell them apart."""
    found = [d for document in documents for d in (document if isinstance(document, list) else [document])]
    maps = [value for value in found if isinstance(value, dict)]
    if not maps:
        raise UnreadableError("it has no fields such as `title: …`")
    if len(maps) == 1 and not isinstance(documents[0], list):
        yield SourceRecord(path, f"`{path}`", {**_path_fields(path), **flatten(maps[0])})
        return
    for number, values in enumerate(maps, 1):
        yield SourceRecord("", f"posting {number} of `{path}`", flatten(values))


def _as_category(folders: Sequence[str]) -> str:
    """The folders as a path of categories, in words."""
    names = (re.sub(r"[-_]+", " ", folder).strip() for folder in folders)
    return " / ".join(name[:1].upper() + name[1:] for name in names)


def _path_fields(path: str) -> Mapping[str, tuple[str, ...]]:
    """What the path tells: the name without day and ending, the folders above it, and the day."""
    pure = PurePosixPath(path)
    own = pure.parent if pure.stem == _BUNDLE and pure.parent.name else pure.with_suffix("")
    dated = _DATED.fullmatch(own.name)
    return {
        STEM: (dated[2] if dated else own.name,),
        **({FOLDER: (_as_category(own.parent.parts),)} if own.parent.parts else {}),
        **({DATE: (dated[1],)} if dated else {}),
    }
