"""The sample site in a real browser: at phone and desktop width, light and dark, by keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

_PAGES = (
    "/",
    "/jobs/",
    "/jobs/staff-software-engineer-backend/",
    "/jobs/account-director-audio-advertising/",
    "/categories/",
    "/categories/engineering-it/",
    "/locations/",
    "/locations/sweden/",
    "/locations/sweden/stockholm/",
    "/articles/",
    "/articles/a-quiet-week/",
    "/students/",
    "/404.html",
)
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_WIDTHS = (320, 390, 768, 1440)


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(browser: Browser, scheme: str) -> Iterator[Page]:
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("url", _PAGES)
def test_no_accessibility_violation(page: Page, sample_url: str, axe: str, url: str) -> None:
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(sample_url + url)
        page.evaluate(axe)
        violations = page.evaluate(
            "async tags => (await axe.run(document, {runOnly: tags})).violations"
            ".map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' | '))",
            _RULES,
        )
        assert violations == [], f"at {width} px"


@pytest.mark.parametrize("url", _PAGES)
def test_no_page_scrolls_sideways(page: Page, sample_url: str, url: str) -> None:
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(sample_url + url)
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert overflow <= 0, f"{overflow} px too wide at {width} px"


def test_nothing_is_refused_under_a_strict_policy(page: Page, sample_url: str) -> None:
    """The server allows only the site's own files: no page complains and each is still dressed."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for url in _PAGES:
        page.goto(sample_url + url)
        assert page.evaluate("document.styleSheets.length") >= 1
    assert complaints == []


def test_first_tab_offers_to_skip_to_the_words(page: Page, sample_url: str) -> None:
    page.goto(sample_url + "/jobs/")
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href')")
    assert target.startswith("#")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == target
    assert page.locator(target).evaluate("element => element.closest('main') !== null")


def test_focus_is_always_seen(page: Page, sample_url: str) -> None:
    page.goto(sample_url + "/jobs/staff-software-engineer-backend/")
    for _ in range(25):
        page.keyboard.press("Tab")
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none", page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        assert width >= 2


def test_phone_menu_opens_without_script(browser: Browser, sample_url: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(sample_url + "/")
    link = page.locator("header a[href='/categories/']:visible")
    assert link.count() == 0
    page.locator("header summary").click()
    assert link.count() == 1
    context.close()


def test_apply_is_large_enough_for_a_thumb(page: Page, sample_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(sample_url + "/jobs/senior-backend-engineer-playback/")
    box = page.locator("main a[href^='https://apply.']").first.bounding_box()
    assert box
    assert box["height"] >= 44


def test_nothing_jumps_while_loading(page: Page, sample_url: str) -> None:
    for url in ("/", "/jobs/staff-software-engineer-backend/", "/articles/a-quiet-week/"):
        page.goto(sample_url + url)
        shift = page.evaluate(
            "new Promise(done => { let sum = 0;"
            " new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })"
            ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 300); })"
        )
        assert shift < 0.01, url


def test_printed_posting_shows_its_address(page: Page, sample_url: str) -> None:
    page.goto(sample_url + "/jobs/senior-backend-engineer-playback/")
    page.emulate_media(media="print")
    assert not page.locator("header nav").first.is_visible()
    address = "https://careers.larkhollow.example/jobs/senior-backend-engineer-playback/"
    assert page.get_by_text(address).filter(visible=True).count() == 1


def test_closed_posting_in_print_promises_no_table(page: Page, sample_url: str) -> None:
    page.goto(sample_url + "/jobs/account-director-audio-advertising/")
    promise = page.get_by_text("These similar jobs are open.")
    assert promise.is_visible()
    page.emulate_media(media="print")
    assert not promise.is_visible()
    assert page.get_by_text("Applications are no longer accepted.").is_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_share_panel_pushes_the_words_away(page: Page, sample_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(sample_url + "/jobs/staff-software-engineer-backend/")
    page.locator(".keep > summary").click()
    panel = page.locator(".keep-ways").bounding_box()
    grid = page.locator(".posting-grid").bounding_box()
    assert panel
    assert grid
    assert panel["y"] + panel["height"] <= grid["y"]


def test_places_with_their_own_way_to_apply_have_it_at_both_ends(page: Page, sample_url: str) -> None:
    page.goto(sample_url + "/jobs/staff-software-engineer-backend/")
    both = [
        [link.get_attribute("href") for link in page.locator(f"{part} a.button").all()]
        for part in (".posting-head", ".apply-end")
    ]
    assert both[0] == both[1]
    assert len(both[0]) == 2


def test_long_names_wrap_among_related_links(page: Page, sample_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 844})
    page.goto(sample_url + "/jobs/staff-software-engineer-backend/")
    names = page.locator(".way span, .more a")
    names.evaluate_all(
        "all => all.forEach(e => { e.textContent = 'Llanfairpwllgwyngyllgogerychwyrndrobwll '.repeat(3); })"
    )
    assert names.count() >= 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("part", [".figures", "time", ".posting-places > span", ".byline > span"])
def test_pieces_beside_each_other_keep_their_own_direction(page: Page, sample_url: str, part: str) -> None:
    page.goto(sample_url + "/jobs/staff-software-engineer-backend/")
    piece = page.locator(part).first
    assert piece.evaluate("element => getComputedStyle(element).unicodeBidi") == "isolate"
