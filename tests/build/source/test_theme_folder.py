from pathlib import Path

import pytest

from generator.build.source.theme_folder import read_theme


@pytest.mark.parametrize("name", [".site.css", "site.css~", ".site.css.swp", "site.css.tmp", ".DS_Store"])
def test_what_editors_and_systems_leave_is_no_part_of_a_theme(tmp_path: Path, name: str) -> None:
    assets = tmp_path / "themes/mine/assets"
    assets.mkdir(parents=True)
    (assets / "site.css").write_text("a {}", "utf-8")
    (assets / name).write_text("b {}", "utf-8")
    assert list(read_theme(tmp_path, "mine").files) == ["assets/site.css"]
