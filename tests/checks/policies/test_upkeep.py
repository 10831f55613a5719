from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from generator.checks.policies.upkeep import _EXAMPLES
from generator.diagnostics.diagnostic import Severity
from generator.model.documents import Spans
from generator.model.site_config import Lifecycle, Policies
from generator.model.values import PlaceEntry, Salary, Term
from generator.model.vocabulary import REQUIRABLE
from tests.builders import make_posting
from tests.checks.policies.judging import judged, names

POSTED = date(2026, 3, 2)
PLACE = ("Oslo, Norway",)
PAY = Salary(Decimal(1), Decimal(2), "NOK", "year")


def _after(days: int, **fields: Any) -> list[str]:
    config = {name: fields.pop(name) for name in ("lifecycle",) if name in fields}
    return names(make_posting("x", location=PLACE, **fields), today=POSTED + timedelta(days), **config)


def test_posting_goes_stale_after_half_a_year() -> None:
    assert _after(180) == []
    assert _after(181) == ["stale-posting"]


def test_site_says_how_long_is_long() -> None:
    assert _after(31, lifecycle=Lifecycle(stale_after=30)) == ["stale-posting"]
    assert _after(300, lifecycle=Lifecycle(stale_after=365)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"updated": POSTED + timedelta(100)},
        {"opens": POSTED + timedelta(100)},
        {"status": "filled"},
        {"status": "on-hold"},
        {"status": "draft"},
        {"opens": POSTED + timedelta(300)},
    ],
)
def test_change_or_another_standing_keeps_a_posting_from_going_stale(
    fields: dict[str, Any],
) -> None:
    assert _after(200, **fields) == []


def test_posting_with_a_last_day_goes_stale_like_any_other() -> None:
    posting = make_posting("x", location=PLACE, closes=POSTED + timedelta(400))
    (problem,) = judged(posting, today=POSTED + timedelta(200))
    assert problem.code.name == "stale-posting"
    assert "`closes:`" not in problem.hint


def test_stale_posting_is_told_what_to_write() -> None:
    (problem,) = judged(make_posting("x", location=PLACE), today=date(2026, 11, 20))
    assert problem.message == "open since 2026-03-02 without a change: 263 days"
    assert "`updated: 2026-11-20`" in problem.hint
    assert "openings close x" in problem.hint


def test_long_name_gets_the_id_to_paste() -> None:
    stem = "senior-android-engineer-offline-listening-and-small-phones"
    posting = make_posting(stem, location=PLACE, id="senior-android-engineer-offline-1a2b3c4d")
    (problem,) = judged(posting)
    assert problem.code.name == "long-name-as-id"
    assert problem.hint == "add a line `id: senior-android-engineer-offline-1a2b3c4d`"
    said = replace(posting, spans=Spans(posting.spans.path, "\nid 3 1 5\n"))
    assert judged(said) == ()
    assert names(make_posting("x" * 40, location=PLACE)) == []


VALUES: dict[str, Any] = {
    "salary": PAY,
    "closes": date(2027, 1, 1),
    "summary": "A job.",
    "employment": ("full-time",),
    "term": Term(permanent=True),
    "level": "senior",
    "team": "Kitchen",
    "requisition": "four",
    "contact": "somebody",
    "hours": "40",
    "start": "Soon",
    "image": "a.jpg",
}


@pytest.mark.parametrize("field", REQUIRABLE.words)
def test_required_field_is_an_error_until_it_is_there(field: str) -> None:
    policies = Policies(require=(field,))
    posting = make_posting("x", location=PLACE)
    (problem,) = judged(posting, policies=policies)
    assert (problem.code.name, problem.severity) == ("required-by-site", Severity.ERROR)
    assert problem.hint == f"write a line such as `{field}: {_EXAMPLES[field]}`"
    if field == "id":
        with_it = replace(posting, spans=Spans(posting.spans.path, "\nid 3 1 5\n"))
    else:
        with_it = replace(posting, **{field: VALUES[field]})
    assert judged(with_it, policies=policies) == ()


def test_pay_of_every_place_is_as_good_as_pay() -> None:
    policies = Policies(require=("salary",))
    both = (PlaceEntry("Oslo, Norway", salary=PAY), PlaceEntry("Bergen, Norway", salary=PAY))
    assert names(make_posting("x", location=both), policies=policies) == []
    one = (both[0], PlaceEntry("Bergen, Norway"))
    assert names(make_posting("x", location=one), policies=policies) == ["required-by-site"]


@pytest.mark.parametrize("status", ["filled", "closed", "draft", "on-hold"])
def test_only_open_postings_owe_fields(status: str) -> None:
    posting = make_posting("x", location=PLACE, status=status)
    assert names(posting, policies=Policies(require=("closes",))) == []
