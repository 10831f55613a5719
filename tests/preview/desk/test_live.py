"""A page in a real browser keeps itself as the site is now."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.build.options import Options
from generator.preview.site.studio import Studio
from tests.builders import write_site
from tests.preview.desk.asking import SITE, posting
from tests.preview.desk.conftest import FILES, Visit, Visitor, answered, listening, settings
from tests.preview.desk.serving import Preview, served

_COOK = "content/postings/cook.md"
_LONG = FILES["postings/cook.md"]
_MARK = "window.stayed = true"
_MAP = "images/map.svg"


def _stayed(page: Page) -> bool:
    """Whether the page is still the one that was marked."""
    return bool(page.evaluate("window.stayed === true"))


def _looks(page: Page) -> int:
    """How often the page has looked at its own address."""
    return int(
        page.evaluate(
            "performance.getEntriesByType('resource').filter("
            "entry => entry.initiatorType === 'fetch' && entry.name.includes('/__openings/page?at=')).length"
        )
    )


def _has_looked(page: Page, before: int) -> None:
    """Waits until the page has looked again."""
    for _ in range(200):
        if _looks(page) > before:
            return
        page.wait_for_timeout(50)
    raise AssertionError("the page never looked")


def _states(page: Page) -> int:
    """How often the page has asked for the state."""
    return int(
        page.evaluate(
            "performance.getEntriesByType('resource')"
            ".filter(entry => entry.name.endsWith('/__openings/state.json')).length"
        )
    )


def _has_heard(page: Page, before: int) -> None:
    """Waits until the page has asked for the state again."""
    page.wait_for_function(
        "before => performance.getEntriesByType('resource')"
        ".filter(entry => entry.name.endsWith('/__openings/state.json')).length > before",
        arg=before,
    )


def _svg(width: int) -> str:
    return f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='1'/>"


def _hide(page: Page, state: str) -> None:
    page.evaluate(
        "state => { Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });"
        " document.dispatchEvent(new Event('visibilitychange')); }",
        state,
    )


def _colour(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent')"))


def test_saved_posting_changes_its_page(visit: Visit, preview: Preview) -> None:
    page = visit()
    preview.save(_COOK, posting("Chef"))
    expect(page.locator("h1")).to_have_text("Chef")


def test_many_saves_end_with_the_last(visit: Visit, preview: Preview) -> None:
    page = visit()
    for number in range(30):
        preview.save(_COOK, posting(f"Cook {number}"))
    expect(page.locator("h1")).to_have_text("Cook 29")


def test_page_that_did_not_change_is_left_alone(visit: Visit, preview: Preview) -> None:
    page = visit()
    page.evaluate(_MARK)
    before = _looks(page)
    preview.save("content/articles/a.md", "---\ntitle: A\ndate: 2026-03-01\n---\nHello.\n")
    _has_looked(page, before)
    assert _stayed(page)


def test_scrolled_page_stays_where_it_was_over_its_fragment(visit: Visit, preview: Preview) -> None:
    page = visit("/jobs/cook/#_main", viewport={"width": 800, "height": 500})
    page.evaluate("scrollTo(0, 900)")
    assert page.evaluate("scrollY") == 900
    for number in range(3):
        preview.save(_COOK, _LONG.replace("Monday", f"Tuesday {number}"))
        expect(page.locator("main")).to_contain_text(f"Tuesday {number}")
        page.wait_for_load_state()
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("scrollY") == 900


def test_page_that_somebody_loads_again_goes_where_its_fragment_says(visit: Visit, preview: Preview) -> None:
    page = visit(viewport={"width": 800, "height": 500})
    page.evaluate("scrollTo(0, 900)")
    preview.save(_COOK, _LONG.replace("Monday", "Tuesday"))
    expect(page.locator("main")).to_contain_text("Tuesday")
    listening(page, f"{preview.url}/jobs/baker/")
    assert page.evaluate("scrollY") == 0


def test_new_accent_swaps_the_stylesheet_and_touches_nothing_else(visit: Visit, preview: Preview) -> None:
    page = visit("/jobs/")
    page.evaluate(_MARK)
    field = page.locator("input[type=search]").first
    field.fill("bak")
    preview.save("content/site.yaml", SITE + settings("#aa2200"))
    page.locator("link[rel=stylesheet][href*='accent']").wait_for(state="attached")
    for _ in range(200):
        if _colour(page).strip() == "#aa2200":
            break
        page.wait_for_timeout(50)
    assert _colour(page).strip() == "#aa2200"
    assert _stayed(page)
    assert field.input_value() == "bak"
    expect(page.locator("link[rel=stylesheet][href*='accent']")).to_have_count(1)


@pytest.mark.parametrize("times", [1, 3])
def test_own_stylesheet_that_keeps_its_name_is_swapped_too(
    visit: Visit, preview: Preview, times: int
) -> None:
    page = visit()
    page.evaluate(_MARK)
    for number in range(times):
        preview.save("content/static/own.css", f"h1 {{ color: rgb(1, 2, {number}) }}\n")
        expect(page.locator("h1")).to_have_css("color", f"rgb(1, 2, {number})")
    assert _stayed(page)
    expect(page.locator("link[href*='own.css']")).to_have_count(1)


def test_replaced_picture_loads_only_those_pages_again_that_show_it(visit: Visit, preview: Preview) -> None:
    preview.write(f"content/static/{_MAP}", _svg(1))
    preview.save(_COOK, posting("Cook", words=f"![A map](/{_MAP})\n\nWe cook every day."))
    with_map, without = visit(), visit("/jobs/baker/")
    for page in (with_map, without):
        page.evaluate(_MARK)
    with with_map.expect_event("load"), answered(without, "**/changed.json?since=*"):
        preview.save(f"content/static/{_MAP}", _svg(2))
    assert not _stayed(with_map)
    before = _states(without)
    preview.studio.tell()
    _has_heard(without, before)
    assert _stayed(without)


def test_new_rules_for_hosts_load_every_page_again(visit: Visit, preview: Preview) -> None:
    page = visit()
    page.evaluate(_MARK)
    with page.expect_event("load"):
        preview.save("content/static/_headers", "/*\n  X-Kitchen: warm\n")
    assert not _stayed(page)


def test_any_number_of_tabs_follow_over_one_connection(visitor: Visitor, preview: Preview) -> None:
    context = visitor()
    pages = [listening(context.new_page(), f"{preview.url}/jobs/cook/") for _ in range(8)]
    for title in ("Chef", "Head chef"):
        preview.save(_COOK, posting(title))
        for page in pages:
            expect(page.locator("h1")).to_have_text(title)


def test_next_tab_listens_when_the_one_that_did_is_closed_or_hidden(
    visitor: Visitor, preview: Preview
) -> None:
    context = visitor()
    first, second, third = (listening(context.new_page(), f"{preview.url}/jobs/cook/") for _ in range(3))
    with context.expect_event("request", lambda request: request.url.endswith("/events")):
        first.close()
    with context.expect_event("request", lambda request: request.url.endswith("/events")):
        _hide(second, "hidden")
    preview.save(_COOK, posting("Chef"))
    expect(third.locator("h1")).to_have_text("Chef")
    expect(second.locator("h1")).to_have_text("Cook")


def test_without_locks_each_tab_listens_for_itself(visitor: Visitor, preview: Preview) -> None:
    context = visitor()
    context.add_init_script("Object.defineProperty(navigator, 'locks', { value: undefined })")
    pages = [listening(context.new_page(), f"{preview.url}/jobs/cook/") for _ in range(3)]
    preview.save(_COOK, posting("Chef"))
    for page in pages:
        expect(page.locator("h1")).to_have_text("Chef")


def test_page_that_goes_away_and_comes_back_is_followed(visit: Visit, preview: Preview) -> None:
    page = visit()
    preview.remove(_COOK)
    expect(page.locator("h1")).not_to_have_text("Cook")
    preview.save(_COOK, posting("Cook again"))
    expect(page.locator("h1")).to_have_text("Cook again")


def _is_calm(page: Page) -> None:
    """Waits until all news has been heard: what is on its way to a hidden tab still reaches it."""
    known = -1
    while known != (known := _looks(page)):
        page.wait_for_timeout(500)


def test_hidden_tab_lets_go_and_looks_when_it_is_shown_again(visit: Visit, preview: Preview) -> None:
    page = visit()
    page.evaluate(_MARK)
    _has_looked(page, 0)
    _is_calm(page)
    with page.expect_event("requestfailed", lambda request: request.url.endswith("/events")):
        _hide(page, "hidden")
    before = _looks(page)
    preview.save(_COOK, posting("Chef"))
    page.wait_for_timeout(500)
    assert (_looks(page), _stayed(page)) == (before, True)
    _hide(page, "visible")
    expect(page.locator("h1")).to_have_text("Chef")


def test_page_finds_a_server_that_was_started_again(visit: Visit, preview: Preview) -> None:
    page = visit()
    preview.stop()
    expect(page.locator("openings-preview .badge")).to_have_attribute("aria-label", "The preview has stopped")
    preview.save(_COOK, posting("Chef"))
    preview.start()
    expect(page.locator("h1")).to_have_text("Chef")


def test_page_comes_by_itself_when_broken_settings_are_mended(tmp_path: Path, visitor: Visitor) -> None:
    with served(tmp_path, {**FILES, "site.yaml": "- name: Example\n"}) as preview:
        page = visitor().new_page()
        page.goto(f"{preview.url}/jobs/cook/")
        expect(page.locator("h1")).to_have_text("The site can’t be shown yet")
        expect(page.locator("main")).to_contain_text("content/site.yaml:1:1")
        preview.save("content/site.yaml", SITE)
        expect(page.locator("h1")).to_have_text("Cook")


def test_while_the_site_is_read_the_page_counts_and_then_comes(visitor: Visitor, tmp_path: Path) -> None:
    write_site(tmp_path, FILES, SITE)
    studio = Studio(tmp_path, Options())
    preview = Preview(tmp_path, studio)
    preview.start()
    page = visitor().new_page()
    page.goto(f"{preview.url}/jobs/cook/")
    page.evaluate(_MARK)
    studio.progress = (3_400, 10_000)
    studio.tell()
    expect(page.get_by_role("status")).to_have_text("Reading the site: 3,400 of 10,000 files")
    assert _stayed(page)
    studio.look()
    expect(page.locator("h1")).to_have_text("Cook")
    studio.close()
    preview.stop()


def test_nothing_of_ours_is_left_among_the_names_of_the_page(visit: Visit) -> None:
    page = visit()
    assert page.evaluate("[typeof digest, typeof panel, typeof connect, typeof known]") == ["undefined"] * 4
