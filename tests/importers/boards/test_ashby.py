import json

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.boards.ashby import read_ashby
from generator.importers.reading import Reading
from tests.importers.fixtures import fixture


def test_fixture_becomes_postings_of_ours() -> None:
    found = read_ashby(fixture("ashby.json"), Reading(time_zone="Europe/Stockholm"))
    first, second = found.postings
    assert first.fields == {
        "title": "Harbour Planner",
        "category": ("Operations / Planning",),
        "location": ("Hamburg, Germany", "Bremen, Germany", "Oslo, Norway"),
        "remote": "hybrid",
        "employment": ("full-time",),
        "salary": "EUR 60,000 - 75,000 per year",
        "posted": "2026-03-05",
        "apply": "https://jobs.example.com/harbour/7458d4e9-da2e-47bd-98cb-adfda43d42b2/application",
        "team": "Planning",
    }
    assert first.body == "## The work\n\nPlan **berths**.\n\n- By day\n  - and tide\n"
    assert (second.id, second.fields["category"]) == ("9f11aa52-0000-4444-8888-123456789abc", ("Operations",))
    assert (second.fields["remote"], second.fields["remote_from"]) == ("yes", ("United States",))
    assert second.fields["employment"] == ("internship",)
    assert "team" not in second.fields


def test_job_that_is_not_listed_is_no_posting() -> None:
    found = read_ashby(fixture("ashby.json"), Reading())
    assert "Quiet Search" not in [one.fields["title"] for one in found.postings]
    assert (found.problems, found.unread) == ((), ())


def test_job_that_does_not_say_whether_it_is_listed_is_one() -> None:
    job = {"title": "Diver", "jobUrl": "https://jobs.example.com/1", "isListed": None}
    assert len(read_ashby(json.dumps({"jobs": [job]}).encode(), Reading()).postings) == 1


def test_office_of_the_site_goes_before_its_address() -> None:
    found = read_ashby(fixture("ashby.json"), Reading(offices=frozenset({"hamburg"})))
    assert found.postings[0].fields["location"] == ("Hamburg", "Bremen, Germany", "Oslo, Norway")


def test_answer_of_another_system_is_refused() -> None:
    with pytest.raises(OpeningsError) as refused:
        read_ashby(fixture("lever.json"), Reading())
    assert refused.value.message == "the source isn't what Ashby answers"
    assert "another system" in refused.value.hint


def test_job_that_cannot_be_read_is_known_by_the_end_of_its_address() -> None:
    job = {"title": None, "jobUrl": "https://jobs.example.com/harbour/7458d4e9/"}
    found = read_ashby(json.dumps({"jobs": [job]}).encode(), Reading())
    assert (found.postings, found.unread) == ((), ("7458d4e9",))
