import json
from typing import Any

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.boards.lever import read_lever
from generator.importers.imported import Imported
from generator.importers.reading import Reading
from tests.importers.fixtures import fixture


def read(**facts: Any) -> Imported:
    """The posting of a job with these facts besides what each has."""
    job = {"id": "a-1", "text": "Diver", "hostedUrl": "https://jobs.example.com/a-1", **facts}
    return read_lever(json.dumps([job]).encode(), Reading()).postings[0]


def test_fixture_becomes_postings_of_ours() -> None:
    found = read_lever(fixture("lever.json"), Reading(time_zone="Europe/Stockholm"))
    first, second = found.postings
    assert first.fields == {
        "title": "Tide Analyst (m/f/d)",
        "category": ("Engineering / Data",),
        "location": ("Stockholm, Sweden", "Oslo, Norway"),
        "remote": "hybrid",
        "employment": ("full-time",),
        "salary": "SEK 42,000 - 51,000 per month",
        "posted": "2026-03-03",
        "apply": "https://jobs.example.com/harbour/0d5a7b1e/apply",
        "team": "Data",
    }
    assert first.notes == ()
    assert first.body == (
        "You read tides.\n\nAnd you like boats.\n\n## What you bring\n\n- Patience\n- SQL & Python\n\n"
        "### How we hire\n\nTwo talks, one day.\n\nPlus a pension.\n"
    )
    assert second.fields["employment"] == ("contract",)
    assert (second.fields["remote"], second.fields["remote_from"]) == ("yes", ("Sweden",))
    assert second.fields["apply"] == "https://jobs.example.com/harbour/1e6b8c2f"


@pytest.mark.parametrize(
    ("interval", "salary"),
    [
        ("per-year-salary", "EUR 10 - 20 per year"),
        ("per-week-salary", "EUR 10 - 20 per week"),
        ("per-day-wage", "EUR 10 - 20 per day"),
        ("per-hour-wage", "EUR 10 - 20 per hour"),
    ],
)
def test_pay_is_for_the_period_that_is_named(interval: str, salary: str) -> None:
    pay = {"min": 10, "max": 20, "currency": "EUR", "interval": interval}
    assert read(salaryRange=pay).fields["salary"] == salary


@pytest.mark.parametrize(
    ("pay", "reason"),
    [
        ({"min": 10, "max": 20, "currency": "EUR", "interval": "one-time"}, "for how long"),
        ({"min": 10, "max": 0, "currency": "EUR", "interval": "per-day-wage"}, "one end only"),
        ({"min": 30, "max": 20, "currency": "EUR", "interval": "per-day-wage"}, "ends below"),
        ({"min": 10, "max": 20, "currency": "ZZZ", "interval": "per-day-wage"}, "has `ZZZ` for a currency"),
    ],
    ids=["period", "one end", "reversed", "currency"],
)
def test_pay_that_cannot_be_written_is_left_out_and_told(pay: dict[str, Any], reason: str) -> None:
    found = read(salaryRange=pay)
    assert "salary" not in found.fields
    assert reason in found.notes[-1]


def test_country_is_that_of_the_primary_location() -> None:
    places = {"location": "Newtown", "allLocations": ["Springfield", "Newtown"]}
    found = read(country="US", categories=places).fields
    assert found["location"] == ("Newtown, United States", "Springfield")
    places = {"location": "New York", "allLocations": ["Berlin", "New York"]}
    assert read(country="US", categories=places).fields["location"] == (
        "New York, United States",
        "Berlin, Germany",
    )


def test_words_for_no_kind_of_employment_are_told() -> None:
    found = read(categories={"commitment": "Night shift"})
    assert "employment" not in found.fields
    assert "`employment`: `Night shift` isn't a word that is known here, and is left out" in found.notes


def test_object_is_no_list_of_postings() -> None:
    with pytest.raises(OpeningsError, match="isn't what Lever answers: it says `Document not found`"):
        read_lever(b'{"ok":false,"error":"Document not found"}', Reading())


def test_plain_words_do_where_there_is_no_html() -> None:
    found = read(descriptionPlain="You dive.\nDeep.\n\n# 1 <b>team", additionalPlain="Write!")
    assert found.body == "You dive.\\\nDeep.\n\n\\# 1 \\<b>team\n\nWrite!\n"
