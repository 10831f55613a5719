import json

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.documents import parse_document
from generator.diagnostics.codes import front_matter, values
from generator.diagnostics.diagnostic import OpeningsError, Severity
from generator.importers.imported import Delivery
from generator.importers.mapping.reading import read_map
from tests.content.builders import SETTINGS
from tests.importers.sources import posting_file, read_folder

_MAP = read_map(
    "",
    b"title: title\ncategory: [dept, team]\nlocation: place\nposted: date\ncloses: until\nemployment: type\n"
    b"salary: pay\napply: apply\nskills: skills\naliases: old\nremote: remote\n",
)
_NAMES = (
    "title",
    "dept",
    "team",
    "place",
    "date",
    "until",
    "type",
    "pay",
    "apply",
    "skills",
    "old",
    "remote",
)


def test_five_hundred_files_are_read() -> None:
    text = (
        "---\ntitle: Cook {n}\ndepartment: Kitchen\nlocation: Oslo, Norway\ndate: 2026-03-0{d}\n"
        "type: Full-time\napply: jobs@example.com\n---\nSoup.\n"
    )
    files = {f"cook-{n}.md": text.format(n=n, d=n % 9 + 1).encode() for n in range(500)}
    delivery = read_folder(files)
    assert len(delivery.postings) == 500
    assert delivery.problems == ()
    assert delivery == read_folder(dict(reversed(files.items())))


def test_file_without_a_title_is_left_out_and_told() -> None:
    files = {"a.md": b"---\ntitle: Cook\nlayout: job\n---\n", "b.md": b"---\nlayout: job\n---\n"}
    delivery = read_folder(files)
    assert [posting.id for posting in delivery.postings] == ["a"]
    assert delivery.problems == ("`b.md` has no title, and is left out",)
    assert delivery.unread == ("b",)


_LIKELY = st.sampled_from(
    ["2026-03-02", "03/02/2026", "1. April 2026", "Full-time, permanent", "remote", "Oslo, Norway", "EUR 50k",
     "jobs@example.com", "http://example.com", "/old/", "/:title/", "€1–2 per hour", "Berlin or Remote",
     "37.5", "\u202ea\ufeff", "a / b", "true", "A, B; C"]
)  # fmt: skip
_TEXTS = st.dictionaries(st.sampled_from(_NAMES), _LIKELY | st.text(max_size=40), max_size=len(_NAMES))
# What nobody but a person can add or settle.
_LACKING = {
    front_matter.MISSING_FIELD,
    values.LOCATION_MISSING,
    values.REMOTE_FROM_MISSING,
    values.TERM_CONTRADICTION,
    values.CLOSES_BEFORE_POSTED,
}


@given(_TEXTS, st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_whatever_a_file_holds_we_read_what_becomes_of_it(fields: dict[str, str], body: str) -> None:
    front = json.dumps({**fields, "title": f"Cook {fields.get('title', '')}"})
    for posting in read_folder({"a.md": f"{front}\n{body}".encode("utf-8", "replace")}, _MAP).postings:
        parsed = parse_document("content/postings/a.md", posting_file(posting), SETTINGS)
        errors = [d for d in parsed.diagnostics if d.severity is Severity.ERROR and d.code not in _LACKING]
        assert errors == []


@given(
    st.sampled_from(["a.md", "a.yaml", "a.json", "a.html"]),
    st.sampled_from(["", "---\n", "+++\n", "{"]),
    st.text(alphabet="-+={}[]&*!:ab \n\"'<", max_size=80),
)
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_or_told(name: str, front: str, text: str) -> None:
    delivery, message = _outcome({name: f"{front}{text}".encode()})
    assert message.startswith(f"`{name}`") or len(delivery.postings) + len(delivery.problems) > 0


def _outcome(files: dict[str, bytes]) -> tuple[Delivery, str]:
    try:
        return read_folder(files), ""
    except OpeningsError as error:
        return Delivery(()), error.message
