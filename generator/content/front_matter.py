"""A file taken apart into front matter and body."""

import re

from msgspec import Struct

from generator.content.source import Source
from generator.diagnostics.codes import front_matter as codes
from generator.diagnostics.diagnostic import Diagnostic, Span

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_NEAR_FENCE = re.compile(r"^[ \t]*(?:[-–—_=*+~]{2,}|[–—]|(?:[-*_] ){2,}[-*_]|\.\.\.|`{3,}(?:ya?ml)?)[ \t]*$")
_FIELD = re.compile(r"^[^\s#:\-][^:]{0,40}:(?:\s|$)")
_SNAKE_FIELD = re.compile(r"^[a-z][a-z0-9_-]*\s?:(?:\s|$)")
_BODY_LINE = re.compile(r"^(?:#{1,6} +\S|[^\s#\-])")


class Parts(Struct, frozen=True):
    """Front matter and body, each with the line it begins on in the whole file."""

    front: str
    front_line: int
    body: str
    body_line: int


def split(source: Source, is_optional: bool = False) -> Parts | Diagnostic:
    """The two parts of a file; where front matter is optional, a file without any is all body."""
    text = source.text
    start = len(text) - len(text.lstrip("\n \t"))
    start = text.rfind("\n", 0, start) + 1
    opening = _FENCE.match(text, start)
    if opening is None:
        return _without_opening(source, start, is_optional)
    front_start = min(opening.end() + 1, len(text))
    closing = _closing(text, front_start)
    if closing is None:
        return _not_closed(source, text.count("\n", 0, opening.end()) + 1)
    body_start = min(closing.end() + 1, len(text))
    front_line = text.count("\n", 0, front_start) + 1
    front = text[front_start : closing.start()]
    return Parts(front, front_line, text[body_start:], front_line + front.count("\n") + 1)


def _closing(text: str, start: int) -> re.Match[str] | None:
    """The first line of three hyphens from `start` on, which is the beginning of a line."""
    while (closing := _FENCE.match(text, start)) is None:
        start = text.find("\n---", start) + 1
        if not start:
            return None
    return closing


def body_begins(lines: list[str], after: int = 0) -> int | None:
    """The index of the first line that reads as body: a heading or prose after an empty line.

    Lines up to the last one that is surely a field count as front matter; that is how `# comments`
    between fields are told from headings.
    """
    surely = max((i for i in range(after, len(lines)) if _SNAKE_FIELD.match(lines[i])), default=after - 1)
    for index in range(surely + 1, len(lines)):
        is_apart = index == after or not lines[index - 1].strip()
        if is_apart and _BODY_LINE.match(lines[index]) and not _FIELD.match(lines[index]):
            return index
    return None


def is_near_fence(line: str) -> bool:
    """Whether the line looks like a mistyped `---`."""
    return _NEAR_FENCE.match(line) is not None


def _without_opening(source: Source, start: int, is_optional: bool) -> Parts | Diagnostic:
    line = source.text.count("\n", 0, start) + 1
    first = source.text[start:].partition("\n")[0]
    at = Span(source.path, line)
    if is_near_fence(first):
        return _misspelt(at, first, "front matter begins")
    if is_optional and not _FIELD.match(first):
        return Parts("", 1, source.text, 1)
    if _FIELD.match(first):
        hint = f"put a line with just `---` above line {line}"
        return Diagnostic(codes.FRONT_MATTER_MISSING, "the opening `---` is missing", hint, at)
    hint = "begin the file with a line `---`, then the fields, then another line `---`"
    message = "the file has no front matter" if first else "the file is empty"
    return Diagnostic(codes.FRONT_MATTER_MISSING, message, hint, at)


def _not_closed(source: Source, first: int) -> Diagnostic:
    lines = source.text.split("\n")
    fences = [i for i in range(first, len(lines)) if is_near_fence(lines[i])]
    begins = body_begins(lines, first)
    if fences and (begins is None or fences[0] < begins):
        return _misspelt(Span(source.path, fences[0] + 1), lines[fences[0]], "front matter ends")
    if begins is None:
        begins = max((i for i in range(first, len(lines)) if lines[i].strip()), default=first - 1) + 1
        hint = "put a line with just `---` below the last field"
        begins = min(begins, len(lines) - 1)
    else:
        hint = f"put a line with just `---` above line {begins + 1}"
    return Diagnostic(
        codes.FRONT_MATTER_NOT_CLOSED, "the closing `---` is missing", hint, Span(source.path, begins + 1)
    )


def _misspelt(at: Span, line: str, where: str) -> Diagnostic:
    return Diagnostic(
        codes.FENCE_MISSPELT,
        f"the {where} with exactly three hyphens, not with `{line.strip()[:20]}`",
        "write `---` alone on the line",
        at,
    )
