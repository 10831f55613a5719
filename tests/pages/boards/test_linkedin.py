from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model.documents import Body
from generator.model.site_config import Company, Feeds, LinkedInFeed
from generator.model.values import PlaceEntry, Salary
from generator.model.vocabulary import EMPLOYMENT, LEVEL, PAY_PERIOD
from generator.pages.board_views import LinkedInJob, LinkedInPay, LinkedInView
from generator.pages.boards.linkedin import Obstacle, obstacles
from generator.pages.view import Viewer
from tests.builders import make_plan, make_posting, make_site, make_snippet

FEEDS = Feeds(linkedin=LinkedInFeed(1234567, "jobs@example.com"))
LEVELS = {"INTERNSHIP", "ENTRY_LEVEL", "ASSOCIATE", "MID_SENIOR_LEVEL", "DIRECTOR", "EXECUTIVE"}
KINDS = {"FULL_TIME", "PART_TIME", "CONTRACT", "TEMPORARY", "INTERNSHIP", "VOLUNTEER", "OTHER"}


def _posting(stem: str = "backend-engineer", **fields: Any) -> Any:
    return make_posting(stem, **{"body": Body((), "Words", is_empty=False, length=100), **fields})


def _view(*documents: Any, **options: Any) -> LinkedInView:
    planned = make_plan(*documents, **{"feeds": FEEDS, **options})
    page = next(page for page in planned.pages if page.url == "/feeds/linkedin.xml")
    view = Viewer(planned, "en").view(page)
    assert isinstance(view, LinkedInView)
    return view


def _job(**fields: Any) -> LinkedInJob:
    (job,) = _view(_posting(**fields)).jobs
    return job


def _obstacles(*documents: Any, **config: Any) -> tuple[Obstacle, ...]:
    site = make_site(*documents, **config)
    (job,) = site.open_jobs
    return obstacles(job, site)


def test_feed_is_written_only_where_the_site_asks_for_it() -> None:
    assert "/feeds/linkedin.xml" not in make_plan(_posting()).urls
    assert "/feeds/linkedin.xml" in make_plan(_posting(), feeds=FEEDS).urls


def test_feed_says_whose_it_is() -> None:
    view = _view(_posting(), company=Company("Example Ltd", "https://example.com"))
    assert (view.publisher, view.publisher_url) == ("Example Ltd", "https://example.com")
    assert (view.company_id, view.email, view.updated) == (
        1234567,
        "jobs@example.com",
        "2026-03-02T00:00:00+00:00",
    )


def test_feed_holds_open_jobs_that_nothing_keeps_out() -> None:
    view = _view(
        _posting("open"),
        _posting("filled", status="filled"),
        _posting("soon", opens=date(2026, 4, 1)),
        _posting("by-mail", apply="jobs@example.com"),
        drafts=True,
    )
    assert [job.id for job in view.jobs] == ["open"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ()),
        ({"title": "T" * 200}, ()),
        ({"title": "T" * 201}, (Obstacle.TITLE,)),
        ({"body": Body((), "Words", is_empty=False, length=99)}, (Obstacle.WORDS,)),
        ({"apply": "jobs@example.com"}, (Obstacle.APPLY,)),
        ({"apply": "http://apply.example.com/"}, (Obstacle.APPLY,)),
        ({"apply": ""}, (Obstacle.APPLY,)),
        ({"location": (), "remote": "yes", "remote_from": ("anywhere",)}, (Obstacle.PLACE,)),
        ({"location": (), "remote": "yes", "remote_from": ("EU",)}, (Obstacle.PLACE,)),
        ({"location": (), "remote": "yes", "remote_from": ("anywhere", "SE")}, ()),
        ({"company": "Example"}, ()),
        ({"company": "Example Labs"}, (Obstacle.COMPANY,)),
        ({"title": "T" * 201, "apply": "a@example.com"}, (Obstacle.TITLE, Obstacle.APPLY)),
    ],
)
def test_obstacles(fields: dict[str, Any], expected: tuple[Obstacle, ...]) -> None:
    assert _obstacles(_posting(**fields)) == expected


def test_posting_of_another_company_does_not_go_under_the_number_of_this_one() -> None:
    company = Company("Example Ltd")
    documents = [_posting(name, company=f"Example {name}") for name in ("Ltd", "Labs")]
    assert [job.company for job in _view(*documents, _posting(), company=company).jobs] == [
        "Example Ltd",
        "Example Ltd",
    ]


def test_words_of_snippets_count_for_the_description() -> None:
    short = _posting(body=Body((), "Words", is_empty=False, length=60), include=("benefits",))
    snippet = replace(make_snippet("benefits"), body=Body(length=39))
    assert _obstacles(short, snippet) == (Obstacle.WORDS,)
    longer = replace(snippet, body=Body(length=40))
    assert _obstacles(short, longer) == ()


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (("Berlin, Germany", "Lund, Sweden"), ("Berlin, Germany", "Berlin", "", "DE")),
        (("Austin, Texas, USA",), ("Austin, TX", "Austin", "TX", "US")),
        (("Austin, USA",), ("Austin, United States", "Austin", "", "US")),
        (("Sweden", "Berlin, Germany"), ("Berlin, Germany", "Berlin", "", "DE")),
        (("Sweden",), ("Sweden", "", "", "SE")),
    ],
)
def test_job_is_at_its_first_city(places: tuple[str, ...], expected: tuple[str, ...]) -> None:
    job = _job(location=places)
    assert (job.location, job.city, job.state, job.country) == expected


def test_remote_job_is_in_the_first_country_one_can_work_from() -> None:
    job = _job(location=(), remote="yes", remote_from=("anywhere", "SE", "DE"))
    assert (job.location, job.workplace) == ("Sweden", "Remote")


@pytest.mark.parametrize(
    ("remote", "workplace"), [("no", "On-site"), ("hybrid", "Hybrid"), ("yes", "Remote")]
)
def test_workplace_is_one_of_three(remote: str, workplace: str) -> None:
    assert _job(remote=remote).workplace == workplace


@pytest.mark.parametrize("level", LEVEL.words)
def test_every_level_has_a_code(level: str) -> None:
    assert _job(level=level).level in LEVELS


@pytest.mark.parametrize("kind", EMPLOYMENT.words)
def test_every_kind_of_employment_has_a_code(kind: str) -> None:
    assert _job(employment=(kind,)).employment in KINDS


@pytest.mark.parametrize("per", PAY_PERIOD.words)
def test_every_period_of_pay_has_a_code(per: str) -> None:
    pay = _job(salary=Salary(Decimal("32.50"), Decimal(40), "EUR", per)).pay
    assert pay
    assert (pay.minimum, pay.maximum, pay.currency) == ("32.50", "40", "EUR")
    assert pay.period in {"HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"}


def test_what_a_posting_does_not_say_stays_empty() -> None:
    job = _job()
    assert (job.level, job.employment, job.pay, job.closes, job.skills) == ("", "", None, "", ())


def test_place_has_its_own_pay_and_way_to_apply() -> None:
    pay = Salary(Decimal(50), Decimal(60), "EUR", "hour")
    entry = PlaceEntry("Berlin, Germany", "https://apply.example.com/berlin", pay)
    job = _job(location=(entry,), salary=Salary(Decimal(1), Decimal(2), "EUR", "year"))
    assert job.apply_url == "https://apply.example.com/berlin"
    assert job.pay == LinkedInPay("50", "60", "EUR", "HOURLY")


def test_id_always_fits() -> None:
    job = _job(id="x" * 40)
    assert len(job.id) <= 40
