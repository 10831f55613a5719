from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from generator.model.documents import Body
from generator.model.site_config import Company
from generator.model.values import PlaceEntry, Salary, Term
from generator.model.vocabulary import EDUCATION, EMPLOYMENT, LEVEL, PAY_PERIOD, REMOTE
from generator.pages.assets import Asset, Assets
from generator.pages.search_values import coded
from generator.pages.view import Viewer
from generator.render.jobs_feed import jobs_feed
from tests.builders import make_plan, make_posting
from tests.sample import ROOT

SCHEMA: dict[str, Any] = msgspec.json.decode((ROOT / "docs/jobs.schema.json").read_bytes())
JOB: dict[str, Any] = SCHEMA["$defs"]["job"]

_AUSTIN = Salary(Decimal("32.50"), Decimal(40), "USD", "hour", "plus tips")
WHOLE = make_posting(
    id="lh-4821",
    title="Staff engineer",
    summary="Build it.",
    category=("Engineering & IT / Software", "Design"),
    location=(
        PlaceEntry("Berlin, Germany", "https://apply.example.com/berlin"),
        PlaceEntry(
            "Austin, TX, USA", salary=Salary(Decimal("32.50"), Decimal(40), "USD", "hour", "plus tips")
        ),
        PlaceEntry("Sweden"),
    ),
    remote="yes",
    remote_from=("SE", "anywhere"),
    employment=("full-time", "working student"),
    salary=Salary(Decimal(60000), Decimal(70000), "EUR", "year"),
    posted=date(2026, 3, 2),
    opens=date(2026, 3, 3),
    closes=date(2026, 4, 15),
    updated=date(2026, 3, 9),
    apply="jobs@example.com",
    requisition="R-1",
    team="Kitchen",
    level="senior",
    skills=("Go", "SQL"),
    languages=("English",),
    hours="37.5",
    start="May",
    positions=2,
    education=("no requirements", "bachelor degree"),
    experience=0,
    term=Term(permanent=False, months=12),
    company="Example Labs",
    language="sv",
    image="/team.jpg",
    image_alt="The team",
    extra={"x_perks": ("tea", {"x_kind": "green"}), "x_code": "7"},
)
ASSETS = Assets({"team.jpg": Asset("1", 40, 30)})


def _feed(*documents: Any, **options: Any) -> dict[str, Any]:
    planned = make_plan(*documents, **options)
    view: Any = Viewer(planned, "en").view(next(page for page in planned.pages if page.url == "/jobs.json"))
    feed: dict[str, Any] = msgspec.json.decode(jobs_feed(view))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(feed)] == []
    return feed


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_feed_holds_the_open_jobs_newest_first() -> None:
    feed = _feed(
        make_posting("old", posted=date(2026, 1, 1)),
        make_posting("new", posted=date(2026, 3, 1)),
        make_posting("filled", status="filled", posted=date(2026, 3, 5)),
        make_posting("soon", opens=date(2026, 4, 1)),
    )
    assert [job["title"] for job in feed["jobs"]] == ["New", "Old"]
    assert feed["updated"] == "2026-03-05"
    assert (feed["version"], feed["site"]) == (1, "Example")
    assert feed["url"] == "https://careers.example.com/jobs/"


def test_feed_without_any_job_is_sound() -> None:
    assert _feed() == {
        "version": 1,
        "site": "Example",
        "url": "https://careers.example.com/jobs/",
        "updated": None,
        "jobs": [],
    }


def test_job_says_everything_its_posting_does() -> None:
    (job,) = _feed(WHOLE, assets=ASSETS, url="https://example.github.io/careers")["jobs"]
    host = "https://example.github.io/careers"
    mail = "mailto:jobs@example.com?subject=Staff%20engineer%20%28lh-4821%29"
    assert job == {
        "id": "lh-4821",
        "url": f"{host}/jobs/backend-engineer/",
        "title": "Staff engineer",
        "language": "sv",
        "company": "Example Labs",
        "summary": "Build it.",
        "categories": [["Engineering & IT", "Software"], ["Design"]],
        "places": [
            {
                "country": "DE",
                "country_name": "Germany",
                "city": "Berlin",
                "url": f"{host}/locations/germany/berlin/",
                "apply": "https://apply.example.com/berlin",
            },
            {
                "country": "US",
                "country_name": "United States",
                "region": "TX",
                "city": "Austin",
                "url": f"{host}/locations/united-states/austin/",
                "salary": {"min": 32.5, "max": 40, "currency": "USD", "per": "hour", "note": "plus tips"},
            },
            {"country": "SE", "country_name": "Sweden", "url": f"{host}/locations/sweden/"},
        ],
        "remote": "yes",
        "remote_from": ["SE", "anywhere"],
        "employment": ["full-time", "working-student"],
        "term": {"permanent": False, "months": 12},
        "salary": {"min": 60000, "max": 70000, "currency": "EUR", "per": "year"},
        "apply": mail,
        "posted": "2026-03-02",
        "updated": "2026-03-09",
        "opens": "2026-03-03",
        "closes": "2026-04-15",
        "requisition": "R-1",
        "team": "Kitchen",
        "level": "senior",
        "skills": ["Go", "SQL"],
        "languages": ["English"],
        "hours": "37.5",
        "start": "May",
        "positions": 2,
        "education": ["no-requirements", "bachelor-degree"],
        "experience": 0,
        "image": {"url": f"{host}/team.jpg", "alt": "The team"},
        "extra": {"perks": ["tea", {"x_kind": "green"}], "code": "7"},
    }


def test_schema_describes_the_fields_in_the_order_of_the_feed() -> None:
    (job,) = _feed(WHOLE, assets=ASSETS)["jobs"]
    assert list(job) == list(JOB["properties"])
    (place,) = (place for place in job["places"] if "region" in place)
    described = SCHEMA["$defs"]["place"]["properties"]
    assert [name for name in described if name != "apply"] == list(place)


def test_job_has_at_least_what_the_schema_requires() -> None:
    bare = make_posting(location=(), remote="yes", apply="", category=("Engineering",))
    (job,) = _feed(bare, company=Company("Example Ltd"))["jobs"]
    assert list(job) == JOB["required"]
    assert job["company"] == "Example Ltd"


def test_job_without_a_summary_has_its_opening_words() -> None:
    (job,) = _feed(make_posting(body=Body((), "Opening words")))["jobs"]
    assert job["summary"] == "Opening words"


def test_permanent_contract_is_said_and_so_is_one_of_unknown_length() -> None:
    permanent, fixed = _feed(
        make_posting("a", term=Term(permanent=True)), make_posting("b", term=Term(permanent=False))
    )["jobs"]
    assert (permanent["term"], fixed["term"]) == ({"permanent": True}, {"permanent": False})


def test_picture_that_is_not_there_is_not_named() -> None:
    (job,) = _feed(make_posting(image="gone.jpg", image_alt="Gone"))["jobs"]
    assert "image" not in job


@pytest.mark.parametrize(
    ("name", "vocabulary"),
    [("remote", REMOTE), ("level", LEVEL), ("employment", EMPLOYMENT), ("education", EDUCATION)],
)
def test_schema_knows_every_code(name: str, vocabulary: Any) -> None:
    described = JOB["properties"][name]
    codes = described.get("enum") or described["items"]["enum"]
    assert codes == [coded(word) for word in vocabulary.words]


def test_schema_knows_every_period_of_pay() -> None:
    assert SCHEMA["$defs"]["salary"]["properties"]["per"]["enum"] == list(PAY_PERIOD.words)
