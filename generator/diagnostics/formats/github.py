"""Workflow commands: GitHub shows each problem beside its line in a pull request.

The escaping is that of GitHub's own toolkit (`actions/toolkit`, packages/core/src/command.ts).
"""

from collections.abc import Callable, Iterable, Iterator

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.formats.visible import visible


def render(diagnostics: Iterable[Diagnostic], sources: Callable[[str], str | None]) -> str:
    """A command such as `::error file=…,line=4,col=1,title=…::message` for each problem."""
    return "".join(f"{_command(problem)}\n" for problem in diagnostics)


def _command(problem: Diagnostic) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(problem))
    notes = (f"{note.at.path}:{note.at.line}: {note.text}" for note in problem.notes)
    lines = "\n".join(filter(None, (problem.message, *notes, problem.hint)))
    return f"::{problem.severity} {properties}::{_data(lines)}"


def _properties(problem: Diagnostic) -> Iterator[tuple[str, str]]:
    at = problem.at
    if at:
        yield from (("file", at.path), ("line", str(at.line)), ("col", str(at.column)))
        if at.end_column:
            yield "endColumn", str(at.end_column)
    yield "title", f"{problem.code.code} {problem.code.name}"


def _data(text: str) -> str:
    """The text as the data of a command; control characters other than line ends are shown."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
