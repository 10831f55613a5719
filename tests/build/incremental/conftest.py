"""Pictures for sharing that take no time: others' tests draw real ones."""

import os
from pathlib import Path

import pytest

from generator.build import drawing
from generator.build.store.keys import digest


def _stand_in(svg: str, fonts: tuple[str, ...]) -> bytes:
    """What stands for a picture: like one, it is made of the SVG and the fonts, and of nothing else."""
    return b"".join(digest(data) for data in (svg.encode(), *(Path(font).read_bytes() for font in fonts)))


@pytest.fixture(autouse=True)
def _draw_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    if not os.environ.get("OPENINGS_TORTURE"):
        monkeypatch.setattr(drawing, "rasterised", _stand_in)
