"""What a change of each kind does to the site, as it is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish.compare.formats.text import render
from tests.cli.git import commit
from tests.cli.sites import CONFIG, break_posting, write
from tests.publish.compare.conftest import compared


def _told(folder: Path) -> list[str]:
    """The report's lines without its title and summary."""
    return [line for line in render(compared(folder)).splitlines()[2:] if line]


def _edit(stem: str, old: str, new: str, folder: str = "postings") -> Callable[[Path], None]:
    def edit(site: Path) -> None:
        path = f"content/{folder}/{stem}" if "." in stem else f"content/{folder}/{stem}.md"
        text = (site / path).read_text("utf-8")
        assert old in text
        write(site, path, text.replace(old, new))

    return edit


def _add(path: str, text: str) -> Callable[[Path], None]:
    return lambda site: write(site, path, text)


def _remove(path: str) -> Callable[[Path], None]:
    return lambda site: (site / path).unlink()


def _rename(old: str, new: str) -> Callable[[Path], None]:
    def rename(site: Path) -> None:
        (site / new).parent.mkdir(parents=True, exist_ok=True)
        (site / old).rename(site / new)

    return rename


def _both(*edits: Callable[[Path], None]) -> Callable[[Path], None]:
    def edit(site: Path) -> None:
        for one in edits:
            one(site)

    return edit


_WORDS = "Smith? Work with us. We say what the work is, whom it is done with, and what somebody should bring."
_POSTING = f"""---
title: Smith
category: Kitchen
location: Oslo, Norway
posted: 2026-03-16
apply: jobs@acme.example
salary: EUR 40000 per year
---

{_WORDS}
"""
_PAGE = "---\ntitle: Students\n---\n\nCome and see what we do all day, and whom you would do it with.\n"

_EDITS: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "a new posting": (
        _add("content/postings/smith.md", _POSTING),
        [
            "Postings opened",
            "- Smith /jobs/smith/: new",
            "  * category: Kitchen",
            "  * location: Oslo, Norway",
            "  * salary: €40,000 per year",
            "  * posted: March 16, 2026",
            "  * apply: jobs@acme.example",
            f"  * text: {{+{_WORDS}+}}",
        ],
    ),
    "a draft made public": (
        _edit("writer", "status: draft\n", ""),
        ["Postings opened", "- Writer /jobs/writer/: was a draft"],
    ),
    "filled": (
        _edit("cook", "closes:", "status: filled\ncloses:"),
        ["Postings closed", "- Cook /jobs/cook/: filled"],
    ),
    "past its day": (
        _edit("cook", "2026-03-20", "2026-03-10"),
        [
            "Postings closed",
            "- Cook /jobs/cook/: past its last day",
            "  * closes: March 20, 2026 → March 10, 2026",
        ],
    ),
    "removed": (
        _remove("content/postings/cook.md"),
        [
            "Addresses where nothing is any more",
            "- /jobs/cook/ Cook",
            "- /locations/norway/ Norway",
            "- /locations/norway/oslo/ Oslo",
            "Postings closed",
            "- Cook /jobs/cook/: its file is gone",
            "  * 25 words gone",
        ],
    ),
    "on hold": (
        _edit("cook", "closes:", "status: on-hold\ncloses:"),
        ["Postings put on hold", "- Cook /jobs/cook/"],
    ),
    "pay": (
        _edit("cook", "EUR 40000 - 50000", "EUR 45000 - 50000"),
        [
            "Postings changed",
            "- Cook /jobs/cook/",
            "  * words or pay change, and updated doesn't say so",
            "  * salary: €40,000–50,000 per year → €45,000–50,000 per year",
        ],
    ),
    "pay, and the day of it": (
        _edit("cook", "salary: EUR 40000 -", "updated: 2026-03-15\nsalary: EUR 45000 -"),
        [
            "Postings changed",
            "- Cook /jobs/cook/",
            "  * salary: €40,000–50,000 per year → €45,000–50,000 per year",
            "  * updated: March 15, 2026",
        ],
    ),
    "pay, and an earlier day": (
        _edit("cook", "salary: EUR 40000 -", "updated: 2026-02-01\nsalary: EUR 45000 -"),
        [
            "Postings changed",
            "- Cook /jobs/cook/",
            "  * words or pay change, and updated doesn't say so",
            "  * salary: €40,000–50,000 per year → €45,000–50,000 per year",
            "  * updated: February 1, 2026",
        ],
    ),
    "a word": (
        _edit("cook", "Work with us", "Work for us"),
        [
            "Postings changed",
            "- Cook /jobs/cook/",
            "  * words or pay change, and updated doesn't say so",
            "  * text: Cook? Work [-with-] {+for+} us. We say what the work is, whom …",
        ],
    ),
    "a word of a draft": (
        _edit("writer", "Work with us", "Work for us"),
        [
            "Postings changed",
            "- Writer content/postings/writer.md",
            "  * text: Writer? Work [-with-] {+for+} us. We say what the work is, whom …",
        ],
    ),
    "a link": (
        _edit("cook", "Work with us", "[Work with us](https://example.com/)"),
        ["Postings changed", "- Cook /jobs/cook/", "  * now leads to https://example.com/"],
    ),
    "markup and line breaks": (
        _edit("cook", "Work with us. We", "**Work** with\nus. We"),
        ["Only formatting", "- content/postings/cook.md"],
    ),
    "another name": (
        _rename("content/postings/cook.md", "content/postings/chef.md"),
        [
            "Addresses where nothing is any more",
            "- /jobs/cook/ Cook",
            "Postings changed",
            "- Cook /jobs/chef/",
            "  * renamed, was content/postings/cook.md",
            "  * its address was /jobs/cook/",
            "  * id: cook → chef",
        ],
    ),
    "another folder": (
        _rename("content/postings/cook.md", "content/postings/oslo/cook.md"),
        ["Postings changed", "- Cook /jobs/cook/", "  * renamed, was content/postings/cook.md"],
    ),
    "another name, led on": (
        _both(
            _rename("content/postings/cook.md", "content/postings/chef.md"),
            _edit("chef", "closes:", "aliases: /jobs/cook/\ncloses:"),
        ),
        [
            "Addresses that lead on",
            "- /jobs/cook/ → /jobs/chef/ Cook",
            "Postings changed",
            "- Cook /jobs/chef/",
            "  * renamed, was content/postings/cook.md",
            "  * its address was /jobs/cook/",
            "  * id: cook → chef",
            "  * aliases: /jobs/cook/",
        ],
    ),
    "a page": (
        _add("content/pages/students.md", _PAGE),
        [
            "Articles and pages",
            "- Students /students/: added",
            "  * text: {+Come and see what we do all day, and whom you would do it with.+}",
        ],
    ),
    "a category": (
        _edit("kitchen", "Warm.", "Hot.", "categories"),
        [
            "Categories, places and snippets",
            "- Kitchen content/categories/kitchen.md",
            "  * text: [-Warm-]{+Hot+}.",
        ],
    ),
    "an office": (
        _edit("stockholm", "place:", "time_zone: Europe/Stockholm\nplace:", "locations"),
        [
            "Categories, places and snippets",
            "- Stockholm content/locations/stockholm.md",
            "  * time_zone: Europe/Stockholm",
        ],
    ),
    "a setting": (
        _add("content/site.yaml", CONFIG.replace("name: Acme", "name: Acme\ntagline: Good work")),
        ["Settings and recorded addresses", "- content/site.yaml", "  * tagline: Good work"],
    ),
    "a phrase that policies look for": (
        _add("content/site.yaml", f"{CONFIG}policies: {{words: [work with us]}}\n"),
        ["Settings and recorded addresses", "- content/site.yaml", "  * policies.words: work with us"],
    ),
    "a picture": (
        _add("content/static/images/pan.svg", "<svg/>"),
        ["Files and theme", "- images/pan.svg: added"],
    ),
    "a file that is gone": (
        _remove("content/static/brochure.pdf"),
        [
            "Addresses where nothing is any more",
            "- /brochure.pdf",
            "Files and theme",
            "- brochure.pdf: removed",
        ],
    ),
    "a file that a page takes the place of": (
        _both(
            _remove("content/static/team/index.html"),
            _add("content/pages/team.md", _PAGE),
        ),
        [
            "Articles and pages",
            "- Students /team/: added",
            "  * text: {+Come and see what we do all day, and whom you would do it with.+}",
            "Files and theme",
            "- team/index.html: removed",
        ],
    ),
    "a theme": (
        _add("themes/own/templates/job.html", "x"),
        ["Files and theme", "- themes/own/templates/job.html: added"],
    ),
    "what git ignores": (_add("content/postings/notes.ignored.md", _POSTING), []),
}


@pytest.mark.parametrize(("edit", "told"), _EDITS.values(), ids=_EDITS)
def test_change_is_told(edit: Callable[[Path], None], told: list[str], repository: Path) -> None:
    edit(repository)
    lines = _told(repository)
    without_problems = lines[next((i for i, line in enumerate(lines) if line[:1] not in "- N"), 0) :]
    assert (lines if told[:1] == ["New problems"] else without_problems) == told


@pytest.mark.parametrize("updated", ["", "updated: 2026-03-09\n", "updated: 2026-03-10\n"])
def test_updated_taken_out_or_not_moved_on_tells_nobody(updated: str, repository: Path) -> None:
    _edit("cook", "salary:", "updated: 2026-03-10\nsalary:")(repository)
    commit(repository)
    _edit("cook", "updated: 2026-03-10\n", updated)(repository)
    _edit("cook", "Work with us", "Work for us")(repository)
    assert [change.lacks_updated for change in compared(repository).changes] == [True]


def test_nothing_changed_is_told_so(repository: Path) -> None:
    changes = compared(repository)
    assert changes.is_empty
    assert render(changes).splitlines()[1:] == ["Nothing changes."]


def test_new_problem_is_told_and_mended_one_counted(repository: Path) -> None:
    break_posting(repository)
    broken = compared(repository)
    assert [(p.code, p.path, p.line) for p in broken.problems] == [("FM002", "content/postings/cook.md", 3)]
    commit(repository)
    _edit("cook", "sumary: Hot\n", "")(repository)
    mended = compared(repository)
    assert (mended.problems, mended.mended) == ((), 1)


def test_problem_on_another_line_is_no_news(repository: Path) -> None:
    break_posting(repository)
    commit(repository)
    _edit("cook", "title:", "x_shift: day\ntitle:")(repository)
    changes = compared(repository)
    assert (changes.problems, changes.mended) == ((), 0)


def test_problem_of_a_renamed_file_is_no_news(repository: Path) -> None:
    break_posting(repository)
    commit(repository)
    _rename("content/postings/cook.md", "content/postings/chef.md")(repository)
    changes = compared(repository)
    assert (changes.problems, changes.mended) == ((), 0)
