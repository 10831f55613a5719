"""Edits of a theme's font for pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from tests.build.incremental.site import Folder

FONT = "cards/fonts/Inter.ttf"


def redraw(folder: Folder) -> None:
    """Another letter stands where `e` did."""
    _change_characters(folder.theme(FONT), lambda table: table.update({ord("e"): table[ord("o")]}))


def drop(folder: Folder) -> None:
    """The font loses the letter `f`."""
    _change_characters(folder.theme(FONT), lambda table: table.pop(ord("f"), None))


def _change_characters(path: Path, change: Callable[[Any], object]) -> None:
    font = TTFont(path, recalcBBoxes=False, recalcTimestamp=False)  # what isn't changed is copied
    for table in font["cmap"].tables:
        if ord("e") in table.cmap:
            change(table.cmap)
    font.save(path)
