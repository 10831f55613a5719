from generator.importers.mapping.guess import guess
from generator.importers.mapping.reading import read_map
from generator.importers.mapping.writing import map_text
from tests.importers.sources import source


def test_samples_cannot_leave_their_comment() -> None:
    records = source({"title": "Cook\n\x1b[31mtitle: forged", "a: b\n#": "x", "[y]": "z", "long": "x" * 500})
    text = map_text(guess(records, "en"), records)
    assert [line for line in text.splitlines() if line and line[0] not in "#  "] == [
        "title: title",
        "ignore:",
    ]
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) < 120
    assert [one.name for one in read_map("map.yaml", text.encode()).ignored] == ["a: b\n#", "[y]", "long"]


def test_what_every_posting_needs_is_named_where_it_lacks() -> None:
    records = source({"title": "Cook", "location": "Oslo, Norway"})
    text = map_text(guess(records, "en"), records)
    assert "# category: {always: Engineering}\n# posted: date\n# apply: {always: jobs@example.com}\n" in text
    assert "# location" not in text
