"""Small files for tests of this room."""

from generator.content.documents import Parsed, parse_posting
from generator.content.settings import ParseSettings
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.documents import Posting

PATH = "content/postings/backend-engineer.md"
SETTINGS = ParseSettings("en", ("en", "fr"))
_FIELDS = {
    "title": "Backend engineer",
    "category": "Engineering",
    "location": "Berlin, Germany",
    "posted": "2026-03-02",
}


def posting_text(*lines: str, **fields: str | None) -> str:
    """A posting with the required fields, those given instead (None: left out), and more lines."""
    merged: dict[str, str | None] = {**_FIELDS, **fields}
    front = [f"{name}: {value}" for name, value in merged.items() if value is not None]
    return "\n".join(["---", *front, *lines, "---", "You will build things.", ""])


def parse(*lines: str, **fields: str | None) -> Parsed[Posting]:
    """The parsed posting of `posting_text`."""
    return parse_posting(PATH, posting_text(*lines, **fields).encode(), SETTINGS)


def parsed(*lines: str, **fields: str | None) -> Posting:
    """The posting of `posting_text`, which has no problem at all."""
    found = parse(*lines, **fields)
    assert found.diagnostics == ()
    assert found.document is not None
    return found.document


def shown(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """Each problem as `line:column code message | hint`."""
    return [
        f"{d.at.line if d.at else 0}:{d.at.column if d.at else 0} {d.code.code} {d.message} | {d.hint}"
        for d in diagnostics
    ]
