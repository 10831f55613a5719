from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from generator.library.filters import chosen_jobs
from generator.model.documents import Spans
from generator.model.values import JobFilter, PlaceEntry, Salary
from tests.builders import (
    codes_of,
    make_article,
    make_category,
    make_office,
    make_page,
    make_posting,
    make_site,
    make_snippet,
    problems_of,
)

_DOLLARS = Salary(Decimal(100_000), Decimal(120_000), "$", "year")


def test_jobs_are_newest_first_then_by_id() -> None:
    site = make_site(make_posting("b"), make_posting("a"), make_posting("c", posted=date(2026, 3, 9)))
    assert [job.slug for job in site.jobs] == ["c", "a", "b"]


def test_closed_posting_leaves_every_list_and_keeps_its_page() -> None:
    site = make_site(make_posting("open"), make_posting("gone", closes=date(2026, 3, 1)))
    assert [job.slug for job in site.open_jobs] == ["open"]
    assert all(job.slug != "gone" for jobs in site.listed.values() for job in jobs)
    assert [job.slug for job in site.jobs if job.has_page] == ["gone", "open"]


@pytest.mark.parametrize(
    ("places", "currency"),
    [
        pytest.param(("Austin, TX, USA",), "USD", id="usa"),
        pytest.param(("Toronto, Canada",), "CAD", id="canada"),
        pytest.param(("Sydney, Australia", "Perth, Australia"), "AUD", id="two-cities"),
    ],
)
def test_bare_dollar_is_the_dollar_of_the_country(places: tuple[str, ...], currency: str) -> None:
    (job,) = make_site(make_posting(location=places, salary=_DOLLARS)).jobs
    assert job.salary
    assert job.salary.currency == currency


@pytest.mark.parametrize("places", [("Austin, TX, USA", "Toronto, Canada"), ("Berlin, Germany",)])
def test_bare_dollar_that_could_be_several_is_an_error(places: tuple[str, ...]) -> None:
    assert codes_of(problems_of(make_posting(location=places, salary=_DOLLARS))) == ["LB022"]


@pytest.mark.parametrize("place", ["Belgrade, Serbia", "Baghdad, Iraq", "Dubai, United Arab Emirates"])
def test_dinar_is_no_dollar(place: str) -> None:
    assert codes_of(problems_of(make_posting(location=(place,), salary=_DOLLARS))) == ["LB022"]


def test_dollar_of_a_single_place_is_settled_there() -> None:
    entries = (PlaceEntry("Austin, TX, USA", salary=_DOLLARS), PlaceEntry("Toronto, Canada", salary=_DOLLARS))
    (job,) = make_site(make_posting(location=entries)).jobs
    assert [place.salary and place.salary.currency for place in job.places] == ["USD", "CAD"]


def test_draft_article_and_page_have_no_place_on_the_site() -> None:
    documents = (make_article("a", status="draft"), make_page("p", status="draft"))
    assert (make_site(*documents).articles, make_site(*documents).pages) == ((), ())
    assert len(make_site(*documents, drafts=True).articles) == 1


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(JobFilter(), {"a", "b", "c"}, id="no-condition"),
        pytest.param(JobFilter(category=("Engineering",)), {"a", "b"}, id="below-a-category"),
        pytest.param(JobFilter(location=("Sweden",)), {"a", "c"}, id="below-a-country"),
        pytest.param(JobFilter(category=("Engineering",), location=("Sweden",)), {"a"}, id="both-conditions"),
        pytest.param(JobFilter(employment=("internship", "apprenticeship")), {"b"}, id="any-of-a-list"),
        pytest.param(JobFilter(team=("PLAYBACK",)), {"c"}, id="team-without-case"),
    ],
)
def test_filter_holds_all_conditions_and_any_value_of_each(wanted: JobFilter, expected: set[str]) -> None:
    site = make_site(
        make_posting("a", category=("Engineering / Data",), location=("Lund, Sweden",)),
        make_posting("b", category=("Engineering",), employment=("internship",)),
        make_posting("c", category=("Music",), location=("HQ",), team="Playback"),
        make_office("hq", "HQ", "Stockholm, Sweden"),
        make_page("list", jobs=wanted),
    )
    assert {job.slug for job in chosen_jobs(site, wanted)} == expected


def test_order_of_files_makes_no_difference() -> None:
    documents = (
        make_posting("a", location=("Lund, Sweden",)),
        make_posting("b", category=("engineering",)),
        make_office("hq", "HQ", "Stockholm, Sweden"),
        make_article("story", categories=("Engineering",)),
    )
    assert make_site(*documents) == make_site(*reversed(documents))


class _Unread(str):
    """The places of a file's fields, where nobody should look."""

    def __contains__(self, name: object) -> bool:
        raise AssertionError(f"looked up {name!r}")


def test_places_in_files_are_only_looked_up_for_a_problem() -> None:
    posting = make_posting(location=("Lund, Sweden", "HQ"), salary=_DOLLARS, include=("terms",))
    office = make_office("hq", "HQ", "Toronto, Canada")
    documents = (posting, office, make_snippet("terms"), make_category("engineering", "Engineering"))
    unread = tuple(replace(d, spans=Spans(d.spans.path, _Unread("unread"))) for d in documents)
    assert problems_of(*unread) == ()
    assert make_site(*unread).jobs[0].places[1].place.page
