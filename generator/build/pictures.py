"""How large a picture is, from its first bytes."""

import re
import struct
from xml.etree import ElementTree


def picture_size(name: str, data: bytes) -> tuple[int, int]:
    """Width and height in pixels; (0, 0) for what isn't a picture that we know."""
    if name.lower().endswith(".svg"):
        return _svg(data)
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
    opening = re.search(rb"<svg\b[^>]*>", data)
    if not opening:
        return 0, 0
    try:
        root = ElementTree.fromstring(opening[0].rstrip(b"/>") + b"/>")
    except ElementTree.ParseError:
        return 0, 0
    sizes = [re.match(r"\d+", root.get(name, "")) for name in ("width", "height")]
    if all(sizes):
        width, height = (int(found[0]) for found in sizes if found)
        return width, height
    box = re.findall(r"-?[\d.]+", root.get("viewBox", ""))
    return (round(float(box[2])), round(float(box[3]))) if len(box) == 4 else (0, 0)
