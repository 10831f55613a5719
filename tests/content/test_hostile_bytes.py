from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.documents import parse_document
from generator.content.settings import ParseSettings
from generator.content.site_config import parse_config
from generator.content.values import PARSERS
from generator.diagnostics.diagnostic import Diagnostic, has_errors

SETTINGS = ParseSettings("en", ("en", "de"))
_KEYS = st.sampled_from(
    [
        "title",
        "location",
        "salary",
        "posted",
        "remote from",
        "apply",
        "contact",
        "term",
        "x_a",
        "hours",
        "jobs",
    ]
)
_PIECES = st.sampled_from(
    [": ", ":", "- ", "[", "]", "{", "}", '"', "'", "“", "\t", "  ", "|", ">", "#", "&a", "*a", "!!x", "<<",
     "@", "\n", "\n\n", "---", "---\n", "EUR", "1.000", "55k", "2026-02-30", "www.x.example", "a@b.example",
     "\x07", "\u2028", "\ufeff", "%", "?", ",", "/", "..", "kr"]
)  # fmt: skip
_LINES = st.lists(st.one_of(_KEYS, _PIECES, st.text(max_size=6)), max_size=40).map("".join)


def are_sound(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return all(d.at is not None and d.at.line >= 1 and d.at.column >= 1 and d.message for d in diagnostics)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    found = parse_document("content/postings/a.md", data, SETTINGS)
    assert are_sound(found.diagnostics)
    assert are_sound(parse_config("content/site.yaml", data).diagnostics)


@settings(max_examples=600, deadline=None)
@given(_LINES, st.sampled_from(["postings", "pages", "locations", "articles", "snippets"]))
def test_no_front_matter_raises(front: str, folder: str) -> None:
    data = f"---\ntitle: x\n{front}\n---\nWords.\n".encode()
    found = parse_document(f"content/{folder}/a.md", data, SETTINGS)
    assert are_sound(found.diagnostics)
    assert are_sound(parse_config("content/site.yaml", front.encode()).diagnostics)


@settings(max_examples=600, deadline=None)
@given(
    st.sampled_from(sorted(PARSERS)),
    st.one_of(
        st.text(max_size=40),
        st.lists(st.one_of(_PIECES, st.text("0123456789.,'k -€$", max_size=8))).map("".join),
    ),
)
def test_no_value_raises(name: str, text: str) -> None:
    PARSERS[name](text, "en")


def test_hostile_sizes_end_soon() -> None:
    for front in (
        "salary: " + "1 111" * 30_000,
        "".join(f"wrong{i}: x\n" for i in range(4_000)),
        "title:" + " " * 150_000 + "x: y: z",
        "a" * 190_000 + ": x: y",
        "".join(f"a{i}: b: c\n" for i in range(10_000)),
        "[" * 100_000,
    ):
        data = f"---\n{front}\n---\n".encode()
        assert has_errors(parse_document("content/postings/a.md", data, SETTINGS).diagnostics)
