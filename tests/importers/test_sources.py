"""What is guessed of each tool's files, and which postings come of it, held against files for reading."""

from pathlib import Path

import pytest

from generator.content.documents import parse_document
from generator.diagnostics.diagnostic import has_errors
from generator.importers.folder.records import read_records
from generator.importers.folder.walking import folder_files
from generator.importers.imported import Delivery
from generator.importers.mapping.guess import guess
from generator.importers.mapping.reading import read_map
from tests.content.builders import SETTINGS, shown
from tests.importers.sources import FOLDERS, TABLES, golden_texts, posting_file, read_folder, read_table

_GOLDEN = dict(golden_texts())


@pytest.mark.parametrize("path", _GOLDEN, ids=lambda path: path.name)
def test_sample_is_guessed_and_read_as_before(path: Path) -> None:
    hint = "if the change is meant: python -m tests.importers.sources, then read the difference"
    assert path.read_text("utf-8") == _GOLDEN[path], hint


def _deliveries() -> dict[str, Delivery]:
    folders = {name: read_folder(folder_files(path)) for name, path in FOLDERS.items()}
    return folders | {name: read_table(path.read_bytes()) for name, path in TABLES.items()}


@pytest.mark.parametrize(("name", "delivery"), _deliveries().items(), ids=lambda value: str(value)[:12])
def test_every_posting_is_read_by_us_without_an_error(name: str, delivery: Delivery) -> None:
    assert delivery.postings, name
    for posting in delivery.postings:
        parsed = parse_document("content/postings/one.md", posting_file(posting), SETTINGS)
        assert not has_errors(parsed.diagnostics), shown(parsed.diagnostics)


@pytest.mark.parametrize("name", FOLDERS)
def test_written_map_says_what_was_guessed(name: str) -> None:
    files = folder_files(FOLDERS[name])
    written = next(path for path in _GOLDEN if path.name == f"{name}.map.yaml")
    by_map = read_folder(files, read_map("map.yaml", written.read_bytes()))
    assert by_map == read_folder(files, guess(read_records(files), "en").field_map)
