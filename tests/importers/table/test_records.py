import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.mapping.records import SourceRecords
from generator.importers.table.records import read_records


def _read(text: str) -> SourceRecords:
    return read_records(text.encode())


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    read = _read('Title,Text\nCook,"two\nlines"\n\n,\nBaker,x\n')
    assert [record.where for record in read.records] == ["row 2", "row 5"]
    assert read.records[0].fields == {"Title": ("Cook",), "Text": ("two\nlines",)}


def test_row_that_is_too_long_is_left_out_and_told() -> None:
    read = _read("Title,Place\nCook,Oslo,Norway\nBaker,Oslo,\n")
    assert [record.fields["Title"] for record in read.records] == [("Baker",)]
    assert read.problems == ("row 2 has 3 cells where there are 2 columns, and is left out",)


def test_row_that_is_too_short_is_read_with_a_note() -> None:
    (record,) = _read("Title,Place,Pay\nCook\n").records
    assert record.fields == {"Title": ("Cook",)}
    assert record.notes == ("the row has 1 cells where there are 3 columns",)


def test_columns_of_one_name_and_of_none_can_be_told_apart() -> None:
    read = _read("Title,Note,Note,,\nCook,a,b,c,\n")
    assert read.columns == ("Title", "Note", "Note (C)", "column D", "column E")
    assert read.records[0].fields["Note (C)"] == ("b",)
    assert read.problems == ()
    assert read.notes == ("two columns are called `Note`: the one at C goes by its letters",)


def test_letters_go_on_behind_the_last() -> None:
    read = _read(",".join(["Title", *[""] * 27]) + "\nCook\n")
    assert read.columns[25:] == ("column Z", "column AA", "column AB")


def test_empty_table_is_told() -> None:
    for text in ("", "\n\n", ",,\n"):
        with pytest.raises(OpeningsError, match="the table is empty"):
            _read(text)


def test_table_with_names_alone_has_no_records() -> None:
    read = _read("Title,Place\n")
    assert (read.records, read.names()) == ((), ("Title", "Place"))


def test_too_many_rows_are_refused() -> None:
    with pytest.raises(OpeningsError, match="more than 10,000 rows"):
        _read("Title\n" + "Cook\n" * 10_001)
