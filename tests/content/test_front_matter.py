import pytest

from generator.content.front_matter import Parts, split
from generator.content.source import Source
from tests.content.builders import shown


def parts_of(text: str, is_optional: bool = False) -> Parts | str:
    parts = split(Source("a.md", text), is_optional)
    return parts if isinstance(parts, Parts) else shown((parts,))[0]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\nBody\n", Parts("a: b\n", 2, "Body\n", 4)),
        ("\n\n---\na: b\n---\nBody", Parts("a: b\n", 4, "Body", 6)),
        ("---  \na: b\n---\t\n", Parts("a: b\n", 2, "", 4)),
        ("---\n---\n", Parts("", 2, "", 3)),
        ("---\n---", Parts("", 2, "", 3)),
        ("---\na: b\n---\nBody\n\n---\nMore", Parts("a: b\n", 2, "Body\n\n---\nMore", 4)),
    ],
    ids=["plain", "empty lines first", "spaces behind marks", "empty", "no last line end", "rule in body"],
)
def test_file_is_taken_apart_with_line_numbers(text: str, parts: Parts) -> None:
    assert parts_of(text) == parts


def test_file_without_front_matter_is_all_body_where_that_is_allowed() -> None:
    assert parts_of("We are *equal*.\n", is_optional=True) == Parts("", 1, "We are *equal*.\n", 1)


_EXACTLY = "with exactly three hyphens, not with"
_ALONE = "write `---` alone on the line"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "title: x\n---\nBody",
            "1:1 FM004 the opening `---` is missing | put a line with just `---` above line 1",
        ),
        (
            "Hello\n",
            "1:1 FM004 the file has no front matter | "
            "begin the file with a line `---`, then the fields, then another line `---`",
        ),
        (
            "",
            "1:1 FM004 the file is empty | "
            "begin the file with a line `---`, then the fields, then another line `---`",
        ),
        ("--\ntitle: x\n---\n", f"1:1 FM006 the front matter begins {_EXACTLY} `--` | {_ALONE}"),
        ("—\ntitle: x\n---\n", f"1:1 FM006 the front matter begins {_EXACTLY} `—` | {_ALONE}"),
        ("+++\ntitle: x\n+++\n", f"1:1 FM006 the front matter begins {_EXACTLY} `+++` | {_ALONE}"),
        ("---\ntitle: x\n--\nBody\n", f"3:1 FM006 the front matter ends {_EXACTLY} `--` | {_ALONE}"),
        ("---\ntitle: x\n----\nBody\n", f"3:1 FM006 the front matter ends {_EXACTLY} `----` | {_ALONE}"),
        ("---\ntitle: x\n—\nBody\n", f"3:1 FM006 the front matter ends {_EXACTLY} `—` | {_ALONE}"),
        ("---\ntitle: x\n***\nBody\n", f"3:1 FM006 the front matter ends {_EXACTLY} `***` | {_ALONE}"),
        ("---\ntitle: x\n - - -\nBody\n", f"3:1 FM006 the front matter ends {_EXACTLY} `- - -` | {_ALONE}"),
        (
            "---\ntitle: x\n\n## The work\n\nYou will\n",
            "4:1 FM005 the closing `---` is missing | put a line with just `---` above line 4",
        ),
        (
            "---\ntitle: x\n# a comment\nposted: y\n\nYou will\n",
            "6:1 FM005 the closing `---` is missing | put a line with just `---` above line 6",
        ),
        (
            "---\ntitle: x\nposted: y\n",
            "4:1 FM005 the closing `---` is missing | put a line with just `---` below the last field",
        ),
        ("---", "1:1 FM005 the closing `---` is missing | put a line with just `---` below the last field"),
        (
            "---\ntitle: x\n\n## The work\n\nOne\n\n***\n\nTwo\n",
            "4:1 FM005 the closing `---` is missing | put a line with just `---` above line 4",
        ),
    ],
    ids=[
        "no opening", "prose only", "empty file", "two hyphens first", "long dash first", "toml",
        "two hyphens", "four hyphens", "long dash", "stars", "spaced hyphens",
        "heading follows", "prose follows comments", "fields only", "opening only", "rule far below",
    ],
)  # fmt: skip
def test_missing_marks_have_their_own_words(text: str, problem: str) -> None:
    assert parts_of(text) == problem


def test_mark_that_comes_only_far_below_is_pointed_out() -> None:
    from generator.content.yaml.loader import load

    text = "---\ntitle: x\nposted: y\n\n## The work\n\n- You will: build\n\nAnd so on.\n\n---\nMore\n"
    parts = parts_of(text)
    assert isinstance(parts, Parts)
    mapping, problems = load("a.md", parts.front, parts.front_line)
    assert mapping is not None
    assert [entry.key.text for entry in mapping.entries] == ["title", "posted"]
    assert shown(problems) == [
        "5:1 FM005 the closing `---` is missing: the text below is read as fields | "
        "put a line with just `---` above line 5"
    ]
