import json
from typing import Any

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.boards.greenhouse import read_greenhouse
from generator.importers.imported import Delivery, Imported
from generator.importers.reading import Reading
from tests.importers.fixtures import fixture


def deliver(*jobs: Any) -> Delivery:
    return read_greenhouse(json.dumps({"jobs": jobs}).encode(), Reading())


def read(**facts: Any) -> Imported:
    """The posting of a job with these facts besides what each has."""
    job = {"id": 1, "title": "Diver", "absolute_url": "https://boards.example.com/1", **facts}
    return deliver(job).postings[0]


def test_fixture_becomes_postings_of_ours() -> None:
    found = read_greenhouse(fixture("greenhouse.json"), Reading(time_zone="Europe/Stockholm"))
    first, second = found.postings
    assert first.id == "4021990"
    assert first.fields == {
        "title": "Data Engineer, Tides & Weather",
        "category": ("Engineering",),
        "location": ("San Francisco, CA, USA", "New York, NY, USA"),
        "employment": ("full-time",),
        "salary": "USD 180,000 - 220,000 per year",
        "posted": "2026-03-02",
        "updated": "2026-03-10",
        "apply": "https://boards.example.com/harbour/jobs/4021990",
        "requisition": "R-118",
    }
    assert first.body == (
        "Harbour Works keeps ports moving.\n\n## What you will do\n\n"
        "- Build pipelines that **never** lose a reading\n- Talk to harbour masters\n\n"
        "Write to us.\n\nWe answer R&D questions, too.\n"
    )
    assert first.notes == ()
    assert (second.fields["remote"], second.fields["category"]) == ("yes", ("Training/Safety",))


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("&lt;p&gt;R&amp;amp;D &amp;lt;b&amp;gt;&lt;/p&gt;", "R&D \\<b>\n"),
        ("<p>R&amp;D</p>", "R&D\n"),
        ("Plain words &amp; more", "Plain words & more\n"),
    ],
    ids=["escaped twice", "escaped once", "no HTML"],
)
def test_content_is_unescaped_as_often_as_it_was_escaped(content: str, body: str) -> None:
    assert read(content=content).body == body


def test_pay_of_zones_spans_all_and_is_told() -> None:
    zones = [
        {"min_cents": 15000000, "max_cents": 18000000, "currency_type": "USD", "title": "Zone A"},
        {"min_cents": 14000000, "max_cents": 17000000, "currency_type": "USD", "title": "Zone B"},
    ]
    found = read(pay_input_ranges=zones)
    assert found.fields["salary"] == "USD 140,000 - 180,000 per year"
    assert "the salary spans several ranges: Zone A USD 150,000 - 180,000; Zone B" in found.notes[0]


def test_pay_is_by_the_hour_only_where_it_says_so() -> None:
    pay = {"min_cents": 2550, "max_cents": 3000, "currency_type": "USD", "title": "Hourly pay"}
    assert read(pay_input_ranges=[pay]).fields["salary"] == "USD 25.50 - 30.00 per hour"
    unsaid = read(pay_input_ranges=[{**pay, "title": "Pay"}])
    assert "salary" not in unsaid.fields
    assert "doesn't say for how long" in unsaid.notes[0]


@pytest.mark.parametrize(
    ("title", "blurb", "ends", "currency", "salary"),
    [
        ("Annual salary", "Based on a 40 hour week", (150_000, 200_000), "USD", "per year"),
        ("Monthly pay", None, (12_000, 15_000), "EUR", "per month"),
        ("Monthly gross salary", "Plus an annual bonus", (800_000, 900_000), "HUF", "per month"),
        ("Daily rate", None, (20_000, 30_000), "JPY", "per day"),
        ("Yearly", None, (9_000, 12_000), "USD", "per year"),
        ("Jahresgehalt", "40 Stunden pro Woche", (50_000, 60_000), "EUR", "per year"),
        ("Salaire brut par mois", None, (3_000, 4_000), "EUR", "per month"),
        ("Pay", "$25 - $30/hour for 37.5 hours per week", (25, 30), "USD", "per hour"),
        ("Lön per månad, 12-month contract", None, (40_000, 50_000), "SEK", "per month"),
        ("Årslön eller lön per år", None, (400_000, 500_000), "NOK", "per year"),
        ("Rate $/hr", None, (20, 30), "USD", "per hour"),
        ("Base pay for a 5-day week, per annum", None, (50_000, 60_000), "GBP", "per year"),
    ],
)
def test_pay_is_for_the_period_that_its_words_name(
    title: str, blurb: str | None, ends: tuple[int, int], currency: str, salary: str
) -> None:
    cents = {"min_cents": ends[0] * 100, "max_cents": ends[1] * 100}
    found = read(pay_input_ranges=[{**cents, "currency_type": currency, "title": title, "blurb": blurb}])
    assert found.fields["salary"] == f"{currency} {ends[0]:,} - {ends[1]:,} {salary}"
    assert not [note for note in found.notes if "pay" in note]


@pytest.mark.parametrize(
    ("title", "least", "currency"),
    [
        ("Salary", 800_000, "HUF"),
        ("Salary", 12_000, "EUR"),
        ("Hourly or monthly", 50_000, "EUR"),
        ("Pay of an HR lead, PA", 9_000, "USD"),
        ("Weekly pay of monthly rate", 9, "USD"),
    ],
)
def test_pay_whose_period_cannot_be_told_is_left_out(title: str, least: int, currency: str) -> None:
    pay = {"min_cents": least * 100, "max_cents": least * 100, "currency_type": currency, "title": title}
    found = read(pay_input_ranges=[pay])
    assert "salary" not in found.fields
    assert "doesn't say for how long" in found.notes[0]


def test_period_that_only_the_size_tells_is_told() -> None:
    pay = {"min_cents": 15000000, "max_cents": 20000000, "currency_type": "USD", "title": "US Zone A"}
    assert "read as `USD 150,000 - 200,000 per year`, by its size" in read(pay_input_ranges=[pay]).notes[0]


def test_missing_text_says_how_to_get_it() -> None:
    assert any("?content=true" in note for note in read().notes)


def test_job_that_cannot_be_understood_is_left_out_and_not_taken_for_gone() -> None:
    whole = {"id": 1, "title": "Diver", "absolute_url": "https://boards.example.com/1"}
    found = deliver(whole, {"id": 2, "title": "Cook"}, {"title": 7}, "text", {**whole, "title": "Twice"})
    assert [one.fields["title"] for one in found.postings] == ["Diver"]
    assert found.unread == ("2",)
    assert len(found.problems) == 4
    assert found.problems == (
        "`Cook` was left out: it has no `absolute_url`",
        "job 3 was left out: its `title` is a number, and should be a text",
        "job 4 was left out: it is a text, and should be a group of fields",
        "`Twice` was left out: another job has its id `1`",
    )


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"title": None}, "it has no `title`"),
        ({"title": 7}, "its `title` is a number, and should be a text"),
        ({"location": {"name": []}}, "its `location.name` is a list, and should be a text"),
        ({"departments": {}}, "its `departments` is a group of fields, and should be a list"),
        ({"pay_input_ranges": [{"min_cents": "x"}]}, "its `pay_input_ranges[0].min_cents` can't be read"),
    ],
)
def test_reason_why_a_job_is_left_out_is_a_sentence(facts: dict[str, Any], reason: str) -> None:
    job = {"id": 1, "title": "Diver", "absolute_url": "https://boards.example.com/1", **facts}
    assert deliver(job).problems[0].endswith(f" was left out: {reason}")


def test_number_that_json_does_not_know_is_no_cut_answer() -> None:
    pay = b'[{"min_cents": NaN, "max_cents": 1e999999, "currency_type": "USD"}]'
    job = b'{"id": 1, "title": "Diver", "absolute_url": "https://example.com/1", "pay_input_ranges": '
    found = read_greenhouse(b'{"jobs": [' + job + pay + b"}]}", Reading()).postings[0]
    assert (found.fields["title"], "salary" in found.fields) == ("Diver", False)
    long = b'{"jobs": [' + job.replace(b"1,", b"1" * 50 + b",", 1) + b"[]}]}"
    assert read_greenhouse(long, Reading()).postings[0].id == "1" * 50


@pytest.mark.parametrize("value", ["Full-time", ["Full-time"], ["Full-time", None, "Internship"]])
def test_own_field_may_hold_several(value: Any) -> None:
    found = read(metadata=[{"name": "Employment Type", "value": value}]).fields["employment"]
    assert isinstance(found, tuple)
    assert found[0] == "full-time"
    assert len(found) == (2 if len(value) == 3 else 1)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the source is empty"),
        (b" <!doctype html><h1>503</h1>", "the source is a web page and no JSON"),
        (b'{"status":404,"error":"Job not found"}', "it says `Job not found`"),
        (b'{"jobs":[{"id":1,"tit', "it may be cut"),
        (b"[" * 100_000, "it may be cut"),
        (b'{"jobs":{}}', "isn't what Greenhouse answers"),
        (b"[]extra", "it may be cut"),
        (b"\xff\xfe", "it may be cut"),
    ],
    ids=["empty", "page", "error", "cut", "nested", "shape", "more", "bytes"],
)
def test_answer_that_is_no_board_is_refused_whole(data: bytes, message: str) -> None:
    with pytest.raises(OpeningsError) as refused:
        read_greenhouse(data, Reading())
    assert message in refused.value.message
    assert "nothing was changed" in refused.value.hint


def test_language_is_said_only_where_it_is_another_than_the_site_s() -> None:
    assert [read(language=tag).fields.get("language") for tag in ("en", "en-GB", "de")] == [None, None, "de"]


def test_number_for_a_requisition_is_its_text() -> None:
    assert read(requisition_id=118).fields["requisition"] == "118"


def test_half_a_character_is_no_reason_to_refuse_a_board() -> None:
    data = json.dumps({"jobs": [{"id": 1, "title": "Diver \ud83d", "absolute_url": "https://example.com/1"}]})
    assert read_greenhouse(data.encode(), Reading()).postings[0].fields["title"] == "Diver ?"


def test_ids_that_are_one_in_the_lock_are_one_job_s() -> None:
    same = [
        {"id": name, "title": "Diver", "absolute_url": "https://boards.example.com/1"}
        for name in ("a b", "a  b", " a b")
    ]
    found = deliver(*same)
    assert (len(found.postings), len(found.problems)) == (1, 2)
    assert deliver({**same[0], "id": "\u200b"}).problems == ("`Diver` was left out: it has no id",)


def test_job_that_cannot_be_read_and_has_no_id_may_be_any_of_them() -> None:
    assert deliver({"title": None}).hidden == 1
    assert deliver({"id": 7, "title": None}).hidden == 0
