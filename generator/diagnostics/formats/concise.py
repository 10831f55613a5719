"""One line a problem, for editors that jump to `path:line:column` and for grep."""

from collections.abc import Callable, Iterable

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.formats.visible import visible


def render(diagnostics: Iterable[Diagnostic], sources: Callable[[str], str | None]) -> str:
    """A line such as `path:4:1: error[FM002] message (hint)` for each problem."""
    return "".join(f"{_line(problem)}\n" for problem in diagnostics)


def _line(problem: Diagnostic) -> str:
    where = f"{problem.at.path}:{problem.at.line}:{problem.at.column}: " if problem.at else ""
    hint = f" ({problem.hint})" if problem.hint else ""
    return visible(f"{where}{problem.severity}[{problem.code.code}] {problem.message}{hint}")
