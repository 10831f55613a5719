"""How large a picture is, from its first bytes."""

import re
import struct
from xml.etree import ElementTree

# Far more than a screen shows; what claims to be larger has a damaged or made-up header.
_MOST_PIXELS = 100_000
# No `<` within: XML has none inside a tag, and so the search never looks at a byte twice.
_SVG_TAG = re.compile(rb"<svg\b[^<>]*>")
_SVG_SIDE = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[a-z]{2})?\s*")


def picture_size(name: str, data: bytes) -> tuple[int, int]:
    """Width and height in pixels; (0, 0) for what isn't a picture that we know, or says no usable size."""
    width, height = _svg(data) if name.lower().endswith(".svg") else _bitmap(data)
    is_usable = 0 < width <= _MOST_PIXELS and 0 < height <= _MOST_PIXELS
    return (width, height) if is_usable else (0, 0)


def _bitmap(data: bytes) -> tuple[int, int]:
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    return 0, 0


def _jpeg(data: bytes) -> tuple[int, int]:
    """The size in the first start-of-frame segment (ISO 10918-1, B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0


def _webp(data: bytes) -> tuple[int, int]:
    """The canvas of the three kinds of WebP (RFC 9649, section 2)."""
    kind = data[12:16]
    if kind == b"VP8X" and len(data) >= 30:
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8 " and len(data) >= 30:
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and len(data) >= 25:
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return 0, 0


def _svg(data: bytes) -> tuple[int, int]:
    """Width and height as written, else those of the view box."""
    opening = _SVG_TAG.search(data)
    if not opening:
        return 0, 0
    try:
        # The opening tag alone: entities of the document's own mean nothing here.
        root = ElementTree.fromstring(opening[0].rstrip(b"/>") + b"/>")
    except ElementTree.ParseError:
        return 0, 0
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    return _sides(root.get("width", ""), root.get("height", "")) or _sides(*box[2:]) or (0, 0)


def _sides(*written: str) -> tuple[int, int] | None:
    """Two lengths as whole pixels; None where they aren't two, or not lengths (`100%` isn't)."""
    found = [_SVG_SIDE.fullmatch(text) for text in written]
    if len(found) != 2 or found[0] is None or found[1] is None:
        return None
    return round(float(found[0][1])), round(float(found[1][1]))
