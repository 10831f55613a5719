"""How large a picture is, from its first bytes."""

import re
import struct
from collections.abc import Iterator
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
    if data[4:8] == b"ftyp":
        return _avif(data)
    return 0, 0


def _jpeg(data: bytes) -> tuple[int, int]:
    """The size in the first start-of-frame segment (ISO 10918-1, B.2.2), as it is shown."""
    at, is_turned = 2, False
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (height, width) if is_turned else (width, height)
        if marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            is_turned = _is_turned(data[at + 10 : at + 2 + length])
        at += 2 + length
    return 0, 0


def _is_turned(exif: bytes) -> bool:
    """Whether a camera was held upright, so that browsers turn its picture by a quarter (Exif 2.3, 4.6.4)."""
    order = "<" if exif[:2] == b"II" else ">"
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        for entry in range(start + 2, start + 2 + 12 * count, 12):
            tag, orientation = struct.unpack_from(f"{order}H6xH", exif, entry)
            if tag == 0x0112:
                return bool(5 <= orientation <= 8)
    except struct.error:
        pass  # cut short
    return False


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


def _avif(data: bytes) -> tuple[int, int]:
    """The largest size that the file tells: those of its parts are smaller (ISO 23008-12, 6.5)."""
    size, is_turned = (0, 0), False
    for kind, at, end in _properties(data):
        if kind == b"ispe" and end - at >= 12:
            width, height = struct.unpack(">II", data[at + 4 : at + 12])
            size = max(size, (width, height), key=lambda sides: sides[0] * sides[1])
        elif kind == b"irot" and end > at:
            is_turned = data[at] % 2 == 1
    return (size[1], size[0]) if is_turned else size


def _properties(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The boxes of meta / iprp / ipco; the first of these tells its version before it begins."""
    for _, meta, after in _boxes(data, b"meta", 0, len(data)):
        for _, iprp, end in _boxes(data, b"iprp", meta + 4, after):
            for _, ipco, last in _boxes(data, b"ipco", iprp, end):
                yield from _boxes(data, b"", ipco, last)


def _boxes(data: bytes, wanted: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Boxes of a kind, or all, one after the other: kind, and where what is in it begins and ends."""
    while at + 8 <= end:
        size, kind, head = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        if size < head:  # 0: to the end of the file, so nothing follows
            size = end - at
        if not wanted or kind == wanted:
            yield kind, at + head, min(at + size, end)
        at += size


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
