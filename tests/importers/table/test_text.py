import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.table.text import decode, rows_of


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    assert decode("Title\nKöchin".encode(encoding)) == ("Title\nKöchin", ())


def test_former_encoding_is_read_and_told() -> None:
    text, told = decode("Title\n“Köchin” – 50 €".encode("cp1252"))
    assert text == "Title\n“Köchin” – 50 €"
    assert told == ("the table isn't in UTF-8 and is read as Windows-1252: check its accents",)


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\x00\x00", b"\xff\xfea", b"\x81\x8d\xff"], ids=["xlsx", "odd", "no"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(OpeningsError, match="isn't a table in text") as caught:
        decode(data)
    assert "CSV in UTF-8" in caught.value.hint


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_delimiter_is_told_from_the_first_row(delimiter: str, end: str) -> None:
    rows = [["Title", "Department", "Notes"], ["Cook, senior; hot", "A|B\tC", "1,5"], ["x", "", ""]]
    text = end.join(delimiter.join(f'"{cell}"' for cell in row) for row in rows) + end
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Job Title;City, Country;Pay\nCook;Oslo, Norway;1,5", ["Job Title", "City, Country", "Pay"]),
        ("Foo;Bar\na,b;c\nd,e;f", ["Foo", "Bar"]),
        ("Title\nCook, senior\nBaker", ["Title"]),
        ("sep=;\nFoo,x;Bar\n1;2", ["Foo,x", "Bar"]),
        ('Foo,Bar\n"a;b;c",d', ["Foo", "Bar"]),
    ],
    ids=["known names", "equal rows", "one column", "Excel says it", "quoted"],
)
def test_other_delimiters_in_cells_mislead_nobody(text: str, head: list[str]) -> None:
    assert rows_of(text)[0] == head


def test_quoted_lines_and_quotes_stay_in_their_cell() -> None:
    text = 'Title,Text\r\nCook,"He said ""soup""\r\n\r\nand left, slowly"\r\n'
    assert rows_of(text)[1] == ["Cook", 'He said "soup"\n\nand left, slowly']


def test_quote_that_is_not_closed_is_told() -> None:
    with pytest.raises(OpeningsError, match="can't be read beyond its row 2") as caught:
        rows_of('Title,Text\nCook,"soup\nBaker,bread\n')
    assert "quote" in caught.value.hint


def test_endless_cell_is_refused() -> None:
    with pytest.raises(OpeningsError, match="field larger than field limit"):
        rows_of("Title,Text\nCook," + "x" * 200_000)
