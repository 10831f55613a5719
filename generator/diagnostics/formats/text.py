"""For people at a terminal: each problem with its line, the place marked, and what to do."""

from collections.abc import Callable, Iterable, Iterator

from generator.diagnostics.diagnostic import Diagnostic, Severity, Span
from generator.diagnostics.formats.excerpt import excerpt
from generator.diagnostics.formats.visible import visible

_Sources = Callable[[str], str | None]

_ROOM = 96  # columns of an excerpt: with its gutter, a terminal of a hundred
_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTICE: "1;36"}
_BOLD, _DIM = "1", "2"


def render(diagnostics: Iterable[Diagnostic], sources: _Sources, colour: bool = False) -> str:
    """All problems one below the other and a summary; `sources` tells a file's text by its path."""
    problems = tuple(diagnostics)
    if not problems:
        return ""
    blocks = ["".join(f"{line}\n" for line in _block(d, sources, colour)) for d in problems]
    return "\n".join(blocks) + f"\n{summary(problems)}\n"


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """One line such as `2 errors and 1 warning in 2 files`."""
    problems = tuple(diagnostics)
    counts = [(sum(d.severity is s for d in problems), s) for s in Severity]
    told = [_count(number, severity) for number, severity in counts if number]
    files = len({d.at.path for d in problems if d.at})
    where = f" in {_count(files, 'file')}" if files else ""
    return " and ".join((", ".join(told[:-1]), told[-1]) if told[1:] else told) + where


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _block(problem: Diagnostic, sources: _Sources, colour: bool) -> Iterator[str]:
    places = [at for at in (problem.at, *(note.at for note in problem.notes)) if at]
    gutter = max((len(str(at.line)) for at in places), default=1)
    weight = _STYLES[problem.severity]
    head = _paint(f"{problem.severity}[{problem.code.code}]", weight, colour)
    yield f"{head} {problem.code.name}: {_paint(_wrapped(problem.message, '  '), _BOLD, colour)}"
    if problem.at:
        yield from _place(problem.at, "^", weight, gutter, sources, colour)
    indent = " " * gutter
    for note in problem.notes:
        yield f"{indent} {_paint('=', _DIM, colour)} note: {_wrapped(note.text, f'{indent}   ')}"
        yield from _place(note.at, "-", _STYLES[Severity.NOTICE], gutter, sources, colour)
    if problem.hint:
        yield f"{indent} {_paint('=', _DIM, colour)} fix: {_wrapped(problem.hint, f'{indent}        ')}"


def _place(at: Span, mark: str, style: str, gutter: int, sources: _Sources, colour: bool) -> Iterator[str]:
    """The place as `path:line:column`, then its line unless the whole file is meant."""
    indent, bar = " " * gutter, _paint("|", _DIM, colour)
    yield f"{indent}{_paint('-->', _DIM, colour)} {visible(at.path)}:{at.line}:{at.column}"
    source = None if at == Span(at.path) else sources(at.path)
    shown = excerpt(source, at, _ROOM) if source is not None else None
    if shown:
        number = _paint(f"{at.line:>{gutter}}", _DIM, colour)
        yield f"{indent} {bar}"
        yield f"{number} {bar} {shown.text}".rstrip()
        yield f"{indent} {bar} {' ' * shown.indent}{_paint(mark * shown.length, style, colour)}"


def _wrapped(text: str, indent: str) -> str:
    """The text safe to show, its further lines indented."""
    return f"\n{indent}".join(visible(line) for line in text.split("\n"))


def _paint(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if colour else text
