"""What one reading of a map gathers on its way."""

from typing import Any

from msgspec import Struct, field

from generator.content.values.problem import Problem
from generator.content.yaml.nodes import Node
from generator.diagnostics.diagnostic import Code, Diagnostic, Span
from generator.model.documents import Spans


class Origin(Struct, frozen=True):
    """Where a map was read from, and the language its figures and dates are in."""

    path: str
    language: str
    text: str
    first_line: int


class Findings(Struct):
    """What one reading gathers on its way through the nodes."""

    origin: Origin
    nodes: dict[str, Node] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def line(self, number: int) -> str:
        """The source line of that number in the whole file."""
        self.lines = self.lines or self.origin.text.split("\n")
        index = number - self.origin.first_line
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    def spans(self) -> Spans:
        """Where each of the nodes stands, by the dotted name of its field."""
        lines = [f"{name} {n.line} {n.column} {n.end_column}\n" for name, n in self.nodes.items()]
        return Spans(self.origin.path, "\n" + "".join(lines))

    def span(self, node: Node) -> Span:
        """Where the node stands."""
        return Span(self.origin.path, node.line, node.column, node.end_column)

    def report(self, code: Code, message: str, hint: str, node: Node) -> None:
        """Add a problem at the node."""
        self.diagnostics.append(Diagnostic(code, message, hint, self.span(node)))

    def problem(self, problem: Problem, node: Node, key: str) -> Any:
        """The value that the problem leaves, after it was reported."""
        hint = problem.hint
        if problem.instead:
            line = f"{key}: {problem.instead}" if key else problem.instead
            hint = f"write `{line}`" + (f"; {hint}" if hint else "")
        self.report(problem.code, problem.message, hint, node)
        return problem.value
