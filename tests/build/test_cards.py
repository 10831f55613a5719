"""Pictures for sharing in real builds."""

import re
import shutil
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.build import cards, drawing
from generator.build.options import Options
from generator.build.output.folder import DirectorySink
from generator.build.output.sink import MemorySink
from generator.build.pipeline import build
from generator.build.report import Report
from generator.build.source.pictures import picture_size
from generator.build.source.workspace import open_workspace
from generator.checks.html_facts import read_html
from generator.checks.output import output_problems
from tests.builders import DAY, POSTING, SITE, write_site
from tests.sample import AS_OF, ROOT, Built, build_in_memory

_CARD = "cards/jobs/backend-engineer.png"
_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30z"/></svg>'


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample site with pictures for sharing."""
    root = tmp_path_factory.mktemp("shared")
    shutil.copytree(ROOT / "content", root / "content")
    with (root / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write("\ncards: yes\n")
    return build_in_memory(root, AS_OF)


def _site(root: Path, config: str = "", **files: str) -> Path:
    write_site(root, {"postings/backend-engineer.md": POSTING, **files}, f"{SITE}cards: yes\n{config}")
    return root


def _build(root: Path, **options: object) -> Report:
    wishes = replace(Options(as_of=DAY), **options)
    return build(open_workspace(root), wishes, DirectorySink(root / "output", root))


def _own_theme(root: Path) -> Path:
    shutil.copytree(ROOT / "themes/default", root / "themes/own")
    return root / "themes/own/cards"


def test_sample_has_a_picture_for_each_posting_article_and_page(shared: Built, sample: Built) -> None:
    pictures = {path: data for path, data in shared.files.items() if path.startswith("cards/")}
    pages = [path for path in sample.files if re.fullmatch(r"(jobs|articles)/[\w-]+/index\.html", path)]
    pages = [path for path in pages if not read_html(sample.files[path]).leads_to]
    pages.remove("jobs/tape-archive-technician/index.html")  # which no file says any more
    pages += ["how-we-hire/index.html", "students/index.html", "privacy/index.html"]
    assert sorted(pictures) == sorted(f"cards/{page.removesuffix('/index.html')}.png" for page in pages)
    assert {picture_size(path, data) for path, data in pictures.items()} == {(1200, 630)}
    assert shared.report.summary == sample.report.summary


def test_pages_name_their_pictures_and_the_fonts_arent_published(shared: Built, sample: Built) -> None:
    url = "https://careers.larkhollow.example"
    page = shared.files["jobs/campaign-editor/index.html"].decode()
    assert f'<meta property="og:image" content="{url}/cards/jobs/campaign-editor.png">' in page
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    assert tuple(output_problems(shared.files, url)) == ()
    assert {
        path for path in shared.files.keys() - sample.files.keys() if not path.startswith("cards/")
    } == set()
    assert "og:image" not in sample.files["jobs/campaign-editor/index.html"].decode()


def test_two_builds_draw_the_same(tmp_path: Path) -> None:
    pictures = []
    for _ in range(2):
        _build(_site(tmp_path), cache=False)
        pictures.append((tmp_path / "output" / _CARD).read_bytes())
        shutil.rmtree(tmp_path / "output")
    assert pictures[0] == pictures[1]


def test_extra_that_isnt_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "can_draw", lambda: False)
    report = _build(_site(tmp_path))
    assert [(d.code.name, d.hint) for d in report.diagnostics] == [
        ("cards-not-installed", "pip install 'openings[cards]'")
    ]
    (problem,) = report.diagnostics
    assert problem.at
    assert (problem.at.path, problem.at.line) == ("content/site.yaml", 3)
    assert report.written is None


def test_site_without_pictures_needs_nothing_of_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    monkeypatch.setitem(sys.modules, "fontTools", None)
    assert _build(write_site(tmp_path)).written
    assert not (tmp_path / ".openings/pictures").exists()


@pytest.mark.parametrize(
    ("edit", "name", "words"),
    [
        pytest.param(
            lambda theme: shutil.rmtree(theme / "fonts"),
            "card-fonts-missing",
            "there is no font in cards/fonts/",
            id="no fonts",
        ),
        pytest.param(
            lambda theme: (theme / "fonts/Inter.ttf").write_bytes(b"OTTO"),
            "card-fonts-missing",
            "`Inter.ttf` can't be read as a font",
            id="a broken font",
        ),
        pytest.param(
            lambda theme: (theme / "card.svg").write_text("<svg>"),
            "card-failed",
            "the picture can't be drawn",
            id="no sound SVG",
        ),
        pytest.param(
            lambda theme: (theme / "card.svg").unlink(),
            "missing-template",
            "has no template `cards/card.svg`",
            id="no template",
        ),
    ],
)
def test_mistake_of_the_theme_is_an_error(tmp_path: Path, edit: object, name: str, words: str) -> None:
    assert callable(edit)
    edit(_own_theme(tmp_path))
    report = _build(_site(tmp_path, "theme: own\n"))
    assert [d.code.name for d in report.diagnostics] == [name]
    assert words in report.diagnostics[0].message
    assert report.written is None


def test_picture_is_drawn_once_whatever_becomes_of_the_output_and_the_title(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def draw(svg: str, fonts: tuple[str, ...]) -> bytes:
        drawn.append(svg)
        return svg.encode()

    monkeypatch.setattr(drawing, "rasterised", draw)
    _build(_site(tmp_path))
    assert len(drawn) == 1
    shutil.rmtree(tmp_path / "output")
    _build(tmp_path)
    assert len(drawn) == 1
    posting = tmp_path / "content/postings/backend-engineer.md"
    text = posting.read_text("utf-8")
    for title in ("Cook", "Backend engineer"):
        posting.write_text(text.replace("Backend engineer", title), "utf-8")
        _build(tmp_path)
    assert len(drawn) == 2
    (tmp_path / ".openings/cache.sqlite3").unlink()
    shutil.rmtree(tmp_path / "output")
    _build(tmp_path)
    assert len(drawn) == 2


def test_damaged_picture_is_drawn_again(tmp_path: Path) -> None:
    _build(_site(tmp_path))
    expected = (tmp_path / "output" / _CARD).read_bytes()
    (kept,) = (tmp_path / ".openings/pictures").iterdir()
    kept.write_bytes(kept.read_bytes()[:100])
    shutil.rmtree(tmp_path / "output")
    _build(tmp_path)
    assert (tmp_path / "output" / _CARD).read_bytes() == expected


def test_nothing_is_kept_without_a_cache(tmp_path: Path) -> None:
    _build(_site(tmp_path), cache=False)
    assert (tmp_path / "output" / _CARD).exists()
    assert not (tmp_path / ".openings/pictures").exists()


def test_workers_draw_what_one_process_draws(tmp_path: Path, share_all_work: None) -> None:
    _build(_site(tmp_path))
    expected = (tmp_path / "output" / _CARD).read_bytes()
    sink = MemorySink()
    build(open_workspace(tmp_path), Options(as_of=DAY, cache=False), sink)
    assert sink.files[_CARD] == expected


def test_logo_is_on_the_picture_and_can_be_left_out(tmp_path: Path) -> None:
    pictures = []
    for logo in (_LOGO, _LOGO.replace("30z", "20z"), "<!DOCTYPE svg>" + _LOGO):
        _site(tmp_path, "logo: logo.svg\n", **{"static/logo.svg": logo})
        report = _build(tmp_path)
        pictures.append((tmp_path / "output" / _CARD).read_bytes())
    assert len(set(pictures)) == 3
    assert [d.code.name for d in report.diagnostics] == ["logo-not-on-cards"]


def test_logo_reads_no_file(tmp_path: Path) -> None:
    """What draws would show a picture that the logo names: from inside an address it doesn't."""
    (tmp_path / "red.png").write_bytes(drawing.rasterised(_LOGO, ()))
    pictures = []
    for href in (tmp_path / "red.png", tmp_path / "none.png"):
        inner = f'<image href="{str(href).ljust(200)}" width="40" height="30"/></svg>'
        _site(tmp_path, "logo: logo.svg\n", **{"static/logo.svg": _LOGO.replace("</svg>", inner)})
        _build(tmp_path, cache=False)
        pictures.append((tmp_path / "output" / _CARD).read_bytes())
    assert pictures[0] == pictures[1]


def test_unused_fonts_folder_is_read_only_for_pictures(tmp_path: Path) -> None:
    theme = _own_theme(tmp_path)
    write_site(tmp_path, config=f"{SITE}theme: own\n")
    _build(tmp_path)
    (theme / "card.svg").write_text("anything")
    written = _build(tmp_path).written
    assert written
    assert written.written == 0
