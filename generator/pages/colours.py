"""The colours of pictures for sharing, from the site's accent."""

from generator.pages.views import CardColours

_Rgb = tuple[float, float, float]

# The accent of the theme that ships, where the site has none.
_ACCENT = "#2c4f8c"
_PAPER: _Rgb = (251, 250, 248)
_INK: _Rgb = (24, 22, 20)
_WHITE: _Rgb = (255, 255, 255)
_BLACK: _Rgb = (0, 0, 0)
# WCAG 2.2, 1.4.3 and 1.4.6: words of any size, and better.
_READABLE, _EASY = 4.5, 7.0
_STEPS = 20
# So much of the accent, at so much of 255, is in the ground.
_BREATH, _BRIGHTNESS = 0.06, 200


def card_colours(accent: str) -> CardColours:
    """A light ground with a breath of the accent, and words that can be read on it."""
    own = _rgb(accent or _ACCENT)
    paper = _mixed(_PAPER, _bright(own), _BREATH)
    return CardColours(
        paper=_hex(paper),
        ink=_hex(_readable(_mixed(_INK, own, 0.18), paper, _EASY)),
        soft=_hex(_readable(_mixed((104, 100, 95), own, 0.2), paper, _READABLE)),
        line=_hex(_mixed(paper, _INK, 0.14)),
        accent=_hex(own),
        accent_ink=_hex(_readable(own, paper, _READABLE)),
        on_accent=_hex(max((_WHITE, _BLACK), key=lambda ink: contrast(ink, own))),
    )


def contrast(one: _Rgb, other: _Rgb) -> float:
    """How far two colours stand apart, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _readable(colour: _Rgb, ground: _Rgb, wanted: float) -> _Rgb:
    """The colour, darkened until it stands out from a light ground."""
    shades = (_mixed(colour, _INK, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if contrast(shade, ground) >= wanted), _INK)


def _bright(colour: _Rgb) -> _Rgb:
    """The colour at a brightness that all have in common: a dark one would make the ground grey."""
    most = max(*colour, 1)
    red, green, blue = (part * _BRIGHTNESS / most for part in colour)
    return red, green, blue


def _luminance(colour: _Rgb) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _mixed(one: _Rgb, other: _Rgb, share: float) -> _Rgb:
    """One colour with so much of another in it."""
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def _rgb(text: str) -> _Rgb:
    red, green, blue = (int(text[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _hex(colour: _Rgb) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in colour)
