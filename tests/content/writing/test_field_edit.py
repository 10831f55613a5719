import pytest

from generator.content.keys import table_for
from generator.content.writing.field_edit import field_value, put_field
from generator.content.writing.front_matter_edit import read_front_matter
from generator.content.writing.yaml_text import Value
from generator.model.fields import POSTING

TABLE = table_for(POSTING)
LONG = ("San Francisco, CA, USA", "New York, NY, USA")


def put(text: str, name: str, value: Value) -> str:
    return put_field("x.md", f"---\n{text}---\nWords.\n".encode(), TABLE, name, value, ("title",)).decode()


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("location: Oslo # HQ\n", "Bergen", "location: Bergen # HQ\n"),
        ("location: Oslo\nteam: A\n", LONG, "location:\n  - {}\n  - {}\nteam: A\n".format(*LONG)),
        ("location:\n  - A\n  - B # b\n\n# pay\nteam: A\n", "Bergen", "location: Bergen\n\n# pay\nteam: A\n"),
        ("skills: [a, b] # more\n", ("b", "c"), "skills: [b, c] # more\n"),
        ('skills: ["a]", b] # more\n', "c", "skills: c # more\n"),
        ("Skills: [a, b]\n", ("b", "c"), "Skills: [b, c]\n"),
        ("title: A\n", LONG, "title: A\nlocation:\n  - {}\n  - {}\n".format(*LONG)),
        (
            "skills:\n  # x\n  - a # y\n  - b # z\n# w\n",
            ("c", "a"),
            "skills:\n  - c\n  # x\n  - a # y\n# w\n",
        ),
        ("skills:\n- 'a' # y\n- b\n", "a", "skills:\n- 'a' # y\n"),
        ("skills:\n  - a\n  - b\n    c\n", ("a", "d"), "skills: [a, d]\n"),
        ("salary:\n  min: 1\n  max: 2\nteam: A\n", "USD 10 per hour", "salary: USD 10 per hour\nteam: A\n"),
        ("title: |\n  A\n  B\nteam: A\n", "C", "title: C\nteam: A\n"),
    ],
    ids=[
        "text, with its comment",
        "text becomes a list",
        "list becomes a text",
        "list on a line, with its comment",
        "list with brackets in a text",
        "key as it is spelled",
        "list added",
        "items that stay, with their comments",
        "item that is left, as it is spelled",
        "item of several lines",
        "map becomes a text",
        "text of several lines",
    ],
)
def test_only_the_field_changes(before: str, value: Value, after: str) -> None:
    name = next(name for name in ("location", "skills", "salary", "title") if name in f"{after}".lower())
    assert put(before, name, value) == f"---\n{after}---\nWords.\n"


def test_line_ends_stay_as_they_are() -> None:
    data = put_field("x.md", b"---\r\ntitle: A\r\n---\r\n", TABLE, "location", LONG, ("title",))
    assert (
        data
        == b"---\r\ntitle: A\r\nlocation:\r\n  - San Francisco, CA, USA\r\n  - New York, NY, USA\r\n---\r\n"
    )


def test_value_is_read_as_it_stands() -> None:
    text = b"---\ntitle: A\nskills: [a, 'b']\nsalary: {min: 1}\nteam:\n---\n"
    front = read_front_matter("x.md", text, TABLE)
    found = [field_value(front, name) for name in ("title", "skills", "salary", "team", "hours")]
    assert found == ["A", ("a", "b"), {"min": "1"}, "", ""]
