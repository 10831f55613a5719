import pytest

from generator.content.yaml.loader import WHOLE_FILE, load
from generator.content.yaml.nodes import ListNode, MapNode, TextNode
from tests.content.builders import shown


def loaded(text: str, first_line: int = 1) -> MapNode:
    mapping, problems = load("a.md", text, first_line)
    assert problems == ()
    assert mapping is not None
    return mapping


def test_values_know_their_place_in_the_whole_file() -> None:
    (title, skills) = loaded("title: Engineer\nskills: [Python, 'ä, b']\n", 2).entries
    assert title.key == TextNode("title", 2, 1, 6)
    assert title.value == TextNode("Engineer", 2, 8, 16)
    assert skills.value == ListNode((TextNode("Python", 3, 10, 16), TextNode("ä, b", 3, 18, 24, True)), 3, 9)


@pytest.mark.parametrize("value", ["yes", "42", "1.0", "2026-03-02", "0x1F", "1_000", "on", "1e3", ".inf"])
def test_nothing_but_text_comes_out(value: str) -> None:
    (entry,) = loaded(f"x: {value}\n").entries
    assert isinstance(entry.value, TextNode)
    assert entry.value.text == value


@pytest.mark.parametrize(
    ("value", "is_absent"),
    [("", True), ("~", True), ("null", True), ('"null"', False), ('""', False), ("none", False)],
)
def test_absent_is_only_what_says_nothing(value: str, is_absent: bool) -> None:
    (entry,) = loaded(f"x: {value}\n").entries
    assert isinstance(entry.value, TextNode)
    assert entry.value.is_absent is is_absent


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "~\n"])
def test_empty_text_is_an_empty_map(text: str) -> None:
    assert loaded(text, 2).entries == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x: &a y\n", "1:4 FM023 a value that begins with `&` is an anchor in YAML"),
        ("x: &a y\nz: *a\n", "2:4 FM023 a value that begins with `*` is a reference to an anchor in YAML"),
        ("<<: {a: b}\n", "1:1 FM023 merge keys (`<<`) aren't supported"),
        ("x: !!str y\n", "1:4 FM024 a value that begins with `!` is a tag in YAML"),
        ("%YAML 1.1\n---\nx: y\n", "1:1 FM024 YAML directives aren't supported"),
        ("x: y\n---\nz: w\n", "2:1 FM025 a second YAML document begins"),
        ("[a]: b\n", "1:1 FM022 a field's name must be plain text"),
        ("- a\n- b\n", "1:1 FM022 expected fields such as `title: …`"),
        ("just words\n", "1:1 FM022 expected fields such as `title: …`"),
        ("x: " + "[" * 30 + "]" * 30 + "\n", "1:1 FM026 the front matter is too large or too deep"),
        ("x: [" + "a," * 10_001 + "]\n", "1:1 FM026 the front matter is too large or too deep"),
        ("x: " + "a" * 200_001 + "\n", "1:1 FM026 the front matter is too large or too deep"),
    ],
    ids=[
        "anchor", "alias", "merge", "tag", "directive", "two documents", "list as key", "list", "words",
        "too deep", "too many", "too long",
    ],
)  # fmt: skip
def test_what_people_do_not_write_is_refused(text: str, problem: str) -> None:
    _, problems = load("a.md", text)
    assert problem in [line.split(" | ")[0] for line in shown(problems)]


@pytest.mark.parametrize(
    "text",
    ["x: " + "[" * 30 + "]" * 30 + "\n", "x: [" + "a," * 50_001 + "]\n", "x: " + "a" * 1_000_001 + "\n"],
    ids=["too deep", "too many", "too long"],
)
def test_whole_file_may_hold_more_and_is_called_a_file(text: str) -> None:
    assert shown(load("site.yaml", text, extent=WHOLE_FILE)[1]) == [
        "1:1 FM026 the file is too large or too deep"
        " | keep texts and lists short, and lists within lists flat"
    ]


def test_whole_file_has_no_closing_line_to_miss() -> None:
    text = "name: Acme\nurl: x\n\nWe are Acme and make things.\n\nAnd more of them.\n"
    assert any("`---`" in line for line in shown(load("a.md", text)[1]))
    assert not any("`---`" in line for line in shown(load("site.yaml", text, extent=WHOLE_FILE)[1]))


def test_hopeless_text_ends_after_some_rounds() -> None:
    mapping, problems = load("a.md", "".join(f"a{i}: b: c\n" for i in range(100)))
    assert mapping is None
    assert 20 <= len(problems) <= 30
