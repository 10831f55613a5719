from datetime import date
from typing import Any

import pytest

from generator.model.values import PlaceEntry
from tests.builders import codes_of, make_article, make_posting, make_snippet, problems_of


def test_open_posting_needs_a_way_to_apply() -> None:
    assert codes_of(problems_of(make_posting(apply=""))) == ["LB020"]


@pytest.mark.parametrize("fields", [{"status": "filled"}, {"status": "draft"}, {"opens": date(2027, 1, 1)}])
def test_posting_nobody_can_apply_for_needs_no_link(fields: dict[str, Any]) -> None:
    assert problems_of(make_posting(apply="", **fields)) == ()


def test_every_place_with_its_own_link_is_enough() -> None:
    both = (
        PlaceEntry("Lund, Sweden", apply="https://a.example"),
        PlaceEntry("Oslo, Norway", apply="b@b.example"),
    )
    assert problems_of(make_posting(apply="", location=both)) == ()
    one = (PlaceEntry("Lund, Sweden", apply="https://a.example"), PlaceEntry("Oslo, Norway"))
    assert codes_of(problems_of(make_posting(apply="", location=one))) == ["LB020"]


def test_names_that_lead_nowhere_are_reported_with_the_nearest() -> None:
    problems = problems_of(
        make_posting("data-engineer", related=("data-enginer",), include=("benefit",)),
        make_snippet("benefits"),
        make_article("story", jobs=("nobody",)),
        include=("benefits", "equal"),
    )
    assert [(p.code.name, p.hint) for p in sorted(problems, key=lambda p: p.message)] == [
        ("unknown-posting", "did you mean `data-engineer`?"),
        ("unknown-posting", "write the name of a file in content/postings/ without `.md`"),
        ("unknown-snippet", "did you mean `benefits`?"),
        ("unknown-snippet", "write the name of a file in content/snippets/ without `.md`"),
    ]


def test_two_postings_with_one_id_name_both_files() -> None:
    (problem,) = problems_of(make_posting("a", id="x1"), make_posting("b", id="x1"))
    assert problem.code.name == "shared-id"
    assert problem.at
    assert (problem.at.path, problem.notes[0].at.path) == ("content/postings/b.md", "content/postings/a.md")


def test_posting_dated_tomorrow_is_told_about_opens() -> None:
    (problem,) = problems_of(make_posting(posted=date(2026, 3, 17)))
    assert problem.hint == "to show the posting from that day on, write `opens: 2026-03-17`"


def test_open_posting_changed_tomorrow_is_told_the_last_possible_day() -> None:
    (problem,) = problems_of(make_posting(updated=date(2026, 3, 17)))
    assert problem.code.name == "day-in-future"
    assert problem.message == "`updated` is 2026-03-17, after today (2026-03-16)"
    assert problem.hint == "write the day it happened, `updated: 2026-03-16` at the latest"
    assert problems_of(make_posting(updated=date(2026, 3, 16))) == ()
    assert problems_of(make_posting(updated=date(2026, 3, 17), status="filled")) == ()


def test_article_of_tomorrow_is_told_how_to_wait() -> None:
    day, tomorrow = date(2026, 3, 16), date(2026, 3, 17)
    (of_date,) = problems_of(make_article("story", date=tomorrow))
    assert of_date.hint == (
        "write the day it happened, `date: 2026-03-16` at the latest, or `status: draft` until 2026-03-17"
    )
    assert codes_of(problems_of(make_article("story", date=day, updated=tomorrow))) == ["LB023"]
    assert problems_of(make_article("story", date=day, updated=day)) == ()
    assert problems_of(make_article("story", date=tomorrow, status="draft")) == ()
