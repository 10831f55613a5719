"""The site's logo for pictures for sharing, which hold it in full."""

import re
from base64 import b64encode

from generator.pages.assets import Asset
from generator.pages.views import Mark

_LARGEST, _WIDEST = 200_000, 4_000
_SVG = "image/svg+xml"
_TYPES = {".svg": _SVG, ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
# References can nest: ten that use ten that use ten … take for ever to draw. So many can't do much harm.
_REFERENCES = 24
_REFERENCE = re.compile(rb"<(?:\w+:)?use\b|url\s*\(")


def mark_of(name: str, asset: Asset, data: bytes) -> tuple[Mark, str] | None:
    """The logo for views, and the address that holds it; None for one that can't be drawn."""
    kind = _TYPES.get(name[name.rfind(".") :].lower())
    is_small = len(data) <= _LARGEST and 0 < asset.width <= _WIDEST and 0 < asset.height <= _WIDEST
    if kind is None or not is_small or (kind == _SVG and not _is_tame(data)):
        return None
    return (
        Mark(asset.digest, asset.width, asset.height),
        f"data:{kind};base64,{b64encode(data).decode()}",
    )


def _is_tame(svg: bytes) -> bool:
    """Whether a stranger's SVG is drawn in a moment: its size says little about that."""
    return b"<!DOCTYPE" not in svg and len(_REFERENCE.findall(svg)) <= _REFERENCES
