from typing import Any

import pytest
from msgspec.structs import replace

from generator.diagnostics.diagnostic import Span
from generator.model.documents import Body
from generator.model.site_config import Policies
from tests.builders import make_posting, make_snippet
from tests.checks.policies.judging import judged, names

PLACE = ("Oslo, Norway",)


def _names(**fields: Any) -> list[str]:
    return names(make_posting("x", location=PLACE, **fields))


def test_short_text_is_told_at_the_file() -> None:
    (problem,) = judged(make_posting("x", location=PLACE, body=Body(length=99)))
    assert problem.code.name == "short-description"
    assert problem.at == Span("content/postings/x.md")


@pytest.mark.parametrize(
    ("claim", "remote", "told"),
    [
        ("remote", "no", True),
        ("remote", "hybrid", False),
        ("remote", "yes", False),
        ("on-site", "yes", True),
        ("on-site", "hybrid", False),
        ("on-site", "no", False),
        ("", "no", False),
        ("", "yes", False),
    ],
)
def test_words_against_the_field_are_told(claim: str, remote: str, told: bool) -> None:
    found = _names(remote=remote, remote_from=("NO",), body=Body(claim=claim))
    assert found == (["remote-contradiction"] if told else [])


def test_title_can_contradict_too_and_one_message_is_enough() -> None:
    title = "This role is fully remote: cook"
    assert _names(title=title) == ["remote-contradiction"]
    assert _names(title=title, body=Body(claim="remote")) == ["remote-contradiction"]


@pytest.mark.parametrize(("remote", "told"), [("no", True), ("hybrid", False), ("yes", False)])
def test_word_set_off_in_the_title_is_a_claim(remote: str, told: bool) -> None:
    found = _names(title="Cook (fully remote)", remote=remote, remote_from=("NO",))
    assert ("remote-contradiction" in found) is told


WORDS = Policies(words=(("Equal  opportunity", "All backgrounds"), ("tea",)))


def _missing(posting: tuple[str, ...], snippet: tuple[str, ...] = (), **config: Any) -> list[str]:
    one = make_posting("x", location=PLACE, body=Body(phrases=posting), **config.pop("fields", {}))
    equal = replace(make_snippet("equal", title="Tea for all"), body=Body(phrases=snippet))
    found = judged(one, equal, policies=WORDS, **config)
    return [problem.message for problem in found if problem.code.name == "words-missing"]


def test_one_phrase_of_each_group_is_enough() -> None:
    assert _missing(("all backgrounds", "tea")) == []
    assert _missing(("equal opportunity", "tea")) == []


def test_missing_group_is_told_with_all_its_phrases() -> None:
    assert _missing(("tea",)) == [
        "neither the posting nor its snippets say `Equal  opportunity` or `All backgrounds`"
    ]
    assert len(_missing(())) == 2


def test_words_of_included_snippets_count() -> None:
    assert _missing(("tea",), ("equal opportunity",), include=("equal",)) == []
    assert _missing(("tea",), ("equal opportunity",), fields={"include": ("equal",)}) == []
    assert len(_missing(("tea",), ("equal opportunity",))) == 1


def test_heading_of_an_included_snippet_counts() -> None:
    assert _missing(("equal opportunity",), include=("equal",)) == []
    assert len(_missing(("equal opportunity",))) == 1
