"""`content/urls.lock`, read and written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.content.urls_lock import lock_text, parse_lock
from generator.model.files import LOCK_FILE
from generator.model.published import Published
from tests.builders import codes_of, make_published

_LONG = "a" * 201  # no file system would take it for the name of a folder
_SLUGS = st.text("abz09-", min_size=1, max_size=8)
_URLS = st.lists(_SLUGS, max_size=3).map(lambda steps: f"/{''.join(f'{step}/' for step in steps)}")
_TEXTS = st.text(max_size=20)
_DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
_KEYS = st.lists(
    st.sampled_from(("id:lh-1", "requisition:R%207", "apply:https://a.example/?q=1")), unique=True, max_size=3
)
_ENTRIES = st.builds(
    Published,
    url=_URLS,
    first=_DAYS,
    last=st.none() | _DAYS,
    keys=_KEYS.map(tuple),
    title=_TEXTS,
    category=_TEXTS,
)


def _read(text: str) -> tuple[Published, ...]:
    parsed = parse_lock(LOCK_FILE, text.encode())
    assert parsed.document is not None
    return parsed.document.entries


def _plain(entry: Published) -> Published:
    """The entry as a line holds it."""
    title, category = ("" if text == "-" else text for text in map(_one_line, (entry.title, entry.category)))
    return replace(entry, title=title, category=category, line=1)


def _one_line(text: str) -> str:
    return " ".join(text.split())


@given(st.lists(_ENTRIES, unique_by=lambda entry: entry.url))
def test_what_is_written_is_read_back(entries: list[Published]) -> None:
    text = lock_text(entries)
    parsed = parse_lock(LOCK_FILE, text.encode())
    assert parsed.diagnostics == ()
    expected = [_plain(entry) for entry in sorted(entries, key=lambda entry: entry.url)]
    assert [replace(entry, line=1) for entry in _read(text)] == expected
    assert lock_text(_read(text)) == text


@given(st.binary())
def test_no_bytes_are_too_odd_to_be_read(data: bytes) -> None:
    parsed = parse_lock(LOCK_FILE, data)
    assert parsed.document is not None
    assert set(codes_of(parsed.diagnostics)) <= {"PG015"}


@given(st.lists(_ENTRIES, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_lines_of_both_sides_of_a_merge_are_taken_together(entries: list[Published], random: object) -> None:
    """Union merges leave two lines for an address, in either order."""
    same = [replace(entry, url="/jobs/cook/") for entry in entries]
    (found,) = _read("".join(lock_text((entry,)) for entry in same))
    assert found.first == min(entry.first for entry in same)
    assert found.last == max((entry.last for entry in same if entry.last), default=None)
    assert set(found.keys) == {key for entry in same for key in entry.keys}
    titles = [title for entry in same if (title := _plain(entry).title)]
    assert found.title == (titles[-1] if titles else "")


def test_line_says_address_id_title_category_and_days() -> None:
    entry = make_published(
        "/jobs/tea-taster/",
        date(2026, 3, 2),
        keys=("id:lh-4821", "requisition:R-77"),
        title="Tea taster",
        category="Food / Tea",
    )
    head, line = lock_text((entry,)).splitlines()
    assert head.startswith("# ")
    assert "openings lock" in head
    assert line.split("\t") == [
        "/jobs/tea-taster/",
        "id:lh-4821 requisition:R-77",
        "Tea taster",
        "Food / Tea",
        "2026-03-02",
        "-",
    ]


def test_lines_stand_in_the_order_of_their_addresses() -> None:
    text = lock_text((make_published("/b/"), make_published("/a/")))
    assert [line.partition("\t")[0] for line in text.splitlines()[1:]] == ["/a/", "/b/"]


def test_line_ends_of_another_system_and_a_mark_at_the_beginning_are_fine() -> None:
    text = "\ufeff" + lock_text((make_published("/a/"),)).replace("\n", "\r\n")
    assert [entry.url for entry in _read(text)] == ["/a/"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("/a/\t-\t-", "expected 6 parts with tabs between, found 3"),
        ("<<<<<<< ours", "expected 6 parts with tabs between, found 1"),
        ("/../x/\t-\t-\t-\t2026-01-01\t-", "`/../x/` isn't an address of a page"),
        ("a/\t-\t-\t-\t2026-01-01\t-", "`a/` isn't an address of a page"),
        (f"/{_LONG}/\t-\t-\t-\t2026-01-01\t-", f"`/{_LONG}/` isn't an address of a page"),
        ("-\t-\t-\t-\t2026-01-01\t-", "`` isn't an address of a page"),
        ("/a/\tlh-1\t-\t-\t2026-01-01\t-", "`lh-1` is nothing that a posting is known by"),
        ("/a/\t-\t-\t-\t2026-02-31\t-", "`2026-02-31` isn't a day"),
        ("/a/\t-\t-\t-\t-\t-", "`-` isn't a day"),
        ("/a/\t-\t-\t-\t2026-01-01\tsoon", "`soon` isn't a day"),
    ],
)
def test_line_that_cannot_be_read_is_told_of_and_left_out(line: str, message: str) -> None:
    parsed = parse_lock(LOCK_FILE, f"# x\n{line}\n{lock_text((make_published('/b/'),))}".encode())
    (problem,) = parsed.diagnostics
    assert problem.message == message
    assert problem.at is not None
    assert (problem.at.path, problem.at.line) == (LOCK_FILE, 2)
    assert "openings lock" in problem.hint
    assert parsed.document is not None
    assert [entry.url for entry in parsed.document.entries] == ["/b/"]


def test_entry_knows_its_line() -> None:
    assert [entry.line for entry in _read(lock_text((make_published("/a/"), make_published("/b/"))))] == [
        2,
        3,
    ]
