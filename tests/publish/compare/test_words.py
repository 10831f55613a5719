"""Words that are others: all of them, no more than those, and never for long."""

import random

import pytest

from generator.model.documents import Reference
from generator.publish.compare.words import Part, Words, passages, words_of


def _told(before: str, after: str) -> list[str]:
    """The passages of two texts, paragraphs parted by bars, with what is gone and new marked."""
    marks = {Part.SAME: "{}", Part.GONE: "[-{}-]", Part.NEW: "[+{}+]"}
    found = passages(*(Words(tuple(text.split("|"))) for text in (before, after)))
    return ["".join(marks[run.part].format(run.text) for run in passage) for passage in found]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("the same words", "the same words", []),
        ("a team of five people", "a team of six people", ["a team of[- five-][+ six+] people"]),
        ("one two", "one two three", ["one two[+ three+]"]),
        ("one two three", "two three", ["[-one-] two three"]),
        ("one|two|three", "one|three", ["[-two-]"]),
        ("one two|three", "one|two three", []),
        ("one|two", "one two", []),
        ("Rust, Go", "Rust; Go", ["Rust[-,-][+;+] Go"]),
        ("pays 1,000 a month", "pays 1,200 a month", ["pays[- 1,000-][+ 1,200+] a month"]),
        ("東京で働く人", "京都で働く人", ["[-東京-][+京都+]で働く人"]),
        (
            "we do it and so it is",
            "they did it and so it was",
            ["[-we do-][+they did+] it and so it[- is-][+ was+]"],
        ),
        ("a b c d", "x b y d", ["[-a b c-][+x b y+] d"]),
    ],
)
def test_words_that_changed_are_told(before: str, after: str, told: list[str]) -> None:
    assert _told(before, after) == told


def test_long_stretches_of_the_same_words_are_cut() -> None:
    many = " ".join(f"w{n}" for n in range(50))
    first, last = (" ".join(f"w{n}" for n in some) for some in (range(8), range(42, 50)))
    told = _told(f"{many} old {many} end {many}", f"{many} new {many} END {many}")
    assert told == [f"… {last}[- old-][+ new+] {first} … {last}[- end-][+ END+] {first} …"]


def test_both_sides_can_be_read_from_what_is_told() -> None:
    chance = random.Random(7)
    for _ in range(300):
        before, after = (" ".join(chance.choices("abcde", k=chance.randrange(1, 12))) for _ in range(2))
        for passage in passages(Words((before,)), Words((after,))):
            for part, text in ((Part.NEW, before), (Part.GONE, after)):
                told = "".join(run.text for run in passage if run.part is not part)
                assert told.split() == text.split()


@pytest.mark.parametrize("every", [12, 5])
def test_long_text_with_many_other_words_is_told_by_those(every: int) -> None:
    chance = random.Random(3)
    words = [chance.choice((f"word{n}", "the", "and", "of")) for n in range(6000)]
    other = [f"x{n}" if n % every == 0 else word for n, word in enumerate(words)]
    (passage,) = passages(Words((" ".join(words),)), Words((" ".join(other),)))
    for part, text in ((Part.GONE, words), (Part.NEW, other)):
        told = [word for run in passage if run.part is part for word in run.text.split()]
        changed = [word for n, word in enumerate(text) if n % every == 0]
        assert set(changed) <= set(told)
        assert len(told) < 3 * len(changed)


def test_text_that_is_all_other_words_is_told_whole() -> None:
    before, after = (" ".join(f"{side}{n}" for n in range(3000)) for side in ("a", "b"))
    assert _told(before, after) == [f"[-{before}-][+{after}+]"]


def test_texts_made_to_keep_a_comparison_busy_end() -> None:
    found = passages(Words(("a b " * 20_000,)), Words(("b b a " * 20_000,)))
    assert [run.part for run in found[0]] == [Part.GONE, Part.NEW]


def test_what_readers_see_of_lists_and_links_counts_as_words() -> None:
    page = (
        '<ol start="7"><li>Ask</li></ol><ul><li><input type="checkbox" disabled checked> Done</li>'
        '<li><input type="checkbox" disabled> Open</li></ul><p><a href="/x" title="A hint">Here</a></p>'
    )
    assert words_of((page,), ()).paragraphs == ("7.", "Ask", "☑ Done", "☐ Open", "(A hint) Here")


def test_words_are_read_without_markup_and_links_by_where_they_lead() -> None:
    pieces = (
        '<h2 id="x">Who <em>you</em> are</h2><ul><li>A <a ',
        '>cook</a></li><li>&lt;Calm&gt; <a href="https://example.com">now</a></li></ul><img alt="A pan" ',
        ">",
    )
    references = (Reference("../cook.md", "more", 3), Reference("/pan.jpg", "", 4, is_picture=True))
    assert words_of(pieces, references) == Words(
        ("Who you are", "A cook", "<Calm> now", "A pan"),
        ("../cook.md#more", "https://example.com", "/pan.jpg"),
    )
