"""The theme that docs/themes.md builds up is whole: it makes a site that keeps the rules for pages."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from generator.build.options import Options
from generator.build.output.sink import MemorySink
from generator.build.pipeline import build
from generator.build.report import Report
from generator.build.source.workspace import open_workspace
from generator.checks.output import output_problems
from generator.pages.kinds import DATA, Kind
from tests.builders import DAY, SITE, write_site
from tests.docs.pages import blocks, read
from tests.docs.views import view_names, with_views
from tests.sample import AS_OF, ROOT, site_on

PAGE = read("themes.md")
THEME = {
    block.file: block.text
    for block in blocks(PAGE.partition("## A whole theme")[2])
    if block.file.startswith("themes/paper/")
}
TEMPLATES = [f"{kind}.html" for kind in Kind if kind not in (*DATA, Kind.CARD)]


def _write(root: Path) -> None:
    copytree(ROOT / "content", root / "content")
    for path, text in THEME.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


@pytest.fixture
def built(tmp_path: Path) -> tuple[Report, dict[str, bytes]]:
    """The sample site with the theme of the tutorial."""
    _write(tmp_path)
    sink = MemorySink()
    report = build(open_workspace(tmp_path), Options(theme="paper", as_of=AS_OF), sink)
    return report, sink.files


def test_tutorial_builds_the_sample_and_its_pages_keep_the_rules(
    built: tuple[Report, dict[str, bytes]],
) -> None:
    report, files = built
    assert report.diagnostics == ()
    assert tuple(output_problems(files, site_on(ROOT, AS_OF).config.url)) == ()


def test_tutorial_shows_the_accent_of_the_site(built: tuple[Report, dict[str, bytes]]) -> None:
    _, files = built
    accent = site_on(ROOT, AS_OF).config.theme.accent
    styles = [data.decode() for path, data in files.items() if re.match(r"assets/accent\.\w+\.css", path)]
    assert styles == [f":root {{ --accent: {accent}; }}\n"]


def test_picture_of_the_guide_can_be_drawn(tmp_path: Path) -> None:
    """With the font of the theme that ships, which the tutorial's theme hasn't."""
    copytree(ROOT / "themes/default", tmp_path / "themes/own")
    (picture,) = (block.text for block in blocks(PAGE) if "fitted(" in block.text)
    (tmp_path / "themes/own/cards/card.svg").write_text(picture, "utf-8")
    write_site(tmp_path, config=f"{SITE}theme: own\ncards: yes\n")
    sink = MemorySink()
    report = build(open_workspace(tmp_path), Options(as_of=DAY), sink)
    assert report.diagnostics == ()
    assert "cards/jobs/backend-engineer.png" in sink.files


def test_every_kind_of_page_is_in_the_table_and_in_the_tutorial() -> None:
    table = re.findall(r"^\| `([\w.]+\.html)` \| .+ \| \[(\w+)\]\(#\w+\) \|$", PAGE, re.MULTILINE)
    assert [name for name, _ in table] == TEMPLATES
    assert [view for _, view in table if view not in view_names()] == []
    assert [name for name in TEMPLATES if f"themes/paper/templates/{name}" not in THEME] == []


def test_tutorial_is_as_long_as_it_says() -> None:
    lines = sum(text.count("\n") for path, text in THEME.items() if "/templates/" in path)
    assert 85 < lines < 100, f"the heading says ninety lines, the templates have {lines}"


@pytest.mark.parametrize("name", view_names())
def test_every_view_has_a_section(name: str) -> None:
    assert f"\n### {name}\n" in PAGE


def test_page_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks the marks"):
        with_views("# Themes\n")
