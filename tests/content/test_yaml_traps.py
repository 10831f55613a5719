import pytest

from generator.content.yaml import nodes
from generator.content.yaml.loader import load
from tests.content.builders import shown


def problems_of(text: str) -> list[str]:
    return shown(load("a.md", text)[1])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "title: Backend: the second\nposted: x\n",
            '1:15 FM007 a value with a colon in it needs quotes | write `title: "Backend: the second"`',
        ),
        (
            'title: The "best": really\n',
            "1:18 FM007 a value with a colon in it needs quotes | write `title: 'The \"best\": really'`",
        ),
        (
            "title: The work:\nposted: x\n",
            '1:16 FM007 a value with a colon in it needs quotes | write `title: "The work:"`',
        ),
        (
            "salary:\n  min: 1\n  note: pay: good\n",
            '3:12 FM007 a value with a colon in it needs quotes | write `note: "pay: good"`',
        ),
        (
            "summary: One line\n  and more work: here\nposted: x\n",
            "2:16 FM007 the text of `summary` has a colon in it | "
            "write `summary: >` and begin the text on the next line, indented by two spaces",
        ),
        (
            "salary:\n\tmin: 1\n\tmax: 2\n",
            "2:1 FM008 a tab stands where spaces should | "
            "use spaces instead of the tab on lines 2, 3: two for each step",
        ),
        (
            "title: “Backend: the second”\n",
            '1:8 FM009 smart quotes don\'t work as quotes here | write `title: "Backend: the second"`',
        ),
        (
            "employment:perm\ntitle: x\n",
            "1:12 FM010 the space after `employment:` is missing | write `employment: perm`",
        ),
        (
            "title: x\nemployment:perm\n",
            "2:12 FM010 the space after `employment:` is missing | write `employment: perm`",
        ),
        (
            "title:\u00a0Engineer\nposted: x\n",
            "1:7 FM010 the space after `title:` is a special one (non-breaking) | write `title: Engineer`",
        ),
        ("title: @home\n", '1:8 FM011 a value that begins with `@` needs quotes | write `title: "@home"`'),
        ("title: `x`\n", '1:8 FM011 a value that begins with a backtick needs quotes | write `title: "`x`"`'),
        ("skills:\n  - %x\n", '2:5 FM011 a value that begins with `%` needs quotes | write `- "%x"`'),
        (
            "title: *New* job\nposted: x\n",
            '1:8 FM011 a value that begins with `*` needs quotes | write `title: "*New* job"`',
        ),
        (
            "title: [Remote] Engineer\nposted: x\n",
            "1:8 FM011 a value that begins with `[` needs quotes, unless it is a list or a map | "
            'write `title: "[Remote] Engineer"`',
        ),
        (
            'title: "Engineer\nposted: x\nteam: "y"\n',
            '1:8 FM012 the closing `"` is missing | write `title: "Engineer"`',
        ),
        ("title: 'Engineer\n", "1:8 FM012 the closing `'` is missing | write `title: \"Engineer\"`"),
        (
            "title: 'We're hiring'\nposted: x\n",
            "1:8 FM013 text stands behind the closing `'` | write `title: \"We're hiring\"`",
        ),
        (
            'title: "Field Notes" editor\nposted: x\n',
            "1:8 FM013 text stands behind the closing `\"` | write `title: '\"Field Notes\" editor'`",
        ),
        (
            'title: "C:\\qa"\n',
            "1:8 FM013 a backslash in double quotes has a special meaning | write `title: 'C:\\qa'`",
        ),
        (
            "summary: You will\nbuild our service.\nposted: x\n",
            "2:1 FM014 this text belongs to no field: `build our service.` | if it belongs to `summary`: "
            "write `summary: >`, put all its text below that line, and indent line 2 by two spaces",
        ),
        (
            "skills:\n  - Python\n- SQL\nposted: x\n",
            "3:1 FM015 this list item is indented by no spaces, the first one of `skills` by 2 spaces | "
            "put 2 spaces before the `-`",
        ),
        (
            "skills:\n  - Python\n - SQL\nposted: x\n",
            "3:1 FM015 this list item is indented by 1 space, the first one of `skills` by 2 spaces | "
            "put 2 spaces before the `-`",
        ),
        (
            "summary: | We build.\nposted: x\n",
            "1:10 FM016 text stands on the same line as `|` | "
            "write `summary: |` and move the text to the next line, indented by two spaces",
        ),
        (
            "summary: >We build.\n  More.\nposted: x\n",
            "1:10 FM016 text stands on the same line as `>` | write `summary: >` and move the text to the "
            "next line, indented by two spaces, and so on to line 2",
        ),
        (
            "salary:\n  min: 1\n   max: 2\n",
            "3:1 FM017 `max` is indented by 3 spaces, the field above by 2 spaces | "
            "put 2 spaces before `max`",
        ),
        (
            "title: x\n posted: y\n",
            "2:1 FM017 `posted` is indented by 1 space, the field above by no spaces | "
            "put no spaces before `posted`",
        ),
        (
            " title: x\nposted: y\n",
            "1:1 FM017 spaces stand before the first field | begin each field at the start of its line",
        ),
        (
            "team: x\n# skills:\n  - Python\n",
            "3:3 FM018 a list item follows `team`, which has a value already | "
            "write the field the list belongs to above line 3, or delete the list",
        ),
        (
            "skills: [Python, SQL\nposted: x\n",
            "1:9 FM019 the closing `]` is missing | write `skills: [Python, SQL]`",
        ),
        (
            "skills: [a,,b]\n",
            "1:12 FM001 this line can't be read: `skills: [a,,b]` | check the quotes, brackets, colons and "
            "spaces of this line and the one above; when in doubt put the value into double quotes",
        ),
        (
            "title: a\x07b\n",
            "1:9 FM028 an invisible character (U+0007) stands here | "
            "delete it: type the words around it anew instead of pasting them",
        ),
    ],
    ids=[
        "colon in title", "colon and double quotes", "colon at end", "nested colon", "colon in second line",
        "tab", "smart quotes with colon", "no space, first", "no space, last", "non-breaking space",
        "at sign", "backtick", "percent in list", "star", "bracket in title",
        "unclosed double quote", "unclosed single quote", "apostrophe", "quoted beginning", "backslash",
        "text at the margin", "item at the margin", "item by one space", "text beside bar",
        "text beside angle", "deeper field", "indented field", "first field indented",
        "list without name", "unclosed list", "empty list item", "control character",
    ],
)  # fmt: skip
def test_each_slip_is_named_with_the_line_to_write(text: str, problem: str) -> None:
    assert problems_of(text) == [problem]


def test_several_slips_of_one_file_are_told_in_one_run() -> None:
    text = "title: Backend: one\nteam:x\nskills: [a\nposted: 2026-03-02\n"
    mapping, problems = load("a.md", text, first_line=2)
    assert [p.split(" ")[:2] for p in shown(problems)] == [
        ["2:15", "FM007"],
        ["3:6", "FM010"],
        ["4:9", "FM019"],
    ]
    assert mapping is not None
    values = [e.value.text for e in mapping.entries if isinstance(e.value, nodes.TextNode)]
    assert values == ["Backend: one", "x", "2026-03-02"]


@pytest.mark.parametrize(
    "text",
    [
        "title: 'Backend: the second'\n",
        "summary: |\n  a: b: c\n  @x\n",
        "apply: https://example.com:8080/a\n",
        "title: C# engineer\n",
        "skills:\n- Python\n- SQL\n",
        "summary: Two lines\n  of text\n",
        "title: Editor, “Field Notes”\n",
    ],
    ids=["quoted", "block", "port", "sharp", "list at margin", "two lines", "inner quotes"],
)
def test_what_looks_like_a_slip_and_is_none_passes(text: str) -> None:
    assert problems_of(text) == []
