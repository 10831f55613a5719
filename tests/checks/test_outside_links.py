"""Which links lead out of a site, and where they stand."""

import pytest

from generator.checks.outside_links import OutsideLink, is_skipped, place_of
from generator.diagnostics.diagnostic import Span


def _link(written: str) -> OutsideLink:
    return OutsideLink(written, written, "content/a.md")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("---\n---\n[a](https://a.example/b)\n", 3, 5),
        ("https://a.example/bc\nhttps://a.example/b.", 2, 1),
        ("https://a.example/b/c https://a.example/b?d https://a.example/b", 1, 45),
        ("nothing of the kind", 1, 1),
    ],
)
def test_link_is_found_in_the_words(text: str, line: int, column: int) -> None:
    at = place_of(_link("https://a.example/b"), text)
    assert (at.path, at.line, at.column) == ("content/a.md", line, column)


def test_link_in_html_is_found() -> None:
    assert place_of(_link("https://a.example/?b&c"), '\n<a href="https://a.example/?b&amp;c">').line == 2


def test_link_with_other_letters_is_found_as_it_was_written() -> None:
    assert place_of(_link("https://a.example/f%C3%BCr"), "\n<https://a.example/f\u00fcr>").line == 2


def test_link_of_a_field_stands_there() -> None:
    at = Span("content/site.yaml", 7)
    assert place_of(OutsideLink("https://a.example", "https://a.example", "content/site.yaml", at), "") == at


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a.example", True),
        ("A.Example", True),
        ("example", True),
        ("b.example", False),
        ("ample", False),
        ("a.example/b", True),
        ("a.example/b/c", True),
        ("a.example/c", False),
        ("https://a.example/b", True),
        ("a.example:443", False),
    ],
)
def test_pattern_names_a_host_and_the_beginning_of_a_path(pattern: str, expected: bool) -> None:
    assert is_skipped("https://user@a.example/b/c?d", [pattern]) is expected


def test_pattern_without_a_port_is_for_any() -> None:
    patterns = ("a.example", "a.example:8443", "a.example:8444")
    assert [is_skipped("https://a.example:8443/", [one]) for one in patterns] == [True, True, False]
