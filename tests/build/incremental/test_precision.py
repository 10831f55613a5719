"""Which pages each kind of edit makes anew: those whose view, words or templates changed, and no others."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from generator.build import rendering
from generator.diagnostics.diagnostic import has_errors
from generator.pages.board_views import IndeedView, LinkedInView
from generator.pages.data_views import (
    AzureView,
    DataView,
    FeedView,
    HeadersView,
    JobsFeedView,
    RedirectsView,
    RedirectView,
    RobotsView,
    SearchIndexView,
    SitemapIndexView,
    SitemapView,
    VercelView,
    View,
)
from generator.pages.kinds import Kind
from generator.pages.views import CardView
from generator.render.renderer import Rendered, Renderer
from tests.build.incremental.fonts import redraw
from tests.build.incremental.site import BOARDS, CARDS, CONFIG, SVG, WORDS, Folder, make_folder, posting

_ALL = {"everything"}
_TASTER = {"/jobs/tea-taster/"}
# The lists and tables that the tea taster stands in.
_AMONG = {
    "/",
    "/jobs/",
    "/categories/food/",
    "/categories/food/tea/",
    "/locations/united-kingdom/",
    "/locations/united-kingdom/leeds/",
    "/students/",
    "/articles/a-morning/",
}
_SIMILAR = {"/jobs/tea-buyer/", "/jobs/coffee-buyer/", "/jobs/driver-at-night/"}
_FOOD = {"/jobs/tea-taster/", "/jobs/tea-buyer/", "/jobs/coffee-buyer/"}
_JOBS = _FOOD | {"/jobs/van-driver/", "/jobs/driver-at-night/"}
_IN_LEEDS = {"/jobs/tea-taster/", "/jobs/tea-buyer/", "/jobs/driver-at-night/"}
_INDEX = "/jobs/index.json"
# What programs read of the tea taster.
_FED = {
    "/feed.xml",
    "/jobs.json",
    "/categories/food/feed.xml",
    "/categories/food/tea/feed.xml",
    "/locations/united-kingdom/feed.xml",
    "/locations/united-kingdom/leeds/feed.xml",
}
_FEEDS = (_FED - {"/jobs.json"}) | {
    "/articles/feed.xml",
    "/categories/food/coffee/feed.xml",
    "/categories/transport/feed.xml",
    "/locations/norway/feed.xml",
    "/locations/norway/oslo/feed.xml",
}
_BOARDS = {"/feeds/indeed.xml", "/feeds/linkedin.xml"}
# More than opening words hold.
_LONG = "Every morning we taste what came in and write down what it was like. " * 6
# What hosts are told of redirects.
_LEADING = {"/_redirects", "/vercel.json", "/staticwebapp.config.json"}
_GONE = "/jobs/gone/\t-\tGone\tFood / Tea\t2026-01-01\t2026-02-01\n"


def _later(days: int) -> Callable[[Folder], None]:
    def wait(folder: Folder) -> None:
        folder.day += timedelta(days)

    return wait


def _append(path: str, text: str) -> Callable[[Folder], None]:
    def edit(folder: Folder) -> None:
        file = folder.theme(path)
        file.write_text(file.read_text("utf-8") + text, "utf-8")

    return edit


def _change(path: str, old: str, new: str) -> Callable[[Folder], None]:
    return lambda folder: folder.change(path, old, new)


def _write(path: str, text: str) -> Callable[[Folder], None]:
    return lambda folder: folder.write(path, text)


def _rename_students(folder: Folder) -> None:
    (folder.root / "content/pages/students.md").rename(folder.root / "content/pages/pupils.md")
    folder.change("articles/a-morning.md", "students.md", "pupils.md")


def _expire(folder: Folder) -> None:
    folder.write("urls.lock", _GONE)
    folder.write("site.yaml", f"{CONFIG}lifecycle: {{keep_closed_for: 30 days}}\n")


@pytest.mark.parametrize(
    ("edit", "remade"),
    [
        pytest.param(lambda folder: None, set(), id="nothing"),
        pytest.param(_change("postings/tea-taster.md", "Words.", "More words."), _TASTER, id="a body"),
        pytest.param(
            _change("postings/tea-taster.md", "apply.example.com/1", "apply.example.com/2"),
            _TASTER | {"/jobs.json"},
            id="what only its own page shows",
        ),
        pytest.param(
            _change("postings/tea-buyer.md", "Words.", "More words."),
            {"/jobs/tea-buyer/", *_FED},
            id="the opening words of a posting without a summary",
        ),
        pytest.param(
            _change("postings/tea-taster.md", "title: Tea taster", "title: Tea sampler"),
            _TASTER | _AMONG | _SIMILAR | _FED | {_INDEX},
            id="a title",
        ),
        pytest.param(
            _change("postings/tea-taster.md", "closes: 2026-04-15", "closes: 2026-04-20"),
            _TASTER | _AMONG | _SIMILAR | {_INDEX, "/jobs.json"},
            id="its last day",
        ),
        pytest.param(
            _write("site.yaml", f"{CONFIG}search: {{synonyms: 'chai, tea'}}\n"), {_INDEX}, id="synonyms"
        ),
        pytest.param(
            _write("postings/cook.md", posting("Cook", "Canteen", "Bergen, Norway")),
            {
                "/",
                "/jobs/",
                "/jobs/cook/",
                "/categories/",
                "/categories/canteen/",
                "/locations/",
                "/locations/norway/",
                "/locations/norway/bergen/",
                "/404.html",
                "/sitemap.xml",
                _INDEX,
                "/feed.xml",
                "/jobs.json",
                "/categories/canteen/feed.xml",
                "/locations/norway/feed.xml",
                "/locations/norway/bergen/feed.xml",
                # Those beside it name it, and so do the jobs that it is like.
                "/categories/food/",
                "/categories/transport/",
                "/locations/norway/oslo/",
                "/jobs/coffee-buyer/",
                "/jobs/van-driver/",
            },
            id="a new posting",
        ),
        pytest.param(_later(1), set(), id="a day on which nothing happens"),
        pytest.param(_later(17), _TASTER | _AMONG, id="a day on which one closes soon"),
        pytest.param(
            _later(24),
            _TASTER
            | _AMONG
            | _SIMILAR
            | {"/categories/", "/categories/food/coffee/", "/categories/transport/", "/locations/"}
            | {"/404.html", "/sitemap.xml", _INDEX}
            | _FED,
            id="a day on which one has closed",
        ),
        pytest.param(_append("templates/job.html", "<!-- x -->"), _JOBS, id="a template"),
        pytest.param(_append("templates/parts/facts.html", "\n"), _JOBS, id="a part of a template"),
        pytest.param(_append("templates/base.html", "<!-- x -->"), _ALL, id="the template of all"),
        pytest.param(_append("words/en.yaml", "\nnew-word: New\n"), _ALL, id="a word"),
        pytest.param(_append("words/en.yaml", "\nfeed.extra: New\n"), _ALL | _FEEDS, id="a word of feeds"),
        pytest.param(_append("assets/site.css", "/* x */"), _ALL, id="a stylesheet, whose name changes"),
        pytest.param(_write("site.yaml", CONFIG.replace("#336699", "#225522")), _ALL, id="the accent"),
        pytest.param(
            _write("site.yaml", f"{CONFIG}time_zone: Asia/Tokyo\n"),
            _ALL | _FEEDS | {_INDEX},
            id="the time zone",
        ),
        pytest.param(
            _change("snippets/driving.md", "licence", "permit"), {"/jobs/van-driver/"}, id="a snippet"
        ),
        pytest.param(
            _change("snippets/benefits.md", "Tea is", "Tea and cake are"), _JOBS, id="a snippet of all"
        ),
        pytest.param(
            _change("locations/leeds.md", "canal", "river"),
            {"/locations/united-kingdom/leeds/"},
            id="an office's words",
        ),
        pytest.param(
            _change("locations/leeds.md", "place:", "address: {street: 1 Canal Road}\nplace:"),
            {"/locations/united-kingdom/leeds/", *_IN_LEEDS},
            id="an office's address",
        ),
        pytest.param(
            _write("site.yaml", f"{CONFIG}company: {{same_as: ['https://social.example/@e']}}\n"),
            {"/", *_JOBS},
            id="a page of the employer",
        ),
        pytest.param(
            _write("site.yaml", f"{CONFIG}time_zone: Europe/Oslo\n"),
            _ALL | _FEEDS | {_INDEX},
            id="the time zone, in which days end",
        ),
        pytest.param(
            _rename_students,
            {"/pupils/", "/articles/a-morning/", "/sitemap.xml", "/_headers"},
            id="the target of a link",
        ),
        pytest.param(
            _write("static/cup.svg", SVG.format(40, 30) + "<!-- -->"), set(), id="a picture of the same size"
        ),
        pytest.param(
            _write("static/cup.svg", SVG.format(60, 30)),
            {"/", "/articles/", "/articles/a-morning/", *_FOOD, "/categories/food/"},
            id="a picture of another size",
        ),
        pytest.param(_write("static/notes.txt", "Two.\n"), set(), id="a file that is copied"),
        pytest.param(
            _change("postings/tea-taster.md", "closes:", "aliases: /jobs/sampler/\ncloses:"),
            {"a way to /jobs/tea-taster/", *_LEADING},
            id="an alias",
        ),
        pytest.param(
            _write("site.yaml", f"{CONFIG}redirects: {{from: /vacancies/, to: /jobs/}}\n"),
            {"a way to /jobs/", *_LEADING},
            id="a redirect",
        ),
        pytest.param(_write("site.yaml", f"{CONFIG}hosts: netlify\n"), {"/_redirects"}, id="a host"),
        pytest.param(_write("urls.lock", _GONE), {"/jobs/gone/"}, id="a posting that is remembered"),
        pytest.param(
            _write("urls.lock", "/categories/cake/\t-\tCake\t-\t2026-01-01\t-\n"),
            {"a way to /categories/", *_LEADING},
            id="a category that is remembered",
        ),
        pytest.param(_expire, {"/_redirects", "/staticwebapp.config.json"}, id="a posting long gone"),
    ],
)
def test_edit_makes_only_what_it_touches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Folder], None], remade: set[str]
) -> None:
    folder = make_folder(tmp_path)
    folder.day += timedelta(days=7)
    assert folder.build().written
    made: list[str] = []
    _watch(made, monkeypatch)
    edit(folder)
    report = folder.build()
    assert not has_errors(report.diagnostics), report.diagnostics
    assert set(made) == (remade - _ALL) | (_every_page(folder) if remade >= _ALL else set())
    monkeypatch.setattr(rendering, "Renderer", Renderer)
    folder.assert_clean(report)


_PICTURES = {
    f"a picture: {title}"
    for title in (
        *("Tea taster", "Tea buyer", "Coffee buyer", "Van driver", "Driver at night"),
        *("A morning", "Students"),
    )
}


@pytest.mark.parametrize(
    ("edit", "remade"),
    [
        pytest.param(lambda folder: None, set(), id="nothing"),
        pytest.param(_change("postings/tea-taster.md", "Words.", "More words."), _TASTER, id="a body"),
        pytest.param(
            _change("postings/tea-taster.md", "title: Tea taster", "title: Tea sampler"),
            {"a picture: Tea sampler", _INDEX} | _TASTER | _AMONG | _SIMILAR | _FED,
            id="a title",
        ),
        pytest.param(
            _change("postings/tea-taster.md", "title: Tea taster", "title: Tea 数"),
            _TASTER | _AMONG | _SIMILAR | _FED | {_INDEX},
            id="a title that no font has",
        ),
        pytest.param(_change("postings/tea-taster.md", "closes: 2026-04-15", "team: Tea"), None, id="a fact"),
        pytest.param(_append("cards/card.svg", "<!-- x -->"), _PICTURES, id="the template of pictures"),
        pytest.param(redraw, _PICTURES, id="a font"),
        pytest.param(_write("static/mark.svg", SVG.format(20, 20) + "<!-- -->"), _PICTURES, id="the mark"),
        pytest.param(_append("assets/site.css", "/* x */"), _ALL, id="a stylesheet"),
        pytest.param(
            _write("site.yaml", f"{CONFIG}{CARDS}footer: {{copyright: Us}}\n"), _ALL, id="the footer"
        ),
        pytest.param(
            _write("site.yaml", CONFIG.replace("#336699", "#225522") + CARDS),
            _ALL | _PICTURES,
            id="the accent",
        ),
    ],
)
def test_edit_makes_only_the_pictures_it_touches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Folder], None], remade: set[str] | None
) -> None:
    folder = make_folder(tmp_path)
    folder.write("site.yaml", CONFIG + CARDS)
    folder.day += timedelta(days=7)
    assert folder.build(jobs=1).written
    assert {path for path in folder.tree() if path.startswith("cards/")}
    made: list[str] = []
    _watch(made, monkeypatch)
    edit(folder)
    report = folder.build(jobs=1)
    assert not has_errors(report.diagnostics), report.diagnostics
    pages, pictures = set(made) - _ALL, {address for address in made if address.startswith("a picture")}
    if remade is None:
        assert (pictures, bool(pages)) == (set(), True)
    elif remade >= _ALL:
        assert (pictures, pages - pictures) == (remade - _ALL, _every_page(folder))
    else:
        assert pages == remade
    monkeypatch.setattr(rendering, "Renderer", Renderer)
    folder.assert_clean(report)


@pytest.mark.parametrize(
    ("edit", "remade"),
    [
        pytest.param(lambda folder: None, set(), id="nothing"),
        pytest.param(
            _change("postings/tea-taster.md", "Words.", "More words."), _TASTER | _BOARDS, id="a body"
        ),
        pytest.param(
            _change("snippets/driving.md", "licence", "permit"),
            {"/jobs/van-driver/", "/feeds/indeed.xml"},
            id="a snippet of a posting that only one board takes",
        ),
        pytest.param(
            _change("locations/leeds.md", "canal", "river"),
            {"/locations/united-kingdom/leeds/"},
            id="words that no board shows",
        ),
        pytest.param(_later(1), set(), id="a day on which nothing happens"),
        pytest.param(
            _write("site.yaml", CONFIG + BOARDS.replace("7", "8")), {"/feeds/linkedin.xml"}, id="one"
        ),
    ],
)
def test_edit_makes_the_feeds_for_job_boards_only_where_they_show_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Folder], None], remade: set[str]
) -> None:
    folder = make_folder(tmp_path)
    folder.write("site.yaml", CONFIG + BOARDS)
    folder.change("postings/tea-taster.md", "Words.", f"{_LONG}\n\nWords.")
    folder.change("postings/van-driver.md", WORDS, "Drives.")
    folder.day += timedelta(days=7)
    assert folder.build().written
    assert b"Tea taster" in folder.tree()["feeds/linkedin.xml"]
    made: list[str] = []
    _watch(made, monkeypatch)
    edit(folder)
    report = folder.build()
    assert set(made) == remade
    monkeypatch.setattr(rendering, "Renderer", Renderer)
    folder.assert_clean(report)


def _watch(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes the address of each page that is rendered."""

    class Watched(Renderer):
        def render(self, kind: Kind, view: View) -> Rendered:
            made.append(_address(view))
            return super().render(kind, view)

    monkeypatch.setattr(rendering, "Renderer", Watched)


# The addresses of what is made without a template and is there once.
_DATA: Mapping[type, str] = {
    SitemapView: "/sitemap.xml",
    SitemapIndexView: "/sitemap.xml",
    RobotsView: "/robots.txt",
    SearchIndexView: _INDEX,
    JobsFeedView: "/jobs.json",
    IndeedView: "/feeds/indeed.xml",
    LinkedInView: "/feeds/linkedin.xml",
    RedirectsView: "/_redirects",
    HeadersView: "/_headers",
    VercelView: "/vercel.json",
    AzureView: "/staticwebapp.config.json",
}


def _address(view: View) -> str:
    if isinstance(view, CardView):
        return f"a picture: {view.title}"
    if isinstance(view, FeedView):
        address = view.url
    elif isinstance(view, RedirectView):
        address = f"a way to {view.canonical}"
    elif isinstance(view, DataView):
        address = _DATA[type(view)]
    else:
        address = view.head.canonical
    return address.replace("https://careers.example.com", "")


def _every_page(folder: Folder) -> set[str]:
    """The pages that are made with templates."""
    return {f"/{path.removesuffix('index.html')}" for path in folder.tree() if path.endswith(".html")}
