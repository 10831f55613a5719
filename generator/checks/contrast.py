"""Can words be read in the accent, and on it."""

from collections.abc import Iterator

from generator.diagnostics.codes import site as codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.colours import ENOUGH, FLARE, contrast, light, luminance, rgb
from generator.model.site_config import SiteConfig

# The darker of the two light grounds that the default theme has where it can't derive them: `--paper-2`.
_GROUND = rgb("#f3f1ed")


def accent_problems(config: SiteConfig) -> Iterator[Diagnostic]:
    """An accent too pale for words in it on a light page, and so for white words on it, as on a button."""
    accent = config.theme.accent
    if not accent or (found := contrast(rgb(accent), _GROUND)) >= ENOUGH:
        return
    shown = int(found * 100) / 100  # cut off, not rounded, so that no ratio looks like enough
    yield Diagnostic(
        codes.PALE_ACCENT,
        f"words in `{accent}` have a contrast of {shown}:1 with a light page, and {ENOUGH}:1 is asked for",
        f'write `accent: "{darker(accent)}"`, the nearest darker shade of that colour that has enough',
        config.spans.at("theme.accent"),
    )


def darker(colour: str) -> str:
    """A colour too pale for a light page, with as much less light as its words need; its hue stays."""
    own = rgb(colour)
    part = ((luminance(_GROUND) + FLARE) / ENOUGH - FLARE) / luminance(own)
    return "#" + "".join(f"{_value(light(channel) * part):02x}" for channel in own)


def _value(share: float) -> int:
    """The greatest value of a channel that stands for no more than that light."""
    value = share * 12.92 if share <= 0.0031308 else 1.055 * share ** (1 / 2.4) - 0.055
    return int(value * 255)
