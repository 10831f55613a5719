"""A font file becomes what is known of its characters."""

from io import BytesIO
from typing import Any

from generator.model.faces import Face

# What headings and small words are set in; between two of them the widths hardly differ.
_WEIGHTS = (400, 500, 600, 700)


def parse_face(data: bytes) -> Face | None:
    """The characters of a TrueType or OpenType font; None where it can't be read."""
    from fontTools.ttLib import TTFont  # 80 ms, which only sites with pictures for sharing pay

    try:
        font = TTFont(BytesIO(data), lazy=True)
        weights = {weight: _widths(font, weight) for weight in _measured(font)}
        return Face(font["head"].unitsPerEm, weights) if all(weights.values()) else None
    except Exception:  # whatever is wrong with a damaged font, each table fails in a way of its own
        return None


def _measured(font: Any) -> tuple[int, ...]:
    """The weights that a variable font has among the usual ones, or a plain font's own."""
    axes = {axis.axisTag: axis for axis in font["fvar"].axes} if "fvar" in font else {}
    if "wght" not in axes:
        return (font["OS/2"].usWeightClass,)
    own = axes["wght"]
    return tuple(weight for weight in _WEIGHTS if own.minValue <= weight <= own.maxValue) or (
        int(own.defaultValue),
    )


def _widths(font: Any, weight: int) -> dict[int, float]:
    glyphs = font.getGlyphSet(location={"wght": weight} if "fvar" in font else None)
    return {code: round(glyphs[name].width, 1) for code, name in (font.getBestCmap() or {}).items()}
