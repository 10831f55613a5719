import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.writing.yaml_text import field_text, front_matter, scalar
from generator.content.yaml.loader import load
from generator.content.yaml.nodes import ListNode, TextNode


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Backend engineer", "Backend engineer"),
        ("New York, USA", "New York, USA"),
        ("C#", "C#"),
        ("R&D", "R&D"),
        ("2026-03-02", "2026-03-02"),
        ("yes", "yes"),
        ("https://a.example/b?c=d", "https://a.example/b?c=d"),
        ("Head: soups", '"Head: soups"'),
        ("a #b", '"a #b"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ('"Q" lead', '"\\"Q\\" lead"'),
        ("[x]", '"[x]"'),
        ("- x", '"- x"'),
        ("@x", '"@x"'),
        ("!x", '"!x"'),
    ],
)
def test_quotes_are_written_only_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written


def test_several_values_stand_in_brackets_or_below_each_other() -> None:
    assert field_text("remote_from", ("Sweden", "Norway")) == "remote_from: [Sweden, Norway]\n"
    assert field_text("location", ("New York, USA", "Oslo")) == "location:\n  - New York, USA\n  - Oslo\n"
    assert field_text("location", ("Oslo",)) == "location: Oslo\n"
    assert field_text("skills", tuple("abcdefgh" * 20)).count("\n") == 161


def test_fields_without_a_value_are_left_out() -> None:
    assert front_matter([("title", "A"), ("summary", ""), ("skills", ())]) == "---\ntitle: A\n---\n"


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1).map(str.strip)
PRINTED = st.lists(WORDS, min_size=1).map(" ".join).filter(bool)


@given(st.lists(PRINTED, min_size=1, max_size=4))
def test_every_text_is_read_back_as_it_was(values: list[str]) -> None:
    mapping, problems = load("x.md", field_text("skills", tuple(values)))
    assert mapping is not None
    assert not problems
    value = mapping.entries[0].value
    nodes = value.items if isinstance(value, ListNode) else (value,)
    assert [node.text for node in nodes if isinstance(node, TextNode)] == values
