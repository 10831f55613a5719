"""What git leaves in a file when two people have changed the same lines."""

from collections.abc import Iterator

from generator.content.source import Source
from generator.diagnostics.codes import files as codes
from generator.diagnostics.diagnostic import Diagnostic, Span

# git: seven signs at the beginning of a line, then a space and what the side is called.
_BEGINS, _ENDS = "<<<<<<< ", ">>>>>>> "


def conflicts(source: Source) -> tuple[Diagnostic, ...]:
    """A diagnostic for each conflict that nobody has settled, or what is left of one."""
    if _BEGINS not in source.text and _ENDS not in source.text:
        return ()
    return tuple(_conflict(source.path, number) for number in _lines(source.text.split("\n")))


def _lines(lines: list[str]) -> Iterator[int]:
    """The lines, from 1, on which a conflict begins, or ends that has no beginning."""
    is_open = False
    for number, line in enumerate(lines, 1):
        begins, ends = line.startswith(_BEGINS), line.startswith(_ENDS)
        if begins or (ends and not is_open):
            yield number
        is_open = begins or (is_open and not ends)


def _conflict(path: str, line: int) -> Diagnostic:
    hint = "keep the right one of the two texts, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"
    return Diagnostic(codes.MERGE_CONFLICT, "git left a merge conflict here", hint, Span(path, line))
