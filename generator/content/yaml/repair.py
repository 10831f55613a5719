"""From a syntax error to the trap behind it, and to a text without it, so that reading can go on."""

from collections.abc import Iterator

from msgspec import Struct

from generator.content.front_matter import body_begins
from generator.content.yaml.events import Failure
from generator.content.yaml.layout_traps import first_line_indented
from generator.content.yaml.lines import content_above, field_line, is_blank
from generator.content.yaml.trap import Trap
from generator.content.yaml.traps import RULES
from generator.content.yaml.value_traps import open_quote_above
from generator.diagnostics.codes import front_matter as codes
from generator.diagnostics.diagnostic import Diagnostic, Span


class Patch(Struct, frozen=True):
    """What to tell, and all lines without the trap; None where the text can't be mended."""

    diagnostic: Diagnostic
    lines: list[str] | None


def find_trap(
    path: str, lines: list[str], first_line: int, failure: Failure, *, may_hold_body: bool
) -> Patch:
    """The trap that made the parser give up, with the text mended; else plain words at that place."""
    trap = _missing_close(lines, failure, first_line) if may_hold_body else None
    trap = trap or _nearest_trap(lines, failure, first_line)
    if trap is None:
        return Patch(_unreadable(path, lines, first_line, failure), None)
    mended = list(lines)
    for index, line in trap.changes.items():
        mended[index] = line
    at = Span(path, first_line + trap.line, trap.column, trap.end_column)
    diagnostic = Diagnostic(trap.code, trap.message, trap.hint, at)
    return Patch(diagnostic, mended if mended != lines else None)


def _missing_close(lines: list[str], failure: Failure, first_line: int) -> Trap | None:
    """The body inside the front matter, because its closing `---` comes only far below."""
    begins = body_begins(lines)
    if begins is None or failure.line < begins or not any(field_line(line) for line in lines[:begins]):
        return None
    return Trap(
        codes.FRONT_MATTER_NOT_CLOSED,
        "the closing `---` is missing: the text below is read as fields",
        f"put a line with just `---` above line {first_line + begins}",
        begins,
        changes=dict.fromkeys(range(begins, len(lines)), ""),
    )


def _nearest_trap(lines: list[str], failure: Failure, first_line: int) -> Trap | None:
    trap = first_line_indented(lines, failure.problem)
    if trap is not None:
        return trap
    for index in _candidates(lines, failure):
        for rule in RULES:
            trap = rule(lines, index, first_line)
            if trap is not None:
                return trap
    return None


def _candidates(lines: list[str], failure: Failure) -> Iterator[int]:
    """Lines to look at, likeliest first."""
    last = len(lines) - 1
    here = min(failure.line, last)
    if failure.began is not None:
        yield min(failure.began, last)
    opened = open_quote_above(lines, here)
    if opened is not None:
        yield opened
    if not is_blank(lines[here]):
        yield here
    above = content_above(lines, here)
    if above is not None:
        yield above


def _unreadable(path: str, lines: list[str], first_line: int, failure: Failure) -> Diagnostic:
    shown = lines[min(failure.line, len(lines) - 1)].strip()[:40]
    message = f"this line can't be read: `{shown}`" if shown else "the fields above can't be read"
    hint = (
        "check the quotes, brackets, colons and spaces of this line and the one above; "
        "when in doubt put the value into double quotes"
    )
    at = Span(path, first_line + failure.line, failure.column + 1)
    return Diagnostic(codes.YAML_UNREADABLE, message, hint, at)
