from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.model.documents import Body, Reference
from generator.model.site_config import Company, Feeds, IndeedFeed
from generator.model.values import Address, PlaceEntry, Salary
from generator.pages.board_views import IndeedJob, IndeedView
from generator.pages.view import Viewer
from tests.builders import make_office, make_page, make_plan, make_posting, make_snippet

FEEDS = Feeds(indeed=IndeedFeed("jobs@example.com", "Example Systems", "https://systems.example.com"))


def _view(*documents: Any, **options: Any) -> IndeedView:
    planned = make_plan(*documents, **{"feeds": FEEDS, **options})
    page = next(page for page in planned.pages if page.url == "/feeds/indeed.xml")
    view = Viewer(planned, "en").view(page)
    assert isinstance(view, IndeedView)
    return view


def _job(*others: Any, **fields: Any) -> IndeedJob:
    (job,) = _view(make_posting(**fields), *others).jobs
    return job


def test_feed_is_written_only_where_the_site_asks_for_it() -> None:
    assert "/feeds/indeed.xml" not in make_plan(make_posting()).urls
    assert "/feeds/indeed.xml" in make_plan(make_posting(), feeds=FEEDS).urls


def test_feed_says_who_sends_it_and_when_it_last_changed() -> None:
    view = _view(
        make_posting("a", posted=date(2026, 3, 2)),
        make_posting("gone", posted=date(2026, 1, 1), closes=date(2026, 3, 10)),
        company=Company("Example Ltd"),
    )
    assert (view.publisher, view.publisher_url) == ("Example Systems", "https://systems.example.com")
    assert (view.employer, view.email, view.updated) == (
        "Example Ltd",
        "jobs@example.com",
        "2026-03-11T00:00:00+00:00",
    )


def test_feed_holds_open_jobs_alone() -> None:
    view = _view(
        make_posting("open"),
        make_posting("filled", status="filled"),
        make_posting("held", status="on-hold"),
        make_posting("soon", opens=date(2026, 4, 1)),
        drafts=True,
    )
    assert [job.title for job in view.jobs] == ["Open"]


def test_job_stands_there_once_for_each_place() -> None:
    view = _view(make_posting(id="r-1", location=("Berlin, Germany", "Austin, Texas, USA")))
    berlin, austin = view.jobs
    assert (berlin.city, berlin.state, berlin.country) == ("Berlin", "", "DE")
    assert (austin.city, austin.state, austin.country) == ("Austin", "TX", "US")
    assert berlin.requisition == austin.requisition == "r-1"


def test_reference_stays_when_other_places_come_and_go() -> None:
    def reference(*places: str) -> str:
        return next(
            job.reference
            for job in _view(make_posting(id="r-1", location=places)).jobs
            if job.city == "Berlin"
        )

    alone = reference("Berlin, Germany")
    assert alone == "r-1:DE/berlin"
    assert reference("Lund, Sweden", "Berlin, Germany", "Bonn, Germany") == alone
    assert reference("Berlin, Berlin, Germany") == alone


@pytest.mark.parametrize(
    "other", ["Portland, Maine, USA", "PORTLAND, OR, USA", "Portland, Oregon, USA", "Pórtland, Oregon, USA"]
)
def test_reference_stays_whatever_another_posting_says(other: str) -> None:
    posting = make_posting(id="r-1", location=("Portland, Oregon, USA", "Lund, Sweden"))
    view = _view(posting, make_posting("another", location=(other,)))
    assert [job.reference for job in view.jobs if job.requisition == "r-1"] == [
        "r-1:US/portland",
        "r-1:SE/lund",
    ]


def test_reference_tells_two_cities_of_one_name_apart_where_a_posting_is_at_both() -> None:
    places = ("Portland, Oregon, USA", "Portland, Maine, USA", "Lund, Sweden")
    view = _view(make_posting(id="r", location=places))
    assert [job.reference for job in view.jobs] == ["r:US/or/portland", "r:US/me/portland", "r:SE/lund"]


def test_references_are_unique() -> None:
    places = ("Berlin, Germany", "Bonn, Germany", "Lund, Sweden")
    view = _view(*(make_posting(f"p-{i}", location=places) for i in range(3)))
    assert len({job.reference for job in view.jobs}) == len(view.jobs) == 9


def test_remote_job_without_a_city_is_in_each_country_one_can_work_from() -> None:
    view = _view(make_posting(id="r", location=(), remote="yes", remote_from=("SE", "US", "anywhere", "EU")))
    assert [(job.city, job.state, job.country) for job in view.jobs] == [
        ("Remote", "", "SE"),
        ("Remote", "", "US"),
    ]
    assert [job.reference for job in view.jobs] == ["r:remote/SE", "r:remote/US"]
    assert {job.remote for job in view.jobs} == {"Fully remote"}


def test_remote_job_at_a_country_is_anywhere_in_it() -> None:
    job = _job(location=("Germany",), remote="yes", remote_from=("SE",))
    assert (job.city, job.country) == ("Remote", "DE")


@pytest.mark.parametrize(
    "fields",
    [
        {"location": (), "remote": "yes", "remote_from": ("anywhere",)},
        {"location": ("Germany",), "remote": "no"},
        {"location": ("Germany",), "remote": "hybrid"},
    ],
)
def test_job_without_a_place_that_indeed_knows_is_left_out(fields: dict[str, Any]) -> None:
    assert _view(make_posting(**fields)).jobs == ()


def test_place_has_its_own_pay_and_the_address_of_its_office() -> None:
    office = make_office("berlin", "Berlin", "Berlin, Germany", address=Address("1 Main St", "10115"))
    pay = Salary(Decimal(50), Decimal(60), "EUR", "hour")
    entries = (PlaceEntry("Berlin, Germany", salary=pay), PlaceEntry("Lund, Sweden"))
    yearly = Salary(Decimal(60000), Decimal(60000), "SEK", "year")
    berlin, lund = _view(office, make_posting(location=entries, salary=yearly)).jobs
    assert (berlin.salary, lund.salary) == ("€50 - €60 per hour", "SEK 60000 per year")
    assert (berlin.street, berlin.postal_code) == ("1 Main St", "10115")
    assert (lund.street, lund.postal_code) == ("", "")


def test_job_says_its_facts_in_the_words_of_the_feed() -> None:
    job = _job(
        title="Staff engineer",
        requisition="REQ-7",
        company="Example Labs",
        employment=("full-time", "working student", "part-time", "internship", "other"),
        category=("Engineering / Software", "Design"),
        education=("bachelor degree",),
        experience=36,
        remote="hybrid",
        closes=date(2026, 4, 15),
    )
    assert job.url == "https://careers.example.com/jobs/backend-engineer/?source=Indeed"
    assert (job.title, job.requisition, job.company) == ("Staff engineer", "REQ-7", "Example Labs")
    assert job.employment == ("fulltime", "parttime", "internship")
    assert job.categories == ("Software", "Design")
    assert (job.education, job.experience, job.remote) == (("Bachelor degree",), "3+ years", "Hybrid remote")
    assert (job.posted, job.closes) == ("2026-03-02", "2026-04-15")


@pytest.mark.parametrize(("months", "text"), [(None, ""), (0, ""), (6, "6+ months"), (12, "1+ years")])
def test_experience_is_in_years_where_they_are_whole(months: int | None, text: str) -> None:
    assert _job(experience=months).experience == text


def test_links_and_pictures_are_whole_addresses_below_the_site_s_folder() -> None:
    references = (
        Reference("../pages/students.md", "dates", 9),
        Reference("", "the-work", 9),
        Reference("nowhere.md", "", 9),
    )
    body = Body(references, "Words", anchors=("the-work",), is_empty=False)
    students = make_page("students", body=Body((), "", anchors=("dates",), is_empty=False))
    snippet = make_snippet("benefits", title="Benefits")
    view = _view(
        make_posting(body=body, include=("benefits",)),
        students,
        snippet,
        url="https://example.github.io/careers",
    )
    (job,) = view.jobs
    host = "https://example.github.io/careers"
    assert job.body.source == "content/postings/backend-engineer.md"
    assert job.body.attributes == (
        f'href="{host}/students/#dates"',
        f'href="{host}/jobs/backend-engineer/#the-work"',
        "",
    )
    assert [snippet.title for snippet in job.snippets] == ["Benefits"]
