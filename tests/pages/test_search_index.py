from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from generator.model.values import Salary
from generator.pages.data_views import SearchIndexView
from generator.pages.view import Viewer
from generator.render.search_index import search_index
from tests.builders import make_category, make_plan, make_posting


def _view(*documents: Any, **options: Any) -> SearchIndexView:
    planned = make_plan(*documents, **options)
    page = next(page for page in planned.pages if page.url == "/jobs/index.json")
    view = Viewer(planned, "en").view(page)
    assert isinstance(view, SearchIndexView)
    return view


def _index(*documents: Any, **options: Any) -> dict[str, Any]:
    index: dict[str, Any] = msgspec.json.decode(search_index(_view(*documents, **options)))
    return index


def test_index_holds_the_open_jobs_newest_first() -> None:
    index = _index(
        make_posting("old", posted=date(2026, 1, 1)),
        make_posting("new", posted=date(2026, 3, 1)),
        make_posting("filled", status="filled"),
        make_posting("soon", opens=date(2026, 4, 1)),
    )
    assert index["jobs"]["title"] == ["New", "Old"]


def test_every_column_is_as_long_as_there_are_jobs() -> None:
    index = _index(*(make_posting(f"p-{i}") for i in range(3)))
    assert {name: len(column) for name, column in index["jobs"].items() if len(column) != 3} == {}


def test_codes_point_into_the_tables() -> None:
    index = _index(
        make_posting(
            category=("Engineering / Data",),
            location=("Berlin, Germany", "Lund, Sweden"),
            employment=("full-time", "working student"),
            level="senior",
            skills=("Go", "SQL", "Go"),
            salary=_pay("60000", "70000"),
            closes=date(2026, 4, 15),
        )
    )
    jobs = index["jobs"]
    assert [index["categories"]["paths"][code] for code in jobs["categories"][0]] == ["engineering/data"]
    assert index["categories"]["paths"] == ["engineering", "engineering/data"]
    assert [index["places"]["names"][code] for code in jobs["places"][0]] == [
        "Berlin, Germany",
        "Lund, Sweden",
    ]
    assert [index["employment"][code] for code in jobs["employment"][0]] == ["full-time", "working-student"]
    assert index["levels"][jobs["level"][0]] == "senior"
    assert [index["skills"][code] for code in jobs["skills"][0]] == ["Go", "SQL"]
    assert index["salaries"]["amounts"][jobs["salaries"][0][0]] == "€60,000–70,000"
    assert index["salaries"]["periods"] == ["year"]
    assert index["closing_days"] == {"dates": ["2026-04-15"], "texts": ["April 15, 2026"]}
    assert date(1970, 1, 1).toordinal() + jobs["posted"][0] == date(2026, 3, 2).toordinal()


def test_remote_jobs_say_where_one_can_work_from() -> None:
    index = _index(
        make_posting("a", remote="yes", remote_from=("SE", "DE"), location=()),
        make_posting("b", remote="yes", remote_from=("anywhere",), location=()),
        make_posting("c", remote="hybrid", remote_from=("NO",)),
    )
    assert index["remote_from"] == {
        "names": ["Sweden", "Germany", ""],
        "paths": ["remote-from-sweden", "remote-from-germany", "remote-from-anywhere"],
        "other_names": ["sverige", "deutschland", ""],
    }
    assert index["jobs"]["remote_from"] == [[0, 1], [2], []]
    assert [index["remote"][code] for code in index["jobs"]["remote"]] == ["yes", "yes", "hybrid"]


def test_name_without_an_open_job_stands_in_no_table() -> None:
    index = _index(
        make_posting(category=("Engineering",)),
        make_posting("gone", category=("Legal",), location=("Lund, Sweden",), status="filled"),
        make_category("design", "Design"),
    )
    assert index["categories"]["names"] == ["Engineering"]
    assert index["places"]["names"] == ["Germany", "Berlin, Germany"]


@pytest.mark.parametrize(
    ("stem", "title", "short"),
    [
        ("backend-engineer", "Backend Engineer", "~"),
        ("backend-engineer-berlin", "Backend engineer", "~-berlin"),
        ("buyer-r-d", "Buyer (R&D)", "buyer-r-d"),
        ("ingenieur", "Ingénieur", "ingenieur"),
        ("r-2104", "Backend Engineer", "r-2104"),
    ],
)
def test_slug_is_told_by_what_the_title_doesnt_say(stem: str, title: str, short: str) -> None:
    assert _index(make_posting(stem, title=title))["jobs"]["slug"] == [short]


def test_language_is_named_where_it_isnt_the_sites() -> None:
    index = _index(make_posting("a"), make_posting("b", language="sv"))
    assert index["jobs"]["language"] == ["", "sv"]


def test_words_of_a_posting_dont_change_the_index_and_its_title_does() -> None:
    known = _view(make_posting())
    assert _view(make_posting(apply="https://apply.example.com/2", team="Roost")) == known
    assert _view(make_posting(title="Backend developer")) != known


def test_index_is_the_same_on_a_day_on_which_nothing_happens() -> None:
    assert _view(make_posting(), today=date(2026, 3, 16)) == _view(make_posting(), today=date(2026, 3, 17))


def _pay(low: str, high: str) -> Salary:

    return Salary(Decimal(low), Decimal(high), "EUR", "year")
