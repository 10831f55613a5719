import csv
import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.imported import Delivery
from generator.importers.mapping.reading import read_map
from tests.importers.sources import read_table

_HEAD = ("Title", "Department", "Location", "Posted", "Apply", "Description")


def _table(*rows: tuple[str, ...]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows((_HEAD, *rows))
    return file.getvalue().encode()


def _row(title: str, place: str = "Oslo, Norway", words: str = "Soup.") -> tuple[str, ...]:
    return (title, "Kitchen", place, "2026-03-02", "jobs@example.com", words)


def test_five_hundred_rows_are_read_in_any_order() -> None:
    rows = [_row(f"Cook {number}", words="You *cook*.\n" * 20) for number in range(500)]
    delivery = read_table(_table(*rows))
    random.Random(7).shuffle(rows)
    shuffled = read_table(_table(*rows))
    assert len(delivery.postings) == 500
    assert {posting.id: posting for posting in delivery.postings} == {p.id: p for p in shuffled.postings}


@pytest.mark.parametrize("title", ["=SUM(A1:A9) clerk", "+1 cook", "@cook", "-- cook", "'cook"])
def test_formula_is_just_text(title: str) -> None:
    (posting,) = read_table(_table(_row(title))).postings
    assert posting.fields["title"] == title


def test_text_makes_no_front_matter_and_no_marks() -> None:
    words = "---\nstatus: draft\n---\n# Soup\n[x](https://example.com)"
    (posting,) = read_table(_table(_row("Cook", words=words)), read_map("m", _MAP)).postings
    assert posting.body.startswith("\\---\\\nstatus: draft\\\n\\---\\\n\\# Soup\\\n\\[x\\]")
    assert "status" not in posting.fields


_MAP = b"title: Title\ncategory: Department\nlocation: Location\nposted: Posted\n" + (
    b"apply: Apply\nbody: {from: Description, format: text}\n"
)


def test_map_with_a_column_of_another_spelling_is_told() -> None:
    with pytest.raises(OpeningsError, match="`m`, line 1: no row has a field `title`") as caught:
        read_table(_table(_row("Cook")), read_map("m", _MAP.replace(b"Title", b"title")))
    assert caught.value.hint == "did you mean `Title`?"


def test_two_rows_alike_are_refused_by_their_numbers() -> None:
    with pytest.raises(OpeningsError, match="row 2 and row 4") as caught:
        read_table(_table(_row("Cook"), _row("Cook", "Bergen, Norway"), _row("Cook")))
    assert caught.value.hint == "give each of the rows an id of its own, and map it as `id`"


def test_web_page_is_no_table() -> None:
    with pytest.raises(OpeningsError, match="a web page and no table"):
        read_table(b"\n<!DOCTYPE html><html><body>Sign in</body></html>")


def test_row_that_is_left_out_is_still_known_to_be_there() -> None:
    delivery = read_table(_table(_row("Cook"), (*_row("Baker"), "one too many")))
    assert [posting.id for posting in delivery.postings] == ["cook-oslo-norway"]
    assert delivery.unread == ("baker-oslo-norway",)


@given(st.binary(max_size=200) | st.text(alphabet='Tile,;\t"\n\r =ab', max_size=80).map(str.encode))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    delivery, hint = _outcome(b"Title,Place\n" + data)
    assert hint or all(posting.fields["title"] for posting in delivery.postings)


def _outcome(data: bytes) -> tuple[Delivery, str]:
    try:
        return read_table(data), ""
    except OpeningsError as error:
        return Delivery(()), error.hint
