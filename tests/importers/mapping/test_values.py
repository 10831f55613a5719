import pytest

from generator.importers.mapping.field_map import FIELDS
from generator.importers.mapping.values import read_values


@pytest.mark.parametrize(
    ("field", "text", "values"),
    [
        ("employment", "FULL_TIME", ("full-time",)),
        ("employment", "Full-time, permanent", ("full-time", "permanent")),
        ("employment", "Teilzeit (befristet)", ("part-time", "fixed-term")),
        ("remote", "TRUE", ("yes",)),
        ("remote", "On-site", ("no",)),
        ("level", "Junior", ("entry",)),
        ("category", "R&amp;D / Chemistry", ("R&D / Chemistry",)),
        ("category", "Engineering > Data", ("Engineering / Data",)),
        ("skills", "Python, SQL; C/C++", ("Python", "SQL", "C/C++")),
        ("salary", "€55k–65k per year", ("€55k–65k per year",)),
        ("apply", "MAILTO:jobs@example.com", ("jobs@example.com",)),
        ("apply", "ats.example.com/jobs/1", ("https://ats.example.com/jobs/1",)),
        ("aliases", "https://example.com/old/page.html", ("/old/page.html",)),
        ("aliases", "old-name", ("/old-name",)),
        ("hours", "37,5 hours a week", ("37,5",)),
        ("summary", "<p>Soup &amp; <b>bread</b>,<br>a lot</p>", ("Soup & bread , a lot",)),
        ("title", "C <D> & 5 < 7", ("C <D> & 5 < 7",)),
        ("title", " Chef \u00a0de\u00ad\ncui\u202esine\x07\ufeff ", ("Chef de cuisine",)),
        ("remote_from", "Sweden, Norway", ("Sweden", "Norway")),
    ],
)
def test_value_is_written_as_we_write_it(field: str, text: str, values: tuple[str, ...]) -> None:
    found = read_values(FIELDS[field], (text,), "en")
    assert found.values == values
    assert [note for note in found.notes if "is read as" not in note] == []


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("employment", "FT", "`employment`: `FT` isn't a word that is known here, and is left out"),
        ("salary", "competitive", "left out"),
        ("salary", "50000", "left out"),
        ("closes", "03/02/2026", "could be 3 February 2026 or 2 March 2026, and is left out"),
        ("closes", "2026-02-30", "February 2026 has 28 days, and is left out"),
        ("closes", "soon", "`soon` isn't a date, and is left out"),
        ("apply", "{{ site.apply }}", "left out"),
        ("aliases", "/:categories/:title/", "is a pattern and no address, and is left out"),
        ("closes", "1" * 2_000, "a text of 2000 characters is left out"),
    ],
)
def test_value_that_cannot_be_read_is_left_out_and_told(field: str, text: str, told: str) -> None:
    found = read_values(FIELDS[field], (text,), "en")
    assert found.values == ()
    assert told in found.notes[0]


def test_known_words_count_beside_unknown_ones() -> None:
    found = read_values(FIELDS["employment"], ("Full-time / Exempt",), "en")
    assert found.values == ("full-time",)
    assert found.notes == (
        "`employment`: `Full-time / Exempt` isn't a word that is known here, beside `full-time`",
    )


def test_one_value_is_the_first_that_can_be_read() -> None:
    assert read_values(FIELDS["posted"], ("n/a", "2026-03-02", "2026-03-03"), "en").values == ("2026-03-02",)
