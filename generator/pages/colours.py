"""The colours of pictures for sharing, from the site's accent."""

from generator.model.colours import ENOUGH, Rgb, contrast, rgb
from generator.pages.views import CardColours

# The accent of the theme that ships, where the site has none.
_ACCENT = "#2c4f8c"
_PAPER: Rgb = (251, 250, 248)
_INK: Rgb = (24, 22, 20)
_WHITE: Rgb = (255, 255, 255)
_BLACK: Rgb = (0, 0, 0)
# WCAG 2.2, 1.4.6 (AAA).
_EASY = 7.0
_STEPS = 20
# So much of the accent, at so much of 255, is in the ground.
_BREATH, _BRIGHTNESS = 0.06, 200


def card_colours(accent: str) -> CardColours:
    """A light ground with a breath of the accent, and words that can be read on it."""
    own = rgb(accent or _ACCENT)
    paper = _mixed(_PAPER, _bright(own), _BREATH)
    return CardColours(
        paper=_hex(paper),
        ink=_hex(_readable(_mixed(_INK, own, 0.18), paper, _EASY)),
        soft=_hex(_readable(_mixed((104, 100, 95), own, 0.2), paper, ENOUGH)),
        line=_hex(_mixed(paper, _INK, 0.14)),
        accent=_hex(own),
        accent_ink=_hex(_readable(own, paper, ENOUGH)),
        on_accent=_hex(max((_WHITE, _BLACK), key=lambda ink: contrast(ink, own))),
    )


def _readable(colour: Rgb, ground: Rgb, wanted: float) -> Rgb:
    """The colour, darkened until it stands out from a light ground."""
    shades = (_mixed(colour, _INK, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if contrast(shade, ground) >= wanted), _INK)


def _bright(colour: Rgb) -> Rgb:
    """The colour at a brightness that all have in common: a dark one would make the ground grey."""
    most = max(*colour, 1)
    red, green, blue = (part * _BRIGHTNESS / most for part in colour)
    return red, green, blue


def _mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    """One colour with so much of another in it."""
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in colour)
