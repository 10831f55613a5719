import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.source.pictures import picture_size

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", 640, 480)
GIF = b"GIF89a" + struct.pack("<HH", 640, 480)
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 480, 640) + b"\x03\x01"
WEBP = b"RIFF\x00\x00\x00\x00WEBP"
VP8X = WEBP + b"VP8X" + bytes(8) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")
VP8 = WEBP + b"VP8 " + bytes(10) + struct.pack("<HH", 640, 480)
VP8L = WEBP + b"VP8L" + bytes(5) + (639 | 479 << 14).to_bytes(4, "little")


def _box(kind: bytes, *parts: bytes) -> bytes:
    data = b"".join(parts)
    return struct.pack(">I", 8 + len(data)) + kind + data


def _avif(*properties: bytes) -> bytes:
    meta = _box(b"meta", bytes(4), _box(b"hdlr", bytes(24)), _box(b"iprp", _box(b"ipco", *properties)))
    return _box(b"ftyp", b"avif", bytes(4), b"avifmif1") + meta + _box(b"mdat", b"...")


def _ispe(width: int, height: int) -> bytes:
    return _box(b"ispe", bytes(4), struct.pack(">II", width, height))


def _turned_jpeg(order: str, orientation: int) -> bytes:
    """A JPEG with an Exif segment of two fields, the second of which says how it was held."""
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    fields = struct.pack(f"{order}HHHIHHHHIHH", 2, 0x010F, 2, 1, 0, 0, 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0" + head + fields
    return JPEG[:2] + b"\xff\xe1" + struct.pack(">H", 2 + len(exif)) + exif + JPEG[2:]


AVIF = _avif(_box(b"pixi", bytes(8)), _ispe(640, 480))
BITMAPS = {
    "png": PNG,
    "gif": GIF,
    "jpeg": JPEG,
    "jpeg held level": _turned_jpeg(">", 1),
    "vp8x": VP8X,
    "vp8": VP8,
    "vp8l": VP8L,
    "avif": AVIF,
}


@pytest.mark.parametrize("data", BITMAPS.values(), ids=BITMAPS)
def test_size_is_read_from_the_header(data: bytes) -> None:
    assert picture_size("a.bin", data) == (640, 480)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", [5, 6, 7, 8])
def test_photo_that_a_browser_turns_has_its_sides_turned(order: str, orientation: int) -> None:
    assert picture_size("a.jpg", _turned_jpeg(order, orientation)) == (480, 640)


def test_avif_that_a_browser_turns_has_its_sides_turned() -> None:
    assert picture_size("a.avif", _avif(_ispe(640, 480), _box(b"irot", b"\x01"))) == (480, 640)
    assert picture_size("a.avif", _avif(_ispe(640, 480), _box(b"irot", b"\x02"))) == (640, 480)


def test_avif_of_several_parts_has_the_size_of_the_whole() -> None:
    assert picture_size("a.avif", _avif(_ispe(320, 240), _ispe(640, 480), _ispe(64, 64))) == (640, 480)


def test_film_in_the_same_kind_of_boxes_is_no_picture() -> None:
    film = _box(b"ftyp", b"isom", bytes(4)) + _box(b"moov", bytes(64)) + struct.pack(">I", 0) + b"mdat..."
    assert picture_size("a.mp4", film) == (0, 0)


@pytest.mark.parametrize("data", BITMAPS.values(), ids=BITMAPS)
def test_picture_cut_short_never_raises(data: bytes) -> None:
    for end in range(len(data)):
        assert picture_size("a.bin", data[:end]) in ((0, 0), (640, 480))


@given(
    st.sampled_from(
        [b"", *(data[:12] for data in BITMAPS.values()), VP8X[:16], JPEG[:9], AVIF[:40], AVIF[:-28]]
    ),
    st.binary(),
)
def test_no_bytes_raise(head: bytes, rest: bytes) -> None:
    for name in ("a.bin", "a.svg"):
        width, height = picture_size(name, head + rest)
        assert 0 <= width <= 100_000
        assert 0 <= height <= 100_000


@given(st.sampled_from(["width", "height", "viewBox"]), st.text(), st.text())
def test_no_svg_attribute_raises(name: str, value: str, other: str) -> None:
    tag = f'<svg {name}="{value}" viewBox="{other}">'
    picture_size("a.svg", tag.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    ("tag", "size"),
    [
        ('<svg width="24" height="16">', (24, 16)),
        ('<svg width="24.4px" height=".9em"/>', (24, 1)),
        ('<svg viewBox="0 0 24 16">', (24, 16)),
        ('<svg viewBox=" -1.5,-2 , 24.5 16 ">', (24, 16)),
        ('<svg width="100%" height="100%" viewBox="0 0 24 16">', (24, 16)),
        ('<svg width="24" viewBox="0 0 48 32">', (48, 32)),
        ('<svg viewBox="0 0 . 5">', (0, 0)),
        ('<svg viewBox="0 0 1.2.3 5">', (0, 0)),
        ('<svg viewBox="0 0 -5 5">', (0, 0)),
        ('<svg viewBox="0 0 1e9 5">', (0, 0)),
        ('<svg viewBox="0 0 nan inf">', (0, 0)),
        ('<svg viewBox="0 0 0.2 5">', (0, 0)),
        (f'<svg viewBox="0 0 {"9" * 400} 5">', (0, 0)),
        (f'<svg width="{"9" * 5000}" height="5">', (0, 0)),
        ('<svg width="100001" height="5">', (0, 0)),
        ("<svg>", (0, 0)),
        ('<svg width="1', (0, 0)),
    ],
)
def test_svg_size_is_as_written_or_unknown(tag: str, size: tuple[int, int]) -> None:
    assert picture_size("a.SVG", tag.encode()) == size


def test_bitmap_that_claims_to_be_huge_has_no_size() -> None:
    assert picture_size("a.png", PNG[:16] + struct.pack(">II", 2**32 - 1, 5)) == (0, 0)


def test_entities_of_an_svg_are_never_expanded() -> None:
    entities = "".join(f'<!ENTITY a{i + 1} "{f"&a{i};" * 10}">' for i in range(12))
    page = f'<!DOCTYPE svg [<!ENTITY a0 "9">{entities}]><svg width="&a12;" height="5"/>'
    assert picture_size("a.svg", page.encode()) == (0, 0)


def test_many_unfinished_svg_tags_have_no_size() -> None:
    assert picture_size("a.svg", b"<svg " * 400_000) == (0, 0)
