import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.mapping.field_map import FieldMap, Rule, Source
from generator.importers.mapping.reading import check_sources, read_map
from tests.docs.pages import blocks, read
from tests.importers.sources import source

_MAP = b"""\
Title: name
category: [dept, team]
employment: {from: type, values: {FT: full-time, x: }}
company: {always: Example Ltd}
salary: {minimum: low, maximum: high, currency: {always: EUR}}
closes: {from: [until, end], format: day-month-year}
status:
  - from: draft
    values: {true: draft}
  - live
aliases: {from: slug, like: "/jobs/{}/"}
body: {from: words, format: html}
x_code: code
ignore: [layout]
"""


def test_every_way_to_say_a_rule_is_read() -> None:
    assert read_map("map.yaml", _MAP) == FieldMap(
        (
            Rule("title", (Source("name", line=1),)),
            Rule("category", (Source("dept", line=2), Source("team", line=2))),
            Rule("employment", (Source("type", {"ft": "full-time", "x": ""}, line=3),)),
            Rule("company", otherwise=("Example Ltd",)),
            Rule("salary.minimum", (Source("low", line=5),)),
            Rule("salary.maximum", (Source("high", line=5),)),
            Rule("salary.currency", otherwise=("EUR",)),
            Rule("closes", (Source("until", line=6), Source("end", line=6)), format="day-month-year"),
            Rule("status", (Source("draft", {"true": "draft"}, line=8), Source("live", line=10))),
            Rule("aliases", (Source("slug", like="/jobs/{}/", line=11),)),
            Rule("body", (Source("words", line=12),), format="html"),
            Rule("x_code", (Source("code", line=13),)),
        ),
        (Source("layout", line=14),),
        "map.yaml",
    )


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("title: a\ncatagory: b", "line 2: a posting has no field `catagory`", "did you mean `category`?"),
        ("department: b", "line 1: a posting has no field `department`", "did you mean `category`?"),
        ("job_title: title", "line 1: a posting has no field `job_title`", "on the left stands"),
        ("title: a\nTitle: b", "line 2: `title` is mapped on line 1 already", "title: [one, other]"),
        ("title: a\nignore: [b, a]", "line 2: `a` is ignored, and mapped too", "delete one of the two"),
        ("title: {frm: a}", "line 1: `frm` isn't known here", "did you mean `from`?"),
        ("title: {values: {a: b}}", "line 1: `title` comes from nowhere", "title: {from: job_title}"),
        ("title: {always: a, from: b}", "line 1: `always` stands alone", "`otherwise`"),
        ("title:\n  from: a\n  like: b", "line 3: `b` has no place for the value", "put `{}`"),
        ("title: {from: a, values: b}", "line 1: `values` needs words", "{FT: full-time}"),
        ("title: {from: a, format: html}", "line 1: `title` has no format `html`", "delete it"),
        ("body: {from: a, format: htm}", "line 1: `body` has no format `htm`", "did you mean `html`?"),
        ("closes: {from: a, format: day}", "line 1: `closes` has no format `day`", "day-month-year"),
        ("salary: {minimun: a}", "line 1: `minimun` is no part of `salary`", "did you mean `minimum`?"),
        ('title: ""', "line 1: a name or text is missing", "title: job_title"),
        ("title: {from: a, values: {b: []}}", "line 1: a name or text is missing", "title: job_title"),
        ("title:", "line 1: a name or text is missing", "title: job_title"),
        ("- title", "line 1: ", "title: Backend engineer"),
        ("title: [a", "line 1: ", "]"),
        ("title: &a b", "line 1: ", "double quotes"),
    ],
)
def test_mistake_is_told_with_its_line_and_a_way_out(text: str, message: str, hint: str) -> None:
    with pytest.raises(OpeningsError) as caught:
        read_map("map.yaml", text.encode())
    assert caught.value.message.startswith(f"`map.yaml`, {message}")
    assert hint in caught.value.hint


def test_map_in_another_encoding_is_told() -> None:
    with pytest.raises(OpeningsError, match=r"`map\.yaml`, line 1: the file isn't saved as UTF-8"):
        read_map("map.yaml", "title: Köchin".encode("latin-1"))


def test_field_that_is_no_column_is_a_slip() -> None:
    records = source({"job_title": "Cook", "date": "2026-03-02"}, columns=("job_title", "date"))
    with pytest.raises(OpeningsError, match="line 1: no row has a field `jobtitle`") as caught:
        check_sources(read_map("map.yaml", b"title: jobtitle"), records)
    assert caught.value.hint == "did you mean `job_title`?"
    with pytest.raises(OpeningsError) as caught:
        check_sources(read_map("map.yaml", b"title: x"), records)
    assert caught.value.hint == "delete it, or name one of: date, job_title"


def test_field_that_no_file_has_any_more_is_told() -> None:
    field_map = read_map("map.yaml", b"title: title\naliases: permalink\n")
    assert check_sources(field_map, source({"title": "Cook"})) == (
        "`map.yaml`, line 2: no row has a field `permalink`",
    )


def test_one_of_several_fields_may_be_in_no_record_today() -> None:
    records = source({"date": "2026-03-02"})
    check_sources(read_map("map.yaml", b"posted: [published_on, date, file.date]"), records)
    with pytest.raises(OpeningsError, match="no row has a field `dat`"):
        check_sources(read_map("map.yaml", b"posted: [dat, file.date]"), records)


def test_map_of_the_docs_is_one() -> None:
    maps = [block.text for block in blocks(read("importing-folders.md")) if block.language == "yaml"]
    assert [len(read_map("map.yaml", text.encode()).rules) for text in maps] == [14, 1]


@given(st.text(alphabet="titlefromvusk:{}[], '\"\n-&*x", max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_is_a_map_or_refused_with_a_line(text: str) -> None:
    assert _outcome(text.encode()).startswith("`map.yaml`, line ") or read_map("map.yaml", text.encode()).path


def _outcome(data: bytes) -> str:
    try:
        read_map("map.yaml", data)
    except OpeningsError as error:
        return error.message
    return ""
