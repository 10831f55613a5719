import pytest

from generator.content.documents import parse_posting
from generator.content.markdown import parse_body
from generator.content.site_config import parse_config
from tests.content.builders import PATH, SETTINGS, parse, parsed, posting_text, shown

_SAID = "FM029 the text holds a character that isn't shown but acts"


@pytest.mark.parametrize(
    ("title", "character"),
    [
        (r'"\e]0;pwn\a\x9b31m\u202eX"', "U+001B"),
        (r'"a\0b"', "U+0000"),
        (r'"a\rb"', "U+000D"),
        (r'"a\x7f"', "U+007F"),
        (r'"a\x9b31m"', "U+009B"),
        (r'"a\u2066b"', "U+2066"),
        ("a\u202eb", "U+202E"),
    ],
    ids=["terminal title", "NUL", "return", "delete", "C1", "isolate", "override as it is"],
)
def test_text_that_acts_is_refused_where_it_stands(title: str, character: str) -> None:
    found = parse(title=title)
    assert [line.partition(" |")[0] for line in shown(found.diagnostics)] == [f"2:8 {_SAID} ({character})"]
    assert found.document is not None
    assert found.document.title.isprintable()


def test_every_text_of_a_file_is_judged() -> None:
    found = parse(r'x_a: {"\e": [a, "\x9b"]}', r'salary: "EUR 5\e"', category=r'[A, "B\a"]')
    assert [(d.code.name, d.at and d.at.line) for d in found.diagnostics if d.code.code == "FM029"] == [
        ("acting-character", 3), ("acting-character", 6), ("acting-character", 6), ("acting-character", 7)
    ]  # fmt: skip


def test_every_text_of_site_yaml_is_judged() -> None:
    data = b'url: https://example.com\nname: A\ntitle: "\\u202eB"\ntheme: {settings: {a: "\\e"}}\n'
    found = parse_config("content/site.yaml", data)
    assert [d.at and d.at.line for d in found.diagnostics] == [3, 4]


def test_thousands_of_such_texts_are_said_a_few_times() -> None:
    found = parse("x_a: [" + ", ".join([r'"\e"'] * 5_000) + "]")
    assert len(found.diagnostics) == 20


def test_line_ends_tabs_and_joiners_are_fine() -> None:
    posting = parsed(r'summary: "one\ntwo\tthree"', "x_family: 👩\u200d💻")
    assert posting.summary == "one two three"
    assert posting.extra == {"x_family": "👩\u200d💻"}


@pytest.mark.parametrize(
    "title",
    [r'"\u200b"', r'"\ufeff"', "\u2060\u200d", r'" \u00ad "', "\u3164", "\u2800\ufe0f", '""'],
    ids=["zero width", "mark", "joiners", "soft hyphen", "filler", "blank braille", "empty"],
)
def test_title_that_shows_nothing_is_empty(title: str) -> None:
    [said] = shown(parse(title=title).diagnostics)
    assert "FM021 `title` is empty" in said


def test_controls_vanish_from_the_words() -> None:
    text = "Hi\x1b]0;pwn\x07 \x9bthere\n\ta&#12;b\n\n<div>&#27;[31m&#x7f;c</div>\n"
    result = parse_body(text, 1, "en", "a.md", True)
    page = "".join(result.html)
    assert "Hi]0;pwn there" in page
    assert "<div>[31mc</div>" in page
    for words in (page, result.body.text):
        assert words.replace("\n", "").replace("\t", "").isprintable()


def test_opening_words_hold_no_control() -> None:
    assert parse_body("a&#12;b", 1, "en", "a.md", True).body.text == "ab"


@pytest.mark.parametrize("stem", ["\udcff", "caf\udce9", "\udcff" * 60, "a\udcff" * 60])
def test_name_that_is_not_utf_8_raises_nothing(stem: str) -> None:
    data = posting_text().encode()
    found = parse_posting(PATH.replace("backend-engineer", stem), data, SETTINGS)
    assert found.document is not None
    assert found.document.id.isascii()
    assert 1 <= len(found.document.id) <= 40


def test_long_names_have_ids_of_their_own() -> None:
    ids = set()
    for stem in ("a" * 50 + "1", "a" * 50 + "2", "a" * 40, "a" * 41, "b-" * 30 + "1", "é" * 39, "é" * 41):
        found = parse_posting(f"content/postings/{stem}.md", posting_text().encode(), SETTINGS)
        assert found.document is not None
        ids.add(found.document.id)
        assert len(found.document.id) <= 40
    assert len(ids) == 7
    assert "a" * 40 in ids
