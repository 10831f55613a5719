import os
from pathlib import Path

import pytest

from generator.build.store import pictures
from generator.build.store.pictures import Pictures, open_pictures

_KEY, _OTHER = b"a" * 16, b"b" * 16


@pytest.fixture
def kept(tmp_path: Path) -> Pictures:
    found = open_pictures(tmp_path)
    assert found
    return found


def test_picture_comes_back(kept: Pictures) -> None:
    kept.put(_KEY, b"png")
    assert kept.get(_KEY) == b"png"
    assert kept.get(_OTHER) is None
    assert len(list(kept.folder.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 40])
def test_damaged_picture_is_none(kept: Pictures, damage: bytes) -> None:
    kept.put(_KEY, b"png")
    next(kept.folder.iterdir()).write_bytes(damage)
    assert kept.get(_KEY) is None


def test_folder_behind_a_link_isnt_used(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "pictures").symlink_to(tmp_path / "elsewhere")
    assert open_pictures(tmp_path) is None


def test_picture_behind_a_link_is_replaced_and_not_followed(kept: Pictures, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("other")
    (kept.folder / f"{_KEY.hex()}.png").symlink_to(tmp_path / "other.txt")
    kept.put(_KEY, b"png")
    assert kept.get(_KEY) == b"png"
    assert (tmp_path / "other.txt").read_text() == "other"


def test_place_that_cant_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "pictures").write_text("a file")
    assert open_pictures(tmp_path) is None
    Pictures(tmp_path / "nowhere").put(_KEY, b"png")


def test_those_used_longest_ago_go_and_nothing_else(kept: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_SPARE", 1)
    keys = [bytes([number]) * 16 for number in range(5)]
    for age, key in enumerate(keys):
        kept.put(key, b"png")
        os.utime(kept.folder / f"{key.hex()}.png", (1000 + age, 1000 + age))
    (kept.folder / "notes.txt").write_text("mine")
    assert kept.get(keys[0])
    kept.trim(2)
    assert [bool(kept.get(key)) for key in keys] == [True, False, False, True, True]
    assert (kept.folder / "notes.txt").exists()
