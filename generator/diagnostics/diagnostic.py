"""Problems as values: every room returns them, only the command line prints them."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How much a problem weighs: with an error, nothing is published."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Code(Struct, frozen=True):
    """A kind of problem: stable code, readable name, weight, and what `openings explain` tells."""

    code: str
    name: str
    severity: Severity
    explanation: str


class Span(Struct, frozen=True, order=True):
    """A place in a file of the site: lines and columns count from 1, in characters.

    `path` is relative to the site's folder, with forward slashes. `end_column` is exclusive and on
    the same line; 0 means "to the end of the line".
    """

    path: str
    line: int = 1
    column: int = 1
    end_column: int = 0


class Note(Struct, frozen=True):
    """A second place that belongs to a problem, such as the other file on the same URL."""

    at: Span
    text: str


class Diagnostic(Struct, frozen=True):
    """One problem: message in lower case without a full stop, things in backquotes; hint says what to do."""

    code: Code
    message: str
    hint: str = ""
    at: Span | None = None
    notes: tuple[Note, ...] = ()

    @property
    def severity(self) -> Severity:
        """The weight that goes with the code."""
        return self.code.severity


class OpeningsError(Exception):
    """What stops a command before any content is judged: no site, a port taken, wrong usage."""

    def __init__(self, message: str, hint: str = "", exit_code: int = 2) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same problems by file, line, column and code, each once."""
    nowhere = Span("")
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.at or nowhere, d.code.code, d.message)))


def broken_files(diagnostics: Iterable[Diagnostic]) -> frozenset[str]:
    """The paths of the files that have an error."""
    return frozenset(d.at.path for d in diagnostics if d.at and d.severity is Severity.ERROR)


def has_errors(diagnostics: Iterable[Diagnostic], strict: bool = False) -> bool:
    """Whether any of the problems keeps the site from being published; with `strict`, warnings do too."""
    weights = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(d.severity in weights for d in diagnostics)
