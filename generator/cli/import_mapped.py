"""The sources of `openings import` whose fields a map explains: a folder, and a table."""

import sys
from pathlib import Path

from msgspec import Struct

from generator.cli.invocation import Invocation
from generator.cli.saying import say
from generator.cli.writing import create_file
from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.fetched import source_bytes
from generator.importers.folder.records import read_records as read_files
from generator.importers.folder.walking import folder_files
from generator.importers.imported import Delivery
from generator.importers.mapping.applying import deliver
from generator.importers.mapping.guess import guess
from generator.importers.mapping.reading import read_map
from generator.importers.mapping.records import SourceRecords
from generator.importers.mapping.writing import map_text
from generator.importers.reading import Reading
from generator.importers.table.records import read_records as read_rows
from generator.web.fetching import fetch

# By the names that the command line has for them.
FOLDER, TABLE = "folder", "csv"
MAPPED = (FOLDER, TABLE)
_EMPTY = "name a folder that holds some, or a table with a row for each"


class MapFile(Struct, frozen=True):
    """Where a field map lies, and what it is called for people."""

    path: Path
    shown: str


def map_of(given: Path | None, lock: str, invocation: Invocation) -> MapFile:
    """The map that was named, or the source's own beside its lock."""
    own = f"{lock.removesuffix('.lock')}.map.yaml"
    return MapFile(given, str(given)) if given else MapFile(invocation.site / own, invocation.shown(own))


def mapped_delivery(
    kind: str, source: str, file: MapFile, reading: Reading, *, is_dry: bool
) -> Delivery | None:
    """The postings of a folder or table by the map in a file.

    None where there was no such file: then it is written, as a first guess for people to correct.
    """
    records = _records(kind, source)
    if file.path.is_file():
        return deliver(records, read_map(file.shown, file.path.read_bytes()), reading)
    if is_dry:
        hint = "leave `--check` and `--dry-run` out: then a first guess is written there"
        raise OpeningsError(f"there is no map `{file.shown}`", hint)
    if not records.records:
        what = f"`{source}` has no posting to guess a map from"
        raise OpeningsError(what, next(iter(records.problems), _EMPTY), 1)
    create_file(file.path, map_text(guess(records, reading.language), records).encode())
    say(f"{file.shown}: a first guess at what the fields of {records.counted} mean")
    say("  next: look through it and correct it, then run the same command again to import")
    return None


def _records(kind: str, source: str) -> SourceRecords:
    if kind == FOLDER:
        return read_files(folder_files(Path(source)))
    return read_rows(source_bytes(source, source if "://" in source else "", sys.stdin.buffer, fetch))
