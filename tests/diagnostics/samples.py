"""Problems that every format has to show."""

from generator.diagnostics.diagnostic import Code, Diagnostic, Note, Severity, Span

_FIELD = Code("FM002", "unknown-field", Severity.ERROR, "")
_LOOKALIKE = Code("LB010", "lookalike-category", Severity.WARNING, "")
_NOTICE = Code("ZZ001", "something-to-know", Severity.NOTICE, "")

_LONG = "summary: " + "word " * 40 + "catagory" + " word" * 40

TEXTS = {
    "content/postings/data-engineer.md": "---\ntitle: Data engineer\n\ncatagory: Data\n---\n",
    "content/postings/日本.md": "---\ntitle: 音楽 編集\tlead\n---\n",
    "content/postings/evil.md": "---\ntitle: a\x1b[31mb\u202ec\n---\n",
    "content/pages/long.md": f"---\n{_LONG}\n---\n",
    "content/pages/tenth.md": "---\n" + "# \n" * 8 + "title: Tenth\n---\n",
}

UNKNOWN_FIELD = Diagnostic(
    _FIELD,
    "unknown field `catagory`",
    "did you mean `category`?",
    Span("content/postings/data-engineer.md", 4, 1, 9),
)
WIDE = Diagnostic(_LOOKALIKE, "wide and tabbed", "", Span("content/postings/日本.md", 2, 11, 18))
HOSTILE = Diagnostic(
    _FIELD,
    "unknown field `\x1b]0;title\x07`, 100%",
    "line one\nline two",
    Span("content/postings/evil.md", 2, 8, 14),
)
LONG = Diagnostic(_FIELD, "far right", "", Span("content/pages/long.md", 2, 210, 218))
WITH_NOTE = Diagnostic(
    _FIELD,
    "two files make `/x/`",
    "rename one",
    Span("content/pages/tenth.md", 10, 8),
    (Note(Span("content/postings/data-engineer.md", 2, 8), "the other"),),
)
WHOLE_FILE = Diagnostic(_FIELD, "too large", "make it smaller", Span("content/pages/x.md"))
NOWHERE = Diagnostic(_NOTICE, "no place")


def source(path: str) -> str | None:
    """The text of a sample's file."""
    return TEXTS.get(path)
