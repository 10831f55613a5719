"""Text in lines: SVG breaks none by itself."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.model.faces import Face
from generator.pages.views import TextLines

_SPACE = re.compile(r"[^\S\u00a0\u2007\u202f]+")
# Where a long word may go on in the next line.
_INNER = re.compile(r"(?<=[-–—/])(?=\w)")
_LONG = 12
# Of a character that the font doesn't have, in parts of the size.
_USUAL_WIDTH = 0.6
# How narrow a text may get for the sake of lines of one length, and in how many steps that is found.
_NARROWEST, _STEPS = 0.55, 7

# Letters' width in a text, in parts of their size.
_Measure = Callable[[str], float]
# A word or part of one, and the space that stands before it unless a line begins there.
_Piece = tuple[str, str]


def fitter(faces: Mapping[str, Face]) -> Callable[..., TextLines]:
    """The `fitted` filter over fonts by name."""

    def fitted(
        text: str,
        font: str,
        width: float,
        steps: Sequence[tuple[int, int]],
        weight: int = 400,
        spacing: float = 0,
    ) -> TextLines:
        """The text at the first size with which it takes no more lines than that step allows.

        With the last step it is cut, and ends in an ellipsis. `spacing` is what stands between letters, in
        parts of their size.
        """
        if font not in faces:
            raise LookupError(f"the theme has no font `{font}` in cards/fonts/")
        return _fitted(text, _measure(faces[font], weight, spacing), width, steps)

    return fitted


def _measure(face: Face, weight: int, spacing: float) -> _Measure:
    widths, units, usual = face.widths(weight), face.units, _USUAL_WIDTH * face.units
    return lambda text: sum(widths.get(ord(ch), usual) for ch in text) / units + spacing * len(text)


def _fitted(text: str, measure: _Measure, width: float, steps: Sequence[tuple[int, int]]) -> TextLines:
    pieces = tuple(_pieces(text))
    widest = max((measure(piece) for _, piece in pieces), default=0)
    for size, most in steps:
        lines = _lines(pieces, measure, width / size)
        if len(lines) <= most and widest <= width / size:
            return TextLines(size, _balanced(pieces, measure, width / size, widest))
    return TextLines(size, _cut(lines, measure, width / size, most))


def _pieces(text: str) -> Iterator[_Piece]:
    for word in filter(None, _SPACE.split(text)):
        parts = _INNER.split(word) if len(word) > _LONG else [word]
        yield " ", parts[0]
        yield from (("", part) for part in parts[1:])


def _lines(pieces: Sequence[_Piece], measure: _Measure, limit: float) -> tuple[str, ...]:
    """As much in each line as it holds; what is wider than a line is broken anywhere."""
    lines = [""]
    for gap, piece in pieces:
        longer = lines[-1] + gap + piece if lines[-1] else piece
        if measure(longer) <= limit:
            lines[-1] = longer
            continue
        lines += _broken(piece, measure, limit)
    return tuple(filter(None, lines))


def _broken(piece: str, measure: _Measure, limit: float) -> list[str]:
    lines = [""]
    for character in piece:
        if lines[-1] and measure(lines[-1] + character) > limit:
            lines.append("")
        lines[-1] += character
    return lines


def _balanced(pieces: Sequence[_Piece], measure: _Measure, limit: float, widest: float) -> tuple[str, ...]:
    """The same number of lines, as even as they can be."""
    best = _lines(pieces, measure, limit)
    low, high = max(widest, limit * _NARROWEST), limit
    for _ in range(_STEPS):
        middle = (low + high) / 2
        lines = _lines(pieces, measure, middle)
        if len(lines) == len(best):
            best, high = lines, middle
        else:
            low = middle
    return best


def _cut(lines: Sequence[str], measure: _Measure, limit: float, most: int) -> tuple[str, ...]:
    """The first lines; the last ends in an ellipsis where there are more."""
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and measure(f"{last}…") > limit:
        last = last.rpartition(" ")[0] or last[:-1]
    return (*lines[: most - 1], f"{last.rstrip()}…")
