"""Which files are the same document under another name, and which only look so."""

from pathlib import Path

import pytest

from generator.publish.compare.changes import Changes, Event, What
from tests.cli.git import commit
from tests.cli.sites import write
from tests.publish.compare.conftest import compared

_COOK, _CHEF = "content/postings/cook.md", "content/postings/chef.md"


def _text(site: Path, path: str = _COOK) -> str:
    return (site / path).read_text("utf-8")


def _replace(site: Path, old: str, new: str, text: str) -> Changes:
    """What changed once a file was taken away and another one written."""
    (site / old).unlink()
    write(site, new, text)
    return compared(site)


@pytest.mark.parametrize("key", ["id: k-1", "requisition: R-1", "apply: https://apply.example.com/1"])
def test_posting_with_another_title_is_known_by_what_it_is_recorded_by(repository: Path, key: str) -> None:
    text = _text(repository).replace("apply: jobs@acme.example\n", "").replace("title:", f"{key}\ntitle:")
    write(repository, _COOK, text)
    commit(repository)
    changes = _replace(repository, _COOK, _CHEF, text.replace("title: Cook", "title: Chef"))
    assert [(c.event, c.path, c.former_path, c.former_url) for c in changes.changes] == [
        (Event.CHANGED, _CHEF, _COOK, "/jobs/cook/")
    ]


def test_link_that_another_posting_has_too_tells_nothing(repository: Path) -> None:
    text = _text(repository).replace("jobs@acme.example", "https://apply.example.com/form")
    write(repository, _COOK, text)
    write(repository, "content/postings/waiter.md", text.replace("title: Cook", "title: Waiter"))
    commit(repository)
    changes = _replace(repository, _COOK, _CHEF, text.replace("title: Cook", "title: Chef"))
    assert {(c.event, c.path) for c in changes.changes} == {(Event.CLOSED, _COOK), (Event.OPENED, _CHEF)}


def test_posting_with_other_words_and_no_key_is_another_one(repository: Path) -> None:
    changes = _replace(repository, _COOK, _CHEF, _text(repository).replace("Work with", "Work for"))
    assert {(c.event, c.path) for c in changes.changes} == {(Event.CLOSED, _COOK), (Event.OPENED, _CHEF)}


def test_other_files_are_known_by_their_title(repository: Path) -> None:
    old, new = "content/categories/kitchen.md", "content/categories/food.md"
    changes = _replace(repository, old, new, _text(repository, old).replace("Warm", "Hot"))
    assert [(c.event, c.former_path) for c in changes.changes] == [(Event.CHANGED, old)]


def test_recorded_posting_keeps_its_address_when_its_file_goes(repository: Path) -> None:
    write(repository, "content/urls.lock", "/jobs/cook/\t-\tCook\tKitchen\t2026-02-02\t2026-03-20\n")
    changes = compared(repository)
    assert [(c.kind, [f.after for f in c.fields]) for c in changes.changes] == [("addresses", ["1"])]
    commit(repository)
    (repository / _COOK).unlink()
    gone = compared(repository)
    assert [(c.event, c.reason) for c in gone.changes] == [(Event.CLOSED, "removed")]
    assert "/jobs/cook/" not in {a.url for a in gone.addresses if a.what is What.GONE}


def test_translation_is_a_file_and_no_posting(repository: Path) -> None:
    write(repository, "content/site.yaml", f"{_text(repository, 'content/site.yaml')}languages: [en, sv]\n")
    commit(repository)
    write(repository, "content/postings/cook.sv.md", _text(repository).replace("title: Cook", "title: Kock"))
    (change,) = compared(repository).changes
    assert (change.event, change.title, change.url, change.reason) == (Event.ADDED, "Kock", "", "")
    write(repository, "content/postings/cook.sv.md", "---\n[\n")
    assert [c.event for c in compared(repository).changes] == [Event.ADDED]
