from datetime import date

import pytest

from generator.publish.compare.changes import Change, Changes, Event
from generator.publish.compare.formats.markdown import render
from generator.publish.compare.report import Entry, report_of
from generator.publish.compare.values import FieldChange

_DAY = date(2026, 3, 16)


def _changes(*fields: FieldChange) -> Changes:
    change = Change(
        Event.CHANGED, "posting", "Cook", "content/postings/cook.md", "/jobs/cook/", fields=fields
    )
    return Changes("main", "0a1b2c", _DAY, (), 1, 1, (change,), (), (), 0)


def _entry(*fields: FieldChange) -> Entry:
    (section,) = report_of(_changes(*fields)).sections
    (entry,) = section.entries
    return entry


def test_sentence_in_a_field_is_told_by_its_words() -> None:
    summary = FieldChange(
        "summary", "We cook for all who come in at noon.", "We bake for all who come in at noon."
    )
    assert _entry(summary).fields == ()
    assert "  - `summary`: We <del>cook</del> <ins>bake</ins> for all" in render(_changes(summary))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("EUR 40,000 per year", "EUR 50,000 per year"),
        ("", "We cook for all who come in at noon, and for those who come late."),
        ("We cook for all who come in at noon.", "We  cook for all who come in at noon."),
    ],
    ids=["a value", "a field that was not there", "the same words"],
)
def test_all_else_is_told_as_a_whole(before: str, after: str) -> None:
    field = FieldChange("summary", before, after)
    assert (_entry(field).fields, _entry(field).reworded) == ((field,), ())
