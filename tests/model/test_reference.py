"""docs/fields.md says what the tables say."""

import re

import pytest

from generator.model.files import FILE_KINDS
from generator.model.kinds import Field
from generator.model.reference import accepts, field_reference, title_of
from generator.model.site_fields import SITE
from generator.model.vocabulary import EMPLOYMENT, PAY_PERIOD, Vocabulary, fold_word

TABLES = {**{title_of(kind): kind.fields for kind in FILE_KINDS}, "The site": SITE}


def section_of(title: str) -> str:
    return field_reference().partition(f"\n## {title}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize(("title", "fields"), TABLES.items(), ids=TABLES)
def test_every_field_is_described(title: str, fields: tuple[Field, ...]) -> None:
    headings = [f"### `{field.name}`" for field in fields]
    assert [heading for heading in headings if heading not in section_of(title)] == []


def test_own_fields_are_offered_where_they_may_stand() -> None:
    offering = [title for title in TABLES if "begin with `x_`" in section_of(title)]
    assert offering == [title_of(kind) for kind in FILE_KINDS if kind.takes_extra]


@pytest.mark.parametrize("vocabulary", [EMPLOYMENT, PAY_PERIOD], ids=["in a list", "inside a map"])
def test_every_word_is_listed_with_its_spellings(vocabulary: Vocabulary) -> None:
    section = field_reference().partition(f"\n### Words: {vocabulary.name}\n")[2].partition("\n#")[0]
    for word, others in vocabulary.words.items():
        line = next(line for line in section.splitlines() if line.startswith(f"| `{word}` |"))
        listed = {fold_word(spelling.strip(" `")) for cell in line.split("|") for spelling in cell.split(",")}
        assert listed >= {fold_word(other) for other in others}


def test_spelling_that_differs_only_by_case_is_left_out() -> None:
    assert "FULL_TIME" not in field_reference()


def test_links_lead_to_headings() -> None:
    page = field_reference()
    headings = re.findall("^#+ (.+)$", page, re.MULTILINE)
    anchors = {heading.lower().replace(":", "").replace(" ", "-") for heading in headings}
    links = set(re.findall(r"\(#([^)]+)\)", page))
    assert "words-pay-period" in links
    assert links <= anchors


def test_every_kind_can_be_said() -> None:
    assert all(accepts(field.kind) for fields in TABLES.values() for field in fields)
