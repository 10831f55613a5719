from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.model.values import PlaceEntry, Salary
from generator.pages.view import Viewer
from generator.pages.views import Facet, FacetChoice, JobsView
from tests.builders import make_category, make_plan, make_posting

_PAY = Salary(Decimal(60000), Decimal(70000), "EUR", "year")


def _facets(*documents: Any, **options: Any) -> dict[str, Facet]:
    planned = make_plan(*documents, **options)
    page = next(page for page in planned.pages if page.url == "/jobs/")
    view = Viewer(planned, "en").view(page)
    assert isinstance(view, JobsView)
    return {facet.name: facet for facet in view.facets}


def _told(choices: tuple[FacetChoice, ...]) -> list[Any]:
    """Each choice as its value and count, with those below it."""
    return [(c.value, c.count.number, *([_told(c.children)] if c.children else [])) for c in choices]


def test_categories_count_all_below_them_and_each_job_once() -> None:
    facets = _facets(
        make_posting("a", category=("Engineering / Data", "Engineering / Web")),
        make_posting("b", category=("Engineering / Web",)),
        make_posting("c", category=("Legal",), status="filled"),
        make_category("design", "Design"),
    )
    web, data = ("engineering/web", 2), ("engineering/data", 1)
    assert _told(facets["category"].choices) == [("engineering", 2, [data, web])]


def test_places_are_countries_with_their_cities_by_name() -> None:
    facets = _facets(
        make_posting("a", location=("Lund, Sweden", "Oslo, Norway")),
        make_posting("b", location=("Kiruna, Sweden",)),
    )
    choices = facets["place"].choices
    assert _told(choices) == [
        ("norway", 1, [("norway/oslo", 1)]),
        ("sweden", 2, [("sweden/kiruna", 1), ("sweden/lund", 1)]),
    ]
    assert [choice.label for choice in choices] == ["Norway", "Sweden"]


def test_job_for_anywhere_counts_wherever_one_can_work_from() -> None:
    facets = _facets(
        make_posting("a", remote="yes", remote_from=("SE",), location=()),
        make_posting("b", remote="yes", remote_from=("SE", "anywhere"), location=()),
        make_posting("c", remote="hybrid", remote_from=("NO",), location=()),
    )
    (heading,) = facets["place"].choices
    assert (heading.value, heading.word, heading.count.number) == ("", "remote.yes", 2)
    assert _told(heading.children) == [("remote-from-sweden", 2), ("remote-from-anywhere", 1)]
    assert [(choice.word, choice.label) for choice in heading.children] == [
        ("remote-from", "Sweden"),
        ("remote-from-anywhere", ""),
    ]


def test_words_stand_in_the_order_of_their_vocabulary() -> None:
    facets = _facets(
        make_posting("a", employment=("internship",), level="senior"),
        make_posting("b", employment=("full-time", "working student"), level="intern"),
    )
    assert _told(facets["employment"].choices) == [
        ("full-time", 1),
        ("internship", 1),
        ("working-student", 1),
    ]
    assert [choice.word for choice in facets["level"].choices] == ["level.intern", "level.senior"]


@pytest.mark.parametrize(("day", "counts"), [(9, [1, 1]), (10, [0, 1]), (32, [0, 1]), (33, [0, 0])])
def test_posted_counts_days_before_the_build(day: int, counts: list[int]) -> None:
    today = date.fromordinal(date(2026, 3, 1).toordinal() + day - 1)
    facets = _facets(make_posting(posted=date(2026, 3, 2)), today=today)
    assert [choice.count.number for choice in facets["posted"].choices] == counts


def test_pay_of_a_place_is_pay_that_is_shown() -> None:
    facets = _facets(
        make_posting("a", salary=_PAY),
        make_posting("b", location=(PlaceEntry("Lund, Sweden", salary=_PAY),)),
        make_posting("c"),
    )
    assert _told(facets["salary"].choices) == [("shown", 2)]


def test_filter_without_a_choice_is_left_out() -> None:
    assert list(_facets(make_posting())) == ["category", "place", "posted"]
    assert _facets() == {}


def test_only_the_first_page_has_filters() -> None:
    planned = make_plan(*(make_posting(f"p-{i}") for i in range(101)))
    page = next(page for page in planned.pages if page.url == "/jobs/page/2/")
    view = Viewer(planned, "en").view(page)
    assert isinstance(view, JobsView)
    assert view.facets == ()
