import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from generator.build.store import cache_folder, sqlite
from generator.diagnostics.diagnostic import OpeningsError
from tests.build.incremental.site import Folder, make_folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    site = make_folder(tmp_path)
    assert site.build().written
    return site


def _cache(folder: Folder) -> Path:
    return folder.root / ".openings/cache.sqlite3"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: b"no database at all " * 400,
        lambda data: data[: len(data) // 2],
        lambda data: data[:4096] + bytes(byte ^ 255 for byte in data[4096:]),
    ],
    ids=["empty", "another file", "cut", "overwritten"],
)
def test_damaged_cache_is_made_anew_with_one_notice(folder: Folder, spoil: Callable[[bytes], bytes]) -> None:
    _cache(folder).write_bytes(spoil(_cache(folder).read_bytes()))
    folder.change("postings/tea-taster.md", "title: Tea taster", "title: Tea sampler")
    report = folder.build()
    assert [d.code.name for d in report.diagnostics] == ["cache-rebuilt"]
    folder.assert_clean(report)
    assert folder.build().diagnostics == ()


@pytest.mark.parametrize(
    ("table", "damage"),
    [
        ("seen", "moment = NULL"),
        ("seen", "digest = NULL"),
        ("parsed", "metadata_digest = NULL"),
        ("parsed", "body_digest = 7"),
        ("parsed", "problems = NULL"),
        ("parsed", "metadata = NULL"),
        ("parsed", "body = 'text'"),
        ("memo", "value = NULL"),
        ("memo", "value = 7"),
    ],
)
def test_value_of_another_type_is_damage(folder: Folder, table: str, damage: str) -> None:
    with closing(sqlite3.connect(_cache(folder))) as store, store:
        store.execute(f"UPDATE {table} SET {damage}")
    folder.change("site.yaml", "name: ", "name: New ")
    report = folder.build()
    assert [d.code.name for d in report.diagnostics] == ["cache-rebuilt"]
    folder.assert_clean(report)


def test_missing_cache_is_told_and_a_first_build_isnt(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    assert folder.build().diagnostics == ()
    _cache(folder).unlink()
    assert [d.code.name for d in folder.build().diagnostics] == ["cache-rebuilt"]


def test_cache_of_another_release_isnt_used(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_folder, "engine", lambda: b"another")
    report = folder.build()
    assert [d.code.name for d in report.diagnostics] == ["cache-rebuilt"]
    folder.assert_clean(report)


def test_cache_stays_bounded_however_often_a_posting_is_edited(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.build.store.cache._SPARE", 1)
    monkeypatch.setattr("generator.build.store.cache._SPARE_ROWS", 10)
    sizes = []
    for number in range(40):
        folder.write("postings/tea-taster.md", folder.read("postings/tea-taster.md") + f"\n{number}.\n")
        folder.build()
        sizes.append(_cache(folder).stat().st_size)
    assert sizes[-1] <= sizes[19] * 1.2


def test_cache_that_another_build_keeps_is_neither_thrown_away_nor_waited_for_without_end(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_PATIENCE", 0.05)
    folder.change("postings/tea-taster.md", "title: Tea taster", "title: Tea sampler")
    before = folder.tree()
    with closing(sqlite3.connect(_cache(folder))) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OpeningsError, match="another build"):
            folder.build()
    assert folder.tree() == before
    report = folder.build()
    assert report.diagnostics == ()
    folder.assert_clean(report)
