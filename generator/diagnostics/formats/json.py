"""For programs: all that is known of each problem. Only ASCII, so that it passes any terminal or pipe."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from generator.diagnostics.diagnostic import Diagnostic, Severity, Span


def render(diagnostics: Iterable[Diagnostic], sources: Callable[[str], str | None]) -> str:
    """An object with `diagnostics`, and the numbers of `errors` and `warnings`."""
    problems = tuple(diagnostics)
    report = {
        "diagnostics": [_problem(problem) for problem in problems],
        "errors": sum(d.severity is Severity.ERROR for d in problems),
        "warnings": sum(d.severity is Severity.WARNING for d in problems),
    }
    return json.dumps(report, indent=2) + "\n"


def _problem(problem: Diagnostic) -> dict[str, Any]:
    return {
        "code": problem.code.code,
        "name": problem.code.name,
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
        **_place(problem.at),
        "notes": [{"text": note.text, **_place(note.at)} for note in problem.notes],
    }


def _place(at: Span | None) -> dict[str, Any]:
    """Null where the problem has no file; `end_column` null where it reaches to the line's end."""
    if at is None:
        return {"path": None, "line": None, "column": None, "end_column": None}
    return {"path": at.path, "line": at.line, "column": at.column, "end_column": at.end_column or None}
