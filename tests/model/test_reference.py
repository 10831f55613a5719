"""docs/fields.md says what the tables say."""

from pathlib import Path

import pytest

from generator.model.reference import FILES, FileKind, accepts, field_reference
from generator.model.vocabulary import EMPLOYMENT, PAY_PERIOD, Vocabulary, fold_word

PAGE = Path(__file__).parents[2] / "docs" / "fields.md"


def test_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == field_reference(), "docs/fields.md is out of date: run `make docs`"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.title)
def test_every_field_is_described(file: FileKind) -> None:
    section = field_reference().partition(f"\n## {file.title}\n")[2].partition("\n## ")[0]
    headings = [f"### `{field.name}`" for field in file.fields]
    assert [heading for heading in headings if heading not in section] == []


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
    assert "(#words-pay-period)" in page
    assert "### Words: pay period" in page


def test_every_kind_can_be_said() -> None:
    assert all(accepts(field.kind) for file in FILES for field in file.fields)
