import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.folder.records import read_records
from generator.importers.mapping.records import DATE, FOLDER, HTML, MARKDOWN, STEM, SourceRecords

_COOK = b"---\ntitle: Cook\n---\nSoup.\n"


def test_path_tells_name_day_and_folders() -> None:
    (record,) = read_records({"big-kitchen/hot_side/2026-3-02-cook.md": _COOK}).records
    assert record.fields[STEM] == ("cook",)
    assert record.fields[DATE] == ("2026-3-02",)
    assert record.fields[FOLDER] == ("Big kitchen / Hot side",)
    assert record.id == "big-kitchen/hot_side/2026-3-02-cook"


def test_posting_in_a_folder_of_its_own_is_called_by_it() -> None:
    (record,) = read_records({"kitchen/cook/index.md": _COOK}).records
    assert record.fields[STEM] == ("cook",)
    assert record.fields[FOLDER] == ("Kitchen",)


def test_fields_below_params_stand_beside_the_others() -> None:
    (record,) = read_records({"cook.md": b"---\ntitle: Cook\nparams:\n  pay: {from: 1}\n---\n"}).records
    assert {name: record.fields[name] for name in ("title", "pay.from")} == {
        "title": ("Cook",),
        "pay.from": ("1",),
    }


def test_what_lies_among_postings_is_passed_over() -> None:
    files = {"_index.md": _COOK, "index.html": _COOK, "a/_index.md": _COOK, "README.md": b"# Jobs"}
    files["jobs.json"] = b'{"layout": "job.njk", "tags": ["jobs"]}'
    assert read_records(files) == SourceRecords(())


def test_nested_fields_have_dotted_names() -> None:
    text = b"---\npay: {from: 1, to: 2}\noffices: [{city: Oslo}, {city: Bergen}]\nx: [[a], []]\n---\n"
    (record,) = read_records({"cook.md": text}).records
    assert record.fields["pay.from"] == ("1",)
    assert record.fields["offices.city"] == ("Oslo", "Bergen")
    assert record.fields["x"] == ("a",)


def test_values_have_no_control_characters() -> None:
    (record,) = read_records({"cook.md": b'---\ntitle: "Co\\x07ok\\e[31m"\n---\n'}).records
    assert record.fields["title"] == ("Cook[31m",)


def test_every_format_of_words_is_known() -> None:
    read = read_records({"a.md": _COOK, "b.markdown": _COOK, "c.html": _COOK})
    assert [record.format for record in read.records] == [MARKDOWN, MARKDOWN, HTML]


def test_data_files_hold_one_or_several() -> None:
    files = {
        "a.yaml": b"title: Cook\ndescription: Soup.",
        "b.yml": b"- title: Baker\n- title: Butcher\n",
        "c.json": b'[{"title": "Waiter"}]',
        "d.yaml": b"title: One\n---\ntitle: Two\n",
    }
    read = read_records(files)
    named = [(record.fields["title"][0], record.id, record.where) for record in read.records]
    assert named == [
        ("Cook", "a", "`a.yaml`"),
        ("Baker", "", "posting 1 of `b.yml`"),
        ("Butcher", "", "posting 2 of `b.yml`"),
        ("Waiter", "", "posting 1 of `c.json`"),
        ("One", "", "posting 1 of `d.yaml`"),
        ("Two", "", "posting 2 of `d.yaml`"),
    ]


def test_file_that_cannot_be_read_is_told_and_the_others_are_read() -> None:
    files = {
        "a/binary.md": bytes(range(256)),
        "latin.md": "---\ntitle: Köchin\n---\n".encode("latin-1"),
        "empty.yaml": b"",
        "text.json": b'"hello"',
        "deep.md": b"---\nx: " + b"[" * 500 + b"\n---\n",
        "slip.md": b"---\ntitle: ok\nbad: [1\n---\n",
        "cook.md": _COOK,
        "photo.jpg": b"\xff\xd8",
    }
    read = read_records(files)
    assert [record.id for record in read.records] == ["cook"]
    assert [problem.partition(":")[0] for problem in read.problems] == [
        "`a/binary.md`",
        "`deep.md`",
        "`empty.yaml`",
        "`latin.md`",
        "`slip.md`, line 4",
        "`text.json`",
    ]
    assert [record.id for record in read.unread] == ["a/binary", "deep", "empty", "latin", "slip", "text"]


def test_data_file_that_cannot_be_read_stops_all() -> None:
    """Nobody could tell which of its postings are gone."""
    with pytest.raises(OpeningsError, match=r"`b\.yml`, line 3: its YAML can't be read") as caught:
        read_records({"a.md": _COOK, "b.yml": b"- title: ok\n- title: [1\n"})
    assert "mend it" in caught.value.hint


def test_values_can_be_written_whatever_the_file_escapes() -> None:
    (record,) = read_records(
        {"a.json": b'{"title": "a\\ud800b\\u001b", "\\ud800": {"\\u001b": "x"}}'}
    ).records
    assert record.fields["title"] == ("a?b",)
    assert record.fields["?."] == ("x",)
