"""What is wrong with a site, ready to be shown: each problem with its line and the way to it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from msgspec import Struct

from generator.diagnostics.counting import count
from generator.diagnostics.diagnostic import Diagnostic, Severity, Span
from generator.diagnostics.formats.excerpt import Excerpt, excerpt
from generator.diagnostics.formats.visible import visible, width
from generator.preview.desk.whereabouts import Whereabouts
from generator.preview.desk.wording import shown
from generator.preview.http.messages import PREVIEW

OPEN_URL = f"{PREVIEW}open"
MOST = 200
_ROOM = 110  # columns of an excerpt
_WEIGHTS = tuple(Severity)


class Marked(Struct, frozen=True):
    """A line of a file in three parts, the marked one in the middle."""

    before: str
    mark: str
    after: str


class Place(Struct, frozen=True):
    """A place in a file: the address that opens it there is empty where no editor can be reached."""

    file: str
    line: int
    column: int
    excerpt: Marked | None
    open: str


class Note(Struct, frozen=True):
    """A second place that belongs to a problem."""

    text: str
    at: Place


class Problem(Struct, frozen=True):
    """One problem; `is_here` where it is in the file of the page that is looked at."""

    severity: Severity
    code: str
    name: str
    message: str
    hint: str
    at: Place | None
    notes: tuple[Note, ...]
    is_here: bool


class Problems(Struct, frozen=True):
    """How many problems there are, and the first of them; `explanations` by their codes."""

    errors: int
    warnings: int
    notices: int
    summary: str
    problems: tuple[Problem, ...]
    explanations: Mapping[str, str]


def counted(found: Iterable[Diagnostic]) -> Counter[Severity]:
    """How many problems there are of each weight."""
    return Counter(problem.severity for problem in found)


def opening(name: str, line: int = 1, column: int = 1) -> str:
    """The preview's address that opens a file of the site in an editor."""
    return f"{OPEN_URL}?{urlencode({'file': name, 'line': line, 'column': column})}"


def problems_of(
    found: tuple[Diagnostic, ...], whereabouts: Whereabouts | None, here: str = "", can_open: bool = False
) -> Problems:
    """The problems by weight, those of the file `here` before others of the same weight."""
    numbers = counted(found)
    ordered = sorted(found, key=lambda problem: (_WEIGHTS.index(problem.severity), not _is_in(problem, here)))
    first = ordered[:MOST]
    tell = _Telling(whereabouts, can_open)
    return Problems(
        errors=numbers[Severity.ERROR],
        warnings=numbers[Severity.WARNING],
        notices=numbers[Severity.NOTICE],
        summary=summary(numbers),
        problems=tuple(tell.problem(problem, _is_in(problem, here)) for problem in first),
        explanations={problem.code.code: problem.code.explanation for problem in first},
    )


def summary(numbers: Mapping[Severity, int]) -> str:
    """One line such as `2 errors and 1 warning`."""
    told = [count(numbers[weight], weight.value) for weight in _WEIGHTS if numbers[weight]]
    return " and ".join((", ".join(told[:-1]), told[-1]) if told[1:] else told) or "No problems"


def _is_in(problem: Diagnostic, file: str) -> bool:
    return bool(file and problem.at and problem.at.path == file)


class _Telling:
    """Tells problems; a file that many of them are in is read once."""

    def __init__(self, whereabouts: Whereabouts | None, can_open: bool) -> None:
        self._whereabouts, self._can_open = whereabouts, can_open
        self._texts: dict[str, str | None] = {}

    def problem(self, problem: Diagnostic, is_here: bool) -> Problem:
        """The problem as it is shown."""
        return Problem(
            severity=problem.severity,
            code=problem.code.code,
            name=problem.code.name,
            message=self._safe(problem.message),
            hint=self._safe(problem.hint),
            at=self._place(problem.at) if problem.at else None,
            notes=tuple(Note(self._safe(note.text), self._place(note.at)) for note in problem.notes),
            is_here=is_here,
        )

    def _safe(self, text: str) -> str:
        return shown(self._whereabouts.without_paths(text) if self._whereabouts else text)

    def _place(self, at: Span) -> Place:
        whereabouts = self._whereabouts
        can_open = self._can_open and whereabouts is not None and whereabouts.path(at.path) is not None
        return Place(
            file=visible(at.path),
            line=at.line,
            column=at.column,
            excerpt=self._excerpt(at),
            open=opening(at.path, at.line, at.column) if can_open else "",
        )

    def _excerpt(self, at: Span) -> Marked | None:
        """The line, unless the whole file is meant."""
        if at == Span(at.path) or not self._whereabouts:
            return None
        if at.path not in self._texts:
            self._texts[at.path] = self._whereabouts.text(at.path)
        text = self._texts[at.path]
        found = excerpt(text, at, _ROOM) if text is not None else None
        return marked(found) if found else None


def marked(found: Excerpt) -> Marked:
    """An excerpt, whose mark is told in columns, as three texts."""
    start = _characters(found.text, found.indent)
    end = start + _characters(found.text[start:], found.length)
    return Marked(found.text[:start], found.text[start:end], found.text[end:])


def _characters(text: str, columns: int) -> int:
    """How many characters of a text fill so many columns, with the marks that combine with them."""
    number = used = 0
    while number < len(text) and used + width(text[number]) <= columns:
        used += width(text[number])
        number += 1
    return number
