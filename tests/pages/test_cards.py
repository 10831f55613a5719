from typing import Any

import pytest

from generator.diagnostics.diagnostic import Severity
from generator.model.site_config import Theme
from generator.pages.assets import Asset, Assets, CardAssets
from generator.pages.data_views import SitemapView
from generator.pages.kinds import Kind
from generator.pages.plan import Plan, plan
from generator.pages.urls import file_of
from generator.pages.view import Viewer
from generator.pages.views import CardView, Mark
from tests.builders import DAY, make_article, make_page, make_plan, make_posting, make_published, make_site

_LATIN = frozenset(range(0x20, 0x250)) | {0x2026}
_ASSETS = Assets(cards=CardAssets(_LATIN, Mark("abc", 40, 30)))


def _cards(planned: Plan) -> dict[str, CardView]:
    viewer = Viewer(planned, "en")
    views = {page.url: viewer.view(page) for page in planned.pages if page.kind is Kind.CARD}
    return {url: view for url, view in views.items() if isinstance(view, CardView)}


def _view_at(planned: Plan, url: str) -> Any:
    (page,) = (page for page in planned.pages if page.url == url)
    return Viewer(planned, "en").view(page)


def test_every_posting_article_and_page_has_a_picture() -> None:
    documents = (
        make_posting("open-one"),
        make_posting("closed-one", status="filled"),
        make_posting("draft-one", status="draft"),
        make_article("a-story"),
        make_page("students"),
    )
    assert sorted(_cards(make_plan(*documents, assets=_ASSETS))) == [
        "/cards/articles/a-story.png",
        "/cards/jobs/closed-one.png",
        "/cards/jobs/open-one.png",
        "/cards/students.png",
    ]
    assert _cards(make_plan(*documents)) == {}


def test_remembered_posting_has_none() -> None:
    """Its title can't be mended where a font lacks a letter: no file says it."""
    planned = make_plan(assets=_ASSETS, lock=[make_published("/jobs/gone/", title="数")])
    assert "/jobs/gone/" in planned.urls
    assert _cards(planned) == {}
    assert _view_at(planned, "/jobs/gone/").head.card is None


def test_picture_shows_what_it_shows_and_nothing_else() -> None:
    posting = make_posting(title="Cook", remote="hybrid", employment=("full-time",), summary="Secret")
    view = _cards(make_plan(posting, assets=_ASSETS))["/cards/jobs/backend-engineer.png"]
    assert (view.about, view.title, view.remote, view.employment) == ("job", "Cook", "hybrid", ("full-time",))
    assert view.places == ("Berlin, Germany",)
    assert view.mark == Mark("abc", 40, 30)
    assert "Secret" not in str(view)


def test_article_shows_its_author_and_the_sites_settings_are_there() -> None:
    theme = Theme(accent="#112233", settings={"logo": "wordmark"})
    planned = make_plan(make_article("a", author="Ada"), assets=_ASSETS, theme=theme)
    view = _cards(planned)["/cards/articles/a.png"]
    assert (view.author, view.colours.accent, view.settings["logo"]) == ("Ada", "#112233", "wordmark")


def test_direction_is_that_of_the_title() -> None:
    anything = Assets(cards=CardAssets(frozenset(range(0x800))))
    planned = make_plan(make_posting(title="מהנדס", language="he"), assets=anything)
    assert [view.direction for view in _cards(planned).values()] == ["rtl"]


def test_page_names_its_picture_by_its_whole_address() -> None:
    planned = make_plan(make_posting(title="Cook"), assets=_ASSETS, url="https://example.github.io/careers")
    card = _view_at(planned, "/jobs/backend-engineer/").head.card
    assert card.url == "https://example.github.io/careers/cards/jobs/backend-engineer.png"
    assert (card.alt, card.width, card.height) == ("Cook", 1200, 630)
    assert _view_at(planned, "/").head.card is None


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        pytest.param("数据", "`数` (cjk unified ideograph-6570)", id="script"),
        pytest.param("Party 🎉", "`🎉` (party popper)", id="emoji"),
    ],
)
def test_character_that_no_font_has_leaves_the_picture_out(title: str, shown: str) -> None:
    posting = make_posting(title=title)
    planned, problems = plan(make_site(posting, make_page("students")), _ASSETS, ())
    assert sorted(_cards(planned)) == ["/cards/students.png"]
    assert _view_at(planned, "/jobs/backend-engineer/").head.card is None
    (problem,) = problems
    assert problem.severity is Severity.NOTICE
    assert shown in problem.message
    assert problem.at
    assert problem.at.path == posting.spans.path


def test_character_that_nobody_sees_needs_no_font() -> None:
    assert _cards(make_plan(make_posting(title="Soft\u00adware\u200d"), assets=_ASSETS))


def test_picture_of_its_own_stands_for_a_page_without_one_for_sharing() -> None:
    static = {"team.jpg": Asset("a", 800, 600), "cup.svg": Asset("b", 40, 30)}
    documents = (
        make_posting("photo", image="team.jpg", image_alt="The team"),
        make_posting("drawing", image="cup.svg"),
    )
    planned = make_plan(*documents, assets=Assets(static))
    card = _view_at(planned, "/jobs/photo/").head.card
    assert (card.url, card.alt) == ("https://careers.example.com/team.jpg", "The team")
    assert _view_at(planned, "/jobs/drawing/").head.card is None
    both = make_plan(*documents, assets=Assets(static, cards=_ASSETS.cards))
    assert _view_at(both, "/jobs/photo/").head.card.url.endswith("/cards/jobs/photo.png")


def test_pictures_are_in_no_sitemap_and_are_no_page_of_their_document() -> None:
    posting = make_posting()
    planned = make_plan(posting, assets=_ASSETS)
    sitemap = _view_at(planned, "/sitemap.xml")
    assert isinstance(sitemap, SitemapView)
    assert not [entry.url for entry in sitemap.entries if "/cards/" in entry.url]
    assert planned.url_of[posting.spans.path] == "/jobs/backend-engineer/"
    assert file_of("/cards/jobs/backend-engineer.png") == "cards/jobs/backend-engineer.png"


def test_file_of_the_site_at_a_pictures_address_is_a_collision() -> None:
    static = {"cards/jobs/backend-engineer.png": Asset("a")}
    _, problems = plan(make_site(make_posting(), today=DAY), Assets(static, cards=_ASSETS.cards), ())
    assert [problem.code.name for problem in problems] == ["two-on-one-address"]
