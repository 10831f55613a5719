"""What the kit answers, for the theme that ships and for the one of docs/themes.md."""

import re
from pathlib import Path

import pytest

from generator.build.options import Options
from generator.preview.http.messages import Response
from generator.preview.kit.kit import Kit
from generator.preview.kit.schemes import Scheme
from generator.preview.kit.sections import all_specimens
from generator.preview.kit.stage import BASE, SITES, Stage
from generator.preview.site.studio import Studio
from tests.builders import write_site
from tests.preview.kit.conftest import DEFAULT, PAPER, Opening, write_theme
from tests.sample import AS_OF

ADDRESSES = [specimen.address for specimen in all_specimens()]


def _answer(kit: Kit, path: str, query: str = "") -> Response:
    answer = kit.answer(path, query)
    assert answer, path
    return answer


def _text(kit: Kit, path: str, query: str = "") -> str:
    answer = _answer(kit, path, query)
    assert answer.status == 200, answer.body
    return answer.body.decode()


def _stage(studio: Studio) -> Stage:
    edition = studio.edition(studio.base)
    assert edition
    return Stage(edition, studio.printer)


@pytest.mark.parametrize("scheme", Scheme)
def test_every_specimen_is_shown_in_every_theme(kit: Kit, scheme: Scheme) -> None:
    for address in ADDRESSES:
        page = _text(kit, f"/{scheme}/{address.partition('?')[0]}")
        assert "<h1" in page, address
        assert page.rstrip().endswith("</html>"), address


def test_names_of_specimens_are_places_on_the_page(kit: Kit) -> None:
    page = _text(kit, "")
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert len(re.findall("<iframe", page)) == 2 * len(ADDRESSES)


def test_specimens_have_no_problem(opened: Opening) -> None:
    """Their extremes are allowed: a slip would be one of ours."""
    stage = _stage(opened()[0])
    for site in SITES:
        assert stage.edition(site, Scheme.LIGHT).problems() == ()


def test_every_link_of_a_specimen_leads_to_a_specimen(opened: Opening) -> None:
    _, kit = opened()
    for address in ADDRESSES:
        page = _text(kit, f"/light/{address.partition('?')[0]}")
        own = set(re.findall(rf'(?:href|src|action)="{BASE}([^"#?]*)', page))
        assert own, address
        for path in own:
            assert _answer(kit, path).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/lights/full/",
        "/light/other/",
        "/light/full/jobs/nobody/",
        "/light/full",
        "/light",
        "/light/full/../../../content/site.yaml",
        "/light/full//etc/passwd",
        "/light/full/content/site.yaml",
        "/kit.py",
        "/files/kit.css",
        "/templates/overview.html",
        "/dark/typo",
        "x",
        "/light/full/jobs/\x00",
    ],
)
def test_anything_else_is_not_found(kit: Kit, path: str) -> None:
    assert kit.answer(path, "") is None


def test_page_without_its_slash_leads_to_the_one_with_it(opened: Opening) -> None:
    answer = _answer(opened()[1], "/light/full/jobs", "q=x")
    assert (answer.status, dict(answer.headers)["Location"]) == (301, f"{BASE}/light/full/jobs/?q=x")


def test_pages_of_the_real_site_are_no_specimens(kit: Kit) -> None:
    assert kit.answer("/light/full/jobs/backend-engineer/", "") is None


def test_answers_are_kept_by_nobody_and_framed_by_us_alone(kit: Kit) -> None:
    for path in ("", "/kit.js", "/sheet.css", "/light/full/", "/dark/colours", "/dark/swatches.css"):
        headers = dict(_answer(kit, path).headers)
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        allowed = "'self'" if path in ("/light/full/", "/dark/colours") else "'none'"
        assert f"frame-ancestors {allowed}" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]


def test_only_the_overview_carries_the_script_of_the_preview(kit: Kit) -> None:
    assert _text(kit, "").count("/__openings/live.js?of=") == 1
    for path in ("/light/full/", "/dark/colours", "/dark/buttons"):
        assert "live.js" not in _text(kit, path)


@pytest.mark.parametrize(
    ("query", "width"), [("", 390), ("width=768", 768), ("width=4", 390), ("width=%F0&width", 390)]
)
def test_width_is_one_of_four(kit: Kit, query: str, width: int) -> None:
    page = _text(kit, "", query)
    assert f'<body class="w-{width}"' in page
    assert page.count('aria-current="true"') == 1


def test_another_width_is_no_change(kit: Kit) -> None:
    """The preview's script asks again for its own address, which the width is part of."""
    assert _digest(kit, "width=320") == _digest(kit, "width=1280")


def _digest(kit: Kit, query: str = "") -> str:
    (digest,) = re.findall(r"live\.js\?of=(\w+)", _text(kit, "", query))
    return str(digest)


def test_edit_of_the_theme_is_shown_and_changes_the_overview(opened: Opening, tmp_path: Path) -> None:
    studio, kit = opened(PAPER)
    before = _digest(kit)
    write_theme(
        tmp_path,
        {"themes/paper/templates/404.html": '{% extends "base.html" %}{% set title = "Gone fishing" %}'},
    )
    studio.look()
    assert "Gone fishing" in _text(kit, "/light/full/404.html")
    assert _digest(kit) != before


def test_edit_of_a_posting_changes_nothing_here(opened: Opening, tmp_path: Path) -> None:
    studio, kit = opened()
    before = _digest(kit)
    posting = tmp_path / "content/postings/backend-engineer.md"
    posting.write_text(posting.read_text("utf-8").replace("title: ", "title: Other "), "utf-8")
    assert studio.look()
    assert _digest(kit) == before


def test_accent_is_that_of_the_site(opened: Opening, tmp_path: Path) -> None:
    studio, kit = opened(DEFAULT)
    assert "#8a2c4f" in _styles(kit)
    (tmp_path / "content/site.yaml").write_text(DEFAULT.replace("#8a2c4f", "#0a5c8f"), "utf-8")
    studio.look()
    assert "#0a5c8f" in _styles(kit)
    assert "#0a5c8f" in _text(kit, "")


def _styles(kit: Kit) -> str:
    sheets = re.findall(rf'rel="stylesheet" href="{BASE}([^"]+)"', _text(kit, "/light/full/"))
    return "".join(_text(kit, sheet) for sheet in sheets)


def test_own_stylesheet_and_logo_of_the_site_are_there(opened: Opening, tmp_path: Path) -> None:
    night = "@media (prefers-color-scheme: dark) { :root { --brand-night: #013 } }"
    mark = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    write_theme(tmp_path, {"content/static/brand.css": night, "content/static/mark.svg": mark})
    theme = "theme: {name: default, settings: {stylesheet: brand.css}}\nlogo: mark.svg\n"
    _, kit = opened(DEFAULT.partition("theme")[0] + theme)
    page = _text(kit, "/dark/full/")
    assert f'src="{BASE}/dark/full/mark.svg"' in page
    assert _text(kit, "/dark/full/mark.svg").startswith("<svg")
    assert f'href="{BASE}/dark/full/brand.css"' in page
    assert "prefers-color-scheme" not in _text(kit, "/dark/full/brand.css")
    assert "--brand-night" in _text(kit, "/dark/colours")


def test_visits_are_not_counted(opened: Opening) -> None:
    counter = "analytics: {script: 'https://count.example.com/count.js'}\n"
    _, kit = opened(DEFAULT + counter)
    assert "count.example.com" not in _text(kit, "/light/full/")
    assert "count.example.com" not in dict(_answer(kit, "/light/full/").headers)["Content-Security-Policy"]


def test_no_page_asks_the_system_for_its_scheme(kit: Kit) -> None:
    for scheme in Scheme:
        page = _text(kit, f"/{scheme}/full/")
        sheets = re.findall(rf'rel="stylesheet" href="{BASE}([^"]+)"', page)
        assert "prefers-color-scheme" not in page + "".join(_text(kit, sheet) for sheet in sheets)


def test_template_that_fails_is_told_where_its_page_would_be(opened: Opening, tmp_path: Path) -> None:
    write_theme(tmp_path, {"themes/broken/templates/home.html": "{{ 1 / 0 }}"})
    for kind in ("words", "base", "jobs"):
        write_theme(tmp_path, {f"themes/broken/templates/{kind}.html": "<!DOCTYPE html><body><h1>Words</h1>"})
    _, kit = opened(PAPER.replace("paper", "broken"))
    answer = _answer(kit, "/light/full/")
    assert answer.status == 500
    assert b"division by zero" in answer.body
    assert str(tmp_path).encode() not in answer.body
    assert "<h1>Words</h1>" in _text(kit, "/light/full/short/")
    assert "this theme has no button" in _text(kit, "/light/buttons").lower()


def test_mistake_in_the_theme_is_told_on_the_overview(opened: Opening, tmp_path: Path) -> None:
    studio, kit = opened(PAPER)
    assert "has mistakes" not in _text(kit, "")
    write_theme(tmp_path, {"themes/paper/words/en.yaml": "a: [\n"})
    studio.look()
    assert "has mistakes" in _text(kit, "")
    assert "All open jobs" in _text(kit, "/light/full/jobs/")


def test_day_of_the_specimens_is_that_of_the_preview(opened: Opening) -> None:
    _, kit = opened()
    assert 'datetime="2026-11-22"' in _text(kit, "/light/full/jobs/last-days/")


def test_nothing_is_shown_while_the_site_is_being_read(tmp_path: Path) -> None:
    studio = Studio(write_site(tmp_path), Options(as_of=AS_OF))
    assert Kit(studio).answer("", "") is None
    studio.close()
