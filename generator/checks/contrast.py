"""Can words be read on the accent: contrast as WCAG 2.2 reckons it."""

from collections.abc import Iterator

from generator.diagnostics.codes import site as codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.site_config import SiteConfig

# WCAG 2.2, success criterion 1.4.3 (AA), for text of usual size.
ENOUGH = 4.5

# The darker of the two light grounds that the default theme has where it can't derive them: `--paper-2`.
_GROUND = "#f3f1ed"

# What a luminance is given in the ratio, for light that a screen reflects.
_FLARE = 0.05


def accent_problems(config: SiteConfig) -> Iterator[Diagnostic]:
    """An accent too pale for words in it on a light page, and so for white words on it, as on a button."""
    accent = config.theme.accent
    if not accent or (found := contrast(accent, _GROUND)) >= ENOUGH:
        return
    shown = int(found * 100) / 100  # cut off, not rounded, so that no ratio looks like enough
    yield Diagnostic(
        codes.PALE_ACCENT,
        f"words in `{accent}` have a contrast of {shown}:1 with a light page, and {ENOUGH}:1 is asked for",
        f'write `accent: "{darker(accent)}"`, the nearest darker shade of that colour that has enough',
        config.spans.at("theme.accent"),
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours such as `#1f6f54` or `#abc`: from 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + _FLARE) / (low + _FLARE)


def luminance(colour: str) -> float:
    """The relative luminance of a colour: 0 for black to 1 for white (WCAG 2.2)."""
    red, green, blue = map(_light, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def darker(colour: str) -> str:
    """A colour too pale for a light page, with as much less light as its words need; its hue stays."""
    most = (luminance(_GROUND) + _FLARE) / ENOUGH - _FLARE
    part = most / luminance(colour)
    return "#" + "".join(f"{_value(_light(channel) * part):02x}" for channel in _channels(colour))


def _channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue from 0 to 255."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def _light(channel: int) -> float:
    """The light that a channel's value stands for, from 0 to 1 (sRGB)."""
    value = channel / 255
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _value(light: float) -> int:
    """The greatest value of a channel that stands for no more than that light."""
    value = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return int(value * 255)
