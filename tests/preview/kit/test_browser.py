"""The kit in a real browser, whose system prefers light or dark."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page

from generator.model.colours import contrast, rgb
from generator.preview.kit.sections import all_specimens
from tests.preview.kit.conftest import DEFAULT, PAPER, Opening, served, write_theme

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_BRIGHTNESS = """() => {
  const brush = document.createElement("canvas").getContext("2d");
  brush.fillStyle = getComputedStyle(document.body).backgroundColor;
  brush.fillRect(0, 0, 1, 1);
  return brush.getImageData(0, 0, 1, 1).data[1];
}"""


# With a system that prefers light, and with one that prefers dark.
in_both = pytest.mark.parametrize("page", ["light", "dark"], indirect=True)


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        color_scheme="dark" if getattr(request, "param", "") == "dark" else "light",
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def _frame(page: Page, anchor: str, scheme: str) -> Frame:
    """A specimen's frame, once it has loaded."""
    heading = page.locator(f"#{anchor}")
    heading.scroll_into_view_if_needed()
    element = heading.locator(f"xpath=..//figure[@class='{scheme}']//iframe").element_handle()
    element.scroll_into_view_if_needed()
    frame = element.content_frame()
    assert frame
    frame.wait_for_url("**/__openings/kit/**")
    frame.wait_for_load_state()
    return frame


@in_both
@pytest.mark.parametrize("anchor", ["rows", "colours", "buttons"])
def test_frames_are_light_and_dark_whatever_the_system_prefers(page: Page, address: str, anchor: str) -> None:
    page.goto(address)
    assert _frame(page, anchor, "light").evaluate(_BRIGHTNESS) > 240
    assert _frame(page, anchor, "dark").evaluate(_BRIGHTNESS) < 40


@in_both
def test_theme_without_a_dark_scheme_is_light_in_both(page: Page, opened: Opening, tmp_path: Path) -> None:
    studio, _ = opened(PAPER)
    write_theme(tmp_path, {"themes/paper/assets/ground.css": "body { background: Canvas }"})
    with served(tmp_path, studio) as address:
        page.goto(address)
        for scheme in ("light", "dark"):
            assert (
                _frame(page, "rows", scheme).evaluate("getComputedStyle(document.body).color")
                == "rgb(0, 0, 0)"
            )


@pytest.mark.parametrize(("config", "step"), [(DEFAULT, 3), (PAPER, 9)], ids=["default", "paper"])
def test_nothing_is_refused_and_nothing_fails(
    page: Page, opened: Opening, tmp_path: Path, config: str, step: int
) -> None:
    complaints: list[str] = []
    page.on(
        "console",
        lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    with served(tmp_path, opened(config)[0]) as address:
        page.goto(address)
        for specimen in tuple(all_specimens())[::step]:
            assert _frame(page, specimen.anchor, "dark").evaluate("document.body.innerText.trim()")
        page.goto("about:blank")
    assert complaints == []


def _leave_frames_empty(page: Page) -> None:
    """Eighty pages take a while, and some tests don't look into any."""
    for site in ("full", "bare"):
        page.route(
            f"**/kit/*/{site}/**",
            lambda route: route.abort() if route.request.frame != page.main_frame else route.continue_(),
        )


def _violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: list[str] = page.evaluate(
        "async tags => (await axe.run(document, {runOnly: tags, iframes: false})).violations"
        ".map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' | '))",
        _RULES,
    )
    return found


@pytest.mark.parametrize(("page", "width"), [("light", 320), ("dark", 1280)], indirect=["page"])
def test_overview_has_no_accessibility_violation(page: Page, address: str, axe: str, width: int) -> None:
    _leave_frames_empty(page)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    assert _violations(page, axe) == []


@pytest.mark.parametrize(
    "url", ["/?width=1280", "/light/full/jobs/keeper/", "/dark/full/jobs/", "/dark/colours"]
)
def test_no_page_scrolls_sideways(page: Page, address: str, url: str) -> None:
    _leave_frames_empty(page)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address + url)
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert overflow <= 0, f"{overflow} px too wide at {width} px"


@pytest.mark.parametrize("anchor", ["the-longest-posting", "from-right-to-left", "home-with-much"])
def test_specimens_have_no_accessibility_violation(page: Page, address: str, axe: str, anchor: str) -> None:
    (specimen,) = (specimen for specimen in all_specimens() if specimen.anchor == anchor)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{address}/dark/{specimen.address}")
        assert _violations(page, axe) == [], f"at {width} px"


def test_frame_is_as_wide_as_chosen_and_the_page_stays_where_it_was(page: Page, address: str) -> None:
    page.goto(address)
    frame = _frame(page, "the-shortest-posting", "light")
    heading = page.locator("#the-shortest-posting")
    heading.evaluate("element => element.scrollIntoView()")
    for width in (320, 1280):
        before = heading.bounding_box()
        page.locator(f"[data-width='{width}']").click()
        after = heading.bounding_box()
        assert before
        assert after
        assert abs(before["y"] - after["y"]) < 2
        assert frame.evaluate("innerWidth") == width
        assert page.url == f"{address}?width={width}"
    box = heading.locator("xpath=..//iframe").first.bounding_box()
    assert box
    assert box["x"] + box["width"] <= 1280


def test_width_can_be_chosen_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    _leave_frames_empty(page)  # without scripts, all would load at once
    page.goto(address)
    page.get_by_role("link", name="768").click()
    assert page.locator("iframe").first.evaluate("element => element.clientWidth") == 768
    context.close()


def _told(page: Page, name: str, what: str) -> str:
    """What the sheet says of a colour."""
    row = page.locator("li", has=page.locator(f"[data-kit-colour='{name}']"))
    return row.locator(f"[data-kit-{what}]").inner_text()


def test_contrast_is_that_of_our_own_reckoning(page: Page, address: str) -> None:
    for scheme in ("light", "dark"):
        page.goto(f"{address}/{scheme}/colours")
        row = page.locator("li", has=page.locator("[data-kit-colour='--accent-ink']"))
        paper = page.locator("li", has=page.locator("[data-kit-colour='--paper']")).locator(
            "[data-kit-value]"
        )
        ratio = contrast(rgb(row.locator("[data-kit-value]").inner_text()), rgb(paper.inner_text()))
        said = row.locator("[data-kit-words]").inner_text()
        assert said == f"words {int(ratio * 100) / 100:.2f} {'AAA' if ratio >= 7 else 'AA'}"


def test_swatches_show_the_accent_of_the_site(page: Page, address: str) -> None:
    page.goto(f"{address}/light/colours")
    assert _told(page, "--accent", "value") in DEFAULT


def _wait_for_told_size(page: Page, frame: Frame) -> float:
    """The size of the specimen's title in pixels, once the table tells it."""
    size: float = frame.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")
    page.locator("[data-levels]").get_by_role("row", name=f"h1 {size:.4g} px").wait_for()
    return size


def test_levels_of_type_are_told_at_the_chosen_width(page: Page, address: str) -> None:
    page.goto(f"{address}?width=320")
    frame = _frame(page, "type", "light")
    small = _wait_for_told_size(page, frame)
    assert page.locator("[data-levels]").get_by_role("rowheader").all_inner_texts()[:8] == [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "a",
    ]
    page.locator("[data-width='1280']").click()
    assert _wait_for_told_size(page, frame) > small


def test_levels_of_type_follow_the_width_where_the_specimen_comes_before_the_script(
    page: Page, address: str
) -> None:
    page.route("**/kit.js", lambda route: route.abort())
    page.goto(f"{address}?width=320")
    page.unroute("**/kit.js")
    frame = _frame(page, "type", "light")
    page.add_script_tag(url=page.locator("script[src$='/kit.js']").get_attribute("src"))
    _wait_for_told_size(page, frame)
    page.locator("[data-width='1280']").click()
    _wait_for_told_size(page, frame)


def test_button_looks_as_below_a_pointer_without_one(page: Page, address: str) -> None:
    page.goto(f"{address}/light/buttons")
    shown = page.locator("a.button:not(.button-quiet)[data-kit]")
    looks = shown.evaluate_all(
        "all => all.map(one => [one.dataset.kit, getComputedStyle(one).textDecorationLine,"
        " getComputedStyle(one).outlineStyle, getComputedStyle(one).opacity])"
    )
    assert looks == [
        ["rest", "none", "none", "1"],
        ["hover", "underline", "none", "1"],
        ["focus focus-visible", "none", "solid", "1"],
        ["hover active", "underline", "none", "0.85"],
    ]


def test_focus_that_a_theme_says_nothing_of_is_the_browser_s(
    page: Page, opened: Opening, tmp_path: Path
) -> None:
    with served(tmp_path, opened(PAPER)[0]) as address:
        page.goto(f"{address}/light/buttons")
        style = "element => getComputedStyle(element).outlineStyle"
        assert page.locator("[data-kit~='focus-visible']").first.evaluate(style) == "auto"
        assert page.locator("[data-kit='rest']").first.evaluate(style) == "none"


def test_edit_of_the_theme_is_seen_at_once_where_one_was(page: Page, opened: Opening, tmp_path: Path) -> None:
    studio, _ = opened(PAPER)
    with served(tmp_path, studio) as address:
        page.goto(f"{address}?width=320")
        page.locator("openings-preview .badge").wait_for(state="attached")
        _frame(page, "not-found", "light")
        page.locator("#not-found").evaluate("element => element.scrollIntoView()")
        before = page.evaluate("scrollY")
        fishing = '{% extends "base.html" %}{% set title = "Gone fishing" %}'
        write_theme(tmp_path, {"themes/paper/templates/404.html": fishing})
        studio.look()
        frame = page.frame_locator("iframe[title='Not found, light']")
        frame.get_by_role("heading", name="Gone fishing").wait_for()
        page.wait_for_function("before => scrollY === before", arg=before)
        assert page.evaluate("document.body.className") == "w-320"
