from base64 import b64decode

import pytest

from generator.build.mark import mark_of
from generator.pages.assets import Asset
from generator.pages.views import Mark

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h9v9z"/></svg>'


def test_logo_is_held_in_full() -> None:
    made = mark_of("images/Logo.SVG", Asset("abc", 40, 30), _SVG)
    assert made
    mark, address = made
    assert mark == Mark("abc", 40, 30)
    kind, _, data = address.partition(";base64,")
    assert (kind, b64decode(data)) == ("data:image/svg+xml", _SVG)


@pytest.mark.parametrize(
    ("name", "asset", "data"),
    [
        pytest.param("logo.webp", Asset("a", 40, 30), b"", id="a kind that can't be drawn"),
        pytest.param("logo", Asset("a", 40, 30), b"", id="no ending"),
        pytest.param("logo.svg", Asset("a"), _SVG, id="no size"),
        pytest.param("logo.png", Asset("a", 9000, 10), b"", id="too wide"),
        pytest.param("logo.png", Asset("a", 40, 30), b"\0" * 300_000, id="too large"),
        pytest.param("logo.svg", Asset("a", 40, 30), b"<!DOCTYPE svg>" + _SVG, id="DOCTYPE"),
        pytest.param("logo.svg", Asset("a", 40, 30), b'<use href="#a"/>' * 30 + _SVG, id="a bomb of uses"),
        pytest.param("logo.svg", Asset("a", 40, 30), b'<g mask="url( #a)"/>' * 30 + _SVG, id="of masks"),
    ],
)
def test_logo_that_cant_be_drawn_is_none(name: str, asset: Asset, data: bytes) -> None:
    assert mark_of(name, asset, data) is None
