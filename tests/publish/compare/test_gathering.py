"""Both sites, whatever the cache holds; and a second comparison tells what the first one did."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.build.store.cache import Cache
from generator.build.store.keys import engine
from generator.publish.compare import finding
from generator.publish.compare.changes import Changes
from tests.cli.git import commit
from tests.cli.sites import write
from tests.publish.compare.conftest import compared

_COOK = "content/postings/cook.md"
_CACHE = ".openings/cache.sqlite3"


@pytest.fixture
def changed(repository: Path) -> Path:
    """The small site with another title and another word."""
    text = (repository / _COOK).read_text("utf-8")
    write(repository, _COOK, text.replace("title: Cook", "title: Chef").replace("Work with", "Work for"))
    return repository


def _told(changes: Changes) -> Changes:
    assert changes.changes
    return replace(changes, commit="")


def test_second_comparison_finds_no_facts_anew(changed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _told(compared(changed))
    monkeypatch.delattr(finding, "_facts")
    assert _told(compared(changed)) == first


def test_words_alone_need_no_facts_anew(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (repository / _COOK).read_text("utf-8") + "\nWe cook, and we like to cook.\n" * 20
    write(repository, _COOK, text)
    commit(repository)
    assert compared(repository).is_empty
    monkeypatch.delattr(finding, "_facts")
    write(repository, _COOK, f"{text}\nNow.\n")
    (change,) = compared(repository).changes
    assert (change.words_gone, change.words_new) == (0, 1)


@pytest.mark.parametrize("junk", [b"", b"junk" * 5000])
def test_lost_or_damaged_cache_changes_nothing(changed: Path, junk: bytes) -> None:
    expected = _told(compared(changed))
    (changed / _CACHE).write_bytes(junk)
    assert _told(compared(changed)) == expected


def test_damage_that_shows_late_changes_nothing(changed: Path) -> None:
    expected = _told(compared(changed))
    with_rows = Cache(changed / _CACHE, engine())
    with_rows._open().execute("UPDATE parsed SET body = X'00'")
    with_rows.commit()
    with_rows.close()
    assert _told(compared(changed)) == expected


def test_cache_that_cannot_be_kept_is_done_without(changed: Path) -> None:
    expected = _told(compared(changed))
    (changed / _CACHE).unlink()
    (changed / _CACHE).mkdir()
    assert _told(compared(changed)) == expected
