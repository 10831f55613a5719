import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.content.markdown.body import parse_body
from generator.content.markdown.words import count_words

SPACES = " \t\n\x0b\x1c\x85\u00a0\u2003\u2028\u3000\u200b\u00ad"


@given(st.text(alphabet=f"aé’{SPACES}") | st.text())
@example("")
@example("one")
@example("two  words")
@example("deux\u00a0mots")
def test_words_are_what_spaces_of_any_kind_part(text: str) -> None:
    assert count_words(text.strip()) == len(text.split())


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("## Work\n\nTea *and* talk.", 4 + 1 + 13),
        ("- one\n- two", 7),
        ("![Cup](/cup.svg)", 0),
        ("a" * 99, 99),
        ("a" * 101, 100),
        ("<section>Tea</section>", 3),
    ],
)
def test_characters_of_a_body_are_counted_to_a_hundred(text: str, length: int) -> None:
    assert parse_body(text, 1, "en", "a.md", True).body.length == length
