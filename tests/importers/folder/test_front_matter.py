import pytest

from generator.importers.folder.front_matter import MAX_CHARACTERS, split
from generator.importers.mapping.records import UnreadableError


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Cook\n---\nSoup.",
        "---  \ntitle: Cook\n...\nSoup.",
        '+++\ntitle = "Cook"\n+++\nSoup.',
        '---json\n{"title": "Cook"}\n---\nSoup.',
        '--- toml\ntitle = "Cook"\n---\nSoup.',
    ],
    ids=["yaml", "dots", "toml", "said json", "said toml"],
)
def test_fields_and_words_are_parted(text: str) -> None:
    parts = split(text)
    assert parts is not None
    assert (parts.fields, parts.body, parts.body_line) == ({"title": "Cook"}, "Soup.", 4)


def test_json_ends_with_its_last_brace() -> None:
    parts = split('{\n  "title": "Cook {a}",\n  "pay": 31000.00\n}\n\nSoup {b}.')
    assert parts is not None
    assert parts.fields == {"title": "Cook {a}", "pay": "31000.00"}
    assert parts.body.strip() == "Soup {b}."
    assert parts.body_line == 4


@pytest.mark.parametrize("text", ["", "# How to", "{{ template }}", "{% if x %}", "----\nx: y\n----\n"])
def test_file_without_front_matter_has_none(text: str) -> None:
    assert split(text) is None


@pytest.mark.parametrize(
    ("text", "why", "line"),
    [
        ("---\ntitle: Cook\n", "the line `---` below", 0),
        ("+++\ntitle = 'Cook'\n---\n", r"the line `\+\+\+` below", 0),
        ("---\ntitle: [Cook\nmore: y\n---\n", "expected", 3),
        ("+++\ntitle = 'a'\ntitle = 'b'\n+++\n", "can't be read", 3),
        ('{"title": "a"\n "b"}', "Expecting", 2),
        ("---\n- a\n---\n", "isn't fields", 0),
        ("+++\nx = " + "9" * 5_000 + "\n+++\n", "can't be read", 0),
        ("+++\nx = " + "[" * 5_000 + "\n+++\n", "too many or too deep", 0),
        ('{"x":' * 5_000, "too many or too deep", 0),
        ("---\nx: " + "a" * MAX_CHARACTERS + "\n---\n", "too many or too deep", 0),
    ],
    ids=["open", "mixed", "yaml", "toml", "json", "list", "figure", "deep toml", "deep json", "long"],
)
def test_fields_that_cannot_be_read_are_told(text: str, why: str, line: int) -> None:
    with pytest.raises(UnreadableError, match=why) as caught:
        split(text)
    assert caught.value.line == line


def test_empty_front_matter_has_no_fields() -> None:
    parts = split("---\n---\nSoup.")
    assert parts is not None
    assert (parts.fields, parts.body, parts.body_line) == ({}, "Soup.", 3)
