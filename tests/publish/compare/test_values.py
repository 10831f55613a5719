"""Every field of every table is compared, and told as people read it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from generator.model.documents import Document
from generator.model.files import FILE_KINDS
from generator.model.site_config import Company, Lifecycle
from generator.model.site_fields import SITE
from generator.model.values import Contact, Coordinates, Link, PlaceEntry, Redirection, Salary, Term
from generator.publish.compare.values import FieldChange, field_changes, setting_changes, spoken
from tests.builders import (
    make_article,
    make_category,
    make_config,
    make_office,
    make_page,
    make_posting,
    make_snippet,
)

_DOCUMENTS: dict[str, Document] = {
    "posting": make_posting(),
    "category": make_category("kitchen", "Kitchen"),
    "location": make_office("oslo", "Oslo", "Oslo, Norway"),
    "article": make_article("a-week"),
    "page": make_page("students"),
    "snippet": make_snippet("relocation"),
}
_FIELDS = [(kind.name, field.name) for kind in FILE_KINDS for field in kind.fields]


@pytest.mark.parametrize(("kind", "field"), _FIELDS, ids=[f"{kind}.{field}" for kind, field in _FIELDS])
def test_change_of_a_field_is_told(kind: str, field: str) -> None:
    before = _DOCUMENTS[kind]
    after = replace(before, **{field: 7 if field == "experience" else "otherwise"})
    assert [change.field for change in field_changes(before, after)] == [field]


@pytest.mark.parametrize("field", [field.name for field in SITE])
def test_change_of_a_setting_is_told(field: str) -> None:
    before = make_config()
    told = setting_changes(before, replace(before, **{field: _otherwise(getattr(before, field))}))
    assert [change.field.partition(".")[0] for change in told] == [field]


def _otherwise(value: Any) -> Any:
    """Another value: of one with parts, another first part."""
    return replace(value, **{value.__struct_fields__[0]: "otherwise"}) if isinstance(value, Struct) else "x"


def test_part_of_a_setting_is_told_by_its_name() -> None:
    before = make_config(lifecycle=Lifecycle(closing_soon=7), company=Company("Example"))
    after = replace(before, lifecycle=Lifecycle(closing_soon=3), company=Company("Example", employees=9))
    assert setting_changes(before, after) == (
        FieldChange("company.employees", "", "9"),
        FieldChange("lifecycle.closing_soon", "7", "3"),
    )


def test_field_of_the_site_s_own_is_told() -> None:
    before, after = make_posting(extra={"x_shift": "day"}), make_posting(extra={"x_shift": ["day", "night"]})
    assert field_changes(before, after) == (FieldChange("x_shift", "day", "day, night"),)


def test_new_file_tells_what_stands_in_it() -> None:
    new = make_posting(salary=Salary(Decimal(40000), Decimal(40000), "EUR", "year"))
    told = {change.field: (change.before, change.after) for change in field_changes(None, new)}
    assert told == {
        "title": ("", "Backend engineer"),
        "category": ("", "Engineering"),
        "location": ("", "Berlin, Germany"),
        "salary": ("", "€40,000 per year"),
        "posted": ("", "March 2, 2026"),
        "apply": ("", "https://apply.example.com/1"),
    }


def test_day_that_cannot_be_read_is_no_value() -> None:
    assert "posted" not in {c.field for c in field_changes(None, make_posting(posted=date.min))}


def test_of_a_long_list_is_told_what_went_and_what_came() -> None:
    before = make_posting(skills=("SQL", "Go", "Rust", "C", "Java", "Ada"))
    after = replace(before, skills=("SQL", "Go", "Rust", "C", "Java", "Zig"))
    assert field_changes(before, after) == (FieldChange("skills", "Ada", "Zig"),)


def test_months_are_told_as_a_length() -> None:
    before, after = make_posting(experience=1), make_posting(experience=36)
    assert field_changes(before, after) == (FieldChange("experience", "1 month", "3 years"),)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (date(2026, 3, 2), "March 2, 2026"),
        (Salary(Decimal(30), Decimal("32.5"), "GBP", "hour", "plus tips"), "£30–32.50 per hour (plus tips)"),
        (Salary(Decimal(30), Decimal(30), "$", "hour"), "$30 per hour"),
        (Term(permanent=True), "permanent"),
        (Term(permanent=False), "fixed-term"),
        (Term(permanent=False, months=12), "1 year"),
        (PlaceEntry("Oslo, Norway", "https://example.com/1"), "Oslo, Norway (apply: https://example.com/1)"),
        (Contact("Ada Berg", "ada@example.com", "+46 8"), "Ada Berg <ada@example.com>, +46 8"),
        (Link("Jobs", "/jobs/"), "Jobs → /jobs/"),
        (Redirection("/old/", "/jobs/"), "/old/ → /jobs/"),
        (Coordinates(Decimal("59.3"), Decimal(18)), "latitude: 59.3, longitude: 18"),
        ({"a": ["b", "c"], "d": ""}, "a: b, c"),
        (3, "3"),
    ],
)
def test_value_is_told_as_people_read_it(value: Any, text: str) -> None:
    assert spoken(value) == text


def test_every_kind_of_file_has_a_sample_here() -> None:
    assert set(_DOCUMENTS) == {kind.name for kind in FILE_KINDS}
