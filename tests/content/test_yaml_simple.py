"""The simple way of reading YAML says what the parser says, or nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.yaml.events import read_events
from generator.content.yaml.nodes import MapNode
from generator.content.yaml.simple import read_simple

_POSTINGS = sorted((Path(__file__).parents[2] / "content/postings").glob("*.md"))

# The characters that mean something to YAML far more often than chance would have them.
_LETTERS = st.sampled_from(
    [*"abz09 .-_/“é字😀", *"-?:,[]{}#&*!|>'\"%@`\\~=<", "\u00a0", "\t", "\ufeff", ": ", " #"]
)
_WORDS = st.lists(_LETTERS, min_size=1, max_size=12).map("".join)
_WRAPPED = st.tuples(st.sampled_from(['""', "''", "[]", "{}"]), _WORDS).map(
    lambda w: w[0][0] + w[1] + w[0][1]
)
_LISTS = st.lists(_WORDS | _WRAPPED, max_size=4).map(lambda items: f"[{', '.join(items)}]")
_PAIRS = st.tuples(st.sampled_from(["a: ", "per:  ", " b_1: ", "c:"]), _WORDS | _WRAPPED).map("".join)
_MAPS = st.lists(_PAIRS, max_size=4).map(lambda pairs: f"{{{', '.join(pairs)}}}")
_VALUES = st.one_of(st.just(""), _WORDS, _WRAPPED, _LISTS, _MAPS)
_KEYS = st.one_of(st.sampled_from(["a", "title", "remote_from"]), _WORDS)
_FIELDS = st.tuples(_KEYS, st.sampled_from([": ", ":", ":  "]), _VALUES).map("".join)
_LEADS = st.sampled_from(["", "", " ", "  ", "    ", "- ", "  - ", "  -  ", "- - "])
_LINES = st.one_of(
    st.tuples(_LEADS, _FIELDS | _VALUES | st.just("a:")).map("".join),
    st.sampled_from(["", "# note", "---"]),
)
# As above, of nothing but lines that are simple by themselves.
_OUTLINES = st.tuples(_LEADS, st.sampled_from(["a:", "b: c", "d", "e: [f, 'g']", "'h: i'"])).map("".join)


def same(text: str) -> bool:
    """Whether the simple way takes the text; if so, both ways were found to agree."""
    simple = read_simple(text, 2)
    if simple is not None:
        assert read_events("a.md", text, 2, 10_000) == (simple, ())
    return simple is not None


@given(st.lists(_LINES, min_size=1, max_size=6).map("\n".join), st.sampled_from(["", "\n", "\n\n"]))
def test_agrees_with_the_parser_wherever_it_answers(text: str, end: str) -> None:
    same(text + end)


@given(st.lists(_OUTLINES, min_size=1, max_size=9).map("\n".join))
def test_agrees_with_the_parser_about_depths(text: str) -> None:
    same(text)


@pytest.mark.parametrize(
    "text",
    [
        "title: Engineer, “Core” / 字😀\n",
        "title:   wide\n",
        "start:\nclosed: ~\n",
        "apply: https://example.com/a?b=c#d\n",
        "skills: [C#, .NET, Developer's kit , 'a', \"b\"]\n",
        'location: ["Lyon, France",\'Bonn: a [town]\' , ""]\n',
        "salary: { min: 60000, max:  75 000,currency: 'EUR' , per: \"a, {b}\"}\n",
        "a:\n  - [b, c]\n  - {d: e}\n",
        "title: 'Lead: the team # 1'\nnote: \"\"\n",
        "a:\n  - one\n  - 'two: 2'\nb: c\n",
        "a:\n- one\n-  two\n",
        "a:\n  b: c\n  d:\n    - e\nf: g\n",
        "a:\n  - b: c\n    d: [e]\n  - f\n  -   g:\n      - h: i\nj:\n",
    ],
    ids=[
        "text",
        "wide",
        "absent",
        "address",
        "list",
        "list of quoted texts",
        "map beside",
        "lists and maps in a list",
        "quoted",
        "block",
        "at the margin",
        "map",
        "maps",
    ],
)
def test_simple_texts_need_no_parser(text: str) -> None:
    assert same(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# note\n",
        "a: b\n  more\n",
        "a: b: c\n",
        "a: b # note\n",
        "a: |\n  b\n",
        "a:\n    b: c\n  d: e\n",
        "a:\n  - b\n - c\n",
        "a:\n  - b: c\n     d: e\n",
        "".join(f"{'  ' * depth}a:\n" for depth in range(30)),
        "a: b\n- c\n",
        "a: [b, c]]\n",
        "a: [b, , c]\n",
        "a: [b: c]\n",
        "a: []\n",
        "a: [b,]\n",
        "a: [b] c\n",
        "a: [b, [c]]\n",
        "a: ['b' c, d]\n",
        "a: ['b''c', d]\n",
        'a: ["b\\", "c"]\n',
        "a: {}\n",
        "a: {b: c]\n",
        "a: {b: c,}\n",
        "a: {b:c}\n",
        "a: {b: }\n",
        "a: {b, c: d}\n",
        "a: {b: {c: d}}\n",
        "a: {'b': c}\n",
        "a: {<<: c}\n",
        f"a: {{{'b' * 1_100}: c}}\n",
        "a: 'b'c'\n",
        "a: '\n",
        'a: "\\e"\n',
        "a: &b c\n",
        "a:\tb\n",
        "a: b \n",
        "a: b\u00a0c\n",
        f"{'a' * 1_100}: b\n",
        "a: [" + "b," * 5_000 + "b]\n",
    ],
)
def test_everything_else_is_left_to_the_parser(text: str) -> None:
    assert read_simple(text, 1) is None


@pytest.mark.parametrize("path", _POSTINGS, ids=lambda path: path.stem)
def test_the_sample_postings_are_read_the_same(path: Path) -> None:
    same(path.read_text("utf-8").split("---\n")[1])


def test_a_map_begins_where_its_text_does() -> None:
    mapping = read_simple("a: b\n", 2)
    assert mapping is not None
    assert mapping == MapNode(mapping.entries, 2, 1)
