"""What is drawn over a page in a real browser: problems, their number, and the day that is shown."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.preview.desk.asking import SITE, posting
from tests.preview.desk.conftest import FILES, Visit, Visitor, answered, listening
from tests.preview.desk.serving import Preview, served

_COOK, _BAKER = "content/postings/cook.md", "content/postings/baker.md"
_WARNED = "description: Hello\n"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_TEMPLATE = "{% extends 'base.html' %}{% block main %}<h1>{{ page.title }}</h1>{% endblock %}"


def _panel(page: Page) -> Locator:
    return page.locator("openings-preview .panel")


def _badge(page: Page) -> Locator:
    return page.locator("openings-preview .badge")


def _bar(page: Page) -> Locator:
    return page.locator("openings-preview .bar")


def _break(preview: Preview, field: str = "titel", path: str = _BAKER) -> None:
    preview.save(path, posting("Baker", f"{field}: x\n"))


def _mend(preview: Preview) -> None:
    preview.save(_BAKER, FILES["postings/baker.md"])


def test_errors_come_over_the_page_and_go_when_they_are_mended(visit: Visit, preview: Preview) -> None:
    page = visit()
    page.evaluate("window.stayed = true")
    expect(_panel(page)).to_be_hidden()
    _break(preview)
    expect(_panel(page).get_by_role("heading", name="1 error")).to_be_visible()
    expect(_panel(page)).to_contain_text("unknown field titel")
    expect(_panel(page)).to_contain_text("content/postings/baker.md:8:1")
    expect(_panel(page).locator("mark")).to_have_text("titel")
    expect(_panel(page)).to_contain_text("Fix: did you mean title?")
    _mend(preview)
    expect(_panel(page)).to_be_hidden()
    expect(_badge(page)).to_have_attribute("aria-label", "Open the preview's panel")
    assert page.evaluate("window.stayed") is True


def test_problem_says_more_and_leads_to_the_editor(visit: Visit, preview: Preview) -> None:
    page = visit()
    _break(preview)
    _panel(page).get_by_text("Why? FM002 unknown-field").click()
    expect(_panel(page).locator(".explanation")).to_be_visible()
    link = _panel(page).get_by_role("link", name="Open in editor: content/postings/baker.md:8:1")
    with page.expect_request("**/__openings/open?*") as asked:
        link.click()
    response = asked.value.response()
    assert response
    assert response.status == 303
    assert response.headers["location"] == f"vscode://file{preview.root}/content/postings/baker.md:8:1"


def test_unfolded_explanation_stays_so_while_other_problems_come(visit: Visit, preview: Preview) -> None:
    page = visit()
    _break(preview)
    _panel(page).get_by_text("Why? FM002").click()
    _break(preview, "kategory", _COOK)
    expect(_panel(page).get_by_role("heading", name="2 errors")).to_be_visible()
    expect(_panel(page).locator("details[data-key*='titel'] .explanation")).to_be_visible()


def test_closed_panel_leaves_its_number_and_opens_for_a_new_error_alone(
    visit: Visit, preview: Preview
) -> None:
    page = visit()
    _break(preview)
    _panel(page).get_by_role("button", name="Close").click()
    expect(_badge(page)).to_have_text("1 error")
    with answered(page, "**/problems.json?*"):
        preview.save(_BAKER, posting("Baker", "team: Ovens\ntitel: x\n"))  # the same error, a line below
    expect(_panel(page)).to_be_hidden()
    page.reload()
    expect(_badge(page)).to_have_text("1 error")
    expect(_panel(page)).to_be_hidden()
    _break(preview, "kategory", _COOK)
    expect(_panel(page).get_by_role("heading", name="2 errors")).to_be_visible()


def test_closed_panel_stays_closed_when_its_error_goes_for_a_moment(visit: Visit, preview: Preview) -> None:
    page = visit()
    _break(preview)
    expect(_panel(page)).to_be_visible()
    page.keyboard.press("Escape")
    for _ in range(2):
        _mend(preview)
        expect(_badge(page)).to_have_text("")
        _break(preview)
        expect(_badge(page)).to_have_text("1 error")
    with answered(page, "**/problems.json?*"):
        preview.studio.tell()
    expect(_panel(page)).to_be_hidden()


def test_error_that_was_mended_for_long_is_new_when_it_comes_again(visit: Visit, preview: Preview) -> None:
    page = visit()
    page.clock.install()
    _break(preview)
    expect(_panel(page)).to_be_visible()
    page.keyboard.press("Escape")
    _mend(preview)
    expect(_badge(page)).to_have_text("")
    page.clock.fast_forward(60_000)
    _break(preview)
    expect(_panel(page)).to_be_visible()


def test_open_panel_stays_when_its_error_goes_for_a_moment(visit: Visit, preview: Preview) -> None:
    page = visit()
    page.clock.install()
    _break(preview)
    expect(_panel(page)).to_be_visible()
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    _mend(preview)
    expect(_panel(page).get_by_role("heading", name="No problems")).to_be_visible()
    _break(preview)
    expect(_panel(page).get_by_role("heading", name="1 error")).to_be_visible()
    page.clock.fast_forward(5_000)
    expect(_panel(page)).to_be_visible()
    _mend(preview)
    expect(_panel(page).get_by_role("heading", name="No problems")).to_be_visible()
    page.clock.fast_forward(5_000)
    expect(_panel(page)).to_be_hidden()


def test_panel_that_somebody_opened_stays_open_on_a_changed_page(visit: Visit, preview: Preview) -> None:
    page = visit()
    _badge(page).click()
    preview.save(_COOK, posting("Chef"))
    expect(page.locator("h1")).to_have_text("Chef")
    expect(_panel(page)).to_be_visible()
    page.keyboard.press("Escape")
    preview.save(_COOK, posting("Cook"))
    expect(page.locator("h1")).to_have_text("Cook")
    _badge(page).wait_for()
    expect(_panel(page)).to_be_hidden()


def test_panel_is_the_stop_of_the_keyboard_after_the_link_to_the_content(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("Tab")
    expect(page.locator("a[href='#_main']")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(_panel(page)).to_be_focused()


@pytest.mark.parametrize("width", [360, 390])
def test_on_a_phone_the_mark_keeps_off_words_and_the_bar_to_apply(
    visit: Visit, preview: Preview, width: int
) -> None:
    page = visit(viewport={"width": width, "height": 780})
    mark, words = _badge(page).bounding_box(), page.locator("main h1").bounding_box()
    bar = page.locator("a[href^='https://apply.example.com']").last.bounding_box()
    assert mark
    assert words
    assert bar
    assert mark["x"] + 13 <= words["x"], "the dot stands in the margin"
    assert mark["y"] + mark["height"] <= bar["y"]
    _break(preview)
    expect(_panel(page)).to_be_visible()
    panel = _panel(page).bounding_box()
    assert panel
    assert panel["height"] <= 390


def test_warnings_are_a_number_that_opens_the_panel(visit: Visit, preview: Preview) -> None:
    page = visit()
    preview.save(_BAKER, posting("Baker", words="Short."))
    expect(_badge(page)).to_have_text("1 warning")
    expect(_panel(page)).to_be_hidden()
    _badge(page).click()
    expect(_panel(page).get_by_role("heading", name="1 warning")).to_be_visible()
    page.keyboard.press("Escape")
    expect(_panel(page)).to_be_hidden()
    _mend(preview)
    expect(_badge(page)).to_have_text("")


def test_panel_takes_no_focus_from_whoever_types(visit: Visit, preview: Preview) -> None:
    page = visit("/jobs/")
    field = page.locator("input[type=search]").first
    field.click()
    page.keyboard.type("ba")
    _break(preview)
    expect(_panel(page)).to_be_visible()
    page.keyboard.type("k")
    expect(field).to_be_focused()
    expect(field).to_have_value("bak")


def test_keyboard_alone_opens_and_closes_the_panel(visit: Visit, preview: Preview) -> None:
    page = visit()
    _badge(page).focus()
    page.keyboard.press("Enter")
    expect(_panel(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(_panel(page).get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Enter")
    expect(_panel(page)).to_be_hidden()
    expect(_badge(page)).to_be_focused()


def test_last_good_page_stays_while_its_template_fails(visitor: Visitor, tmp_path: Path) -> None:
    with served(tmp_path, FILES, "theme: mine\n") as preview:
        _copy_theme(preview)
        page = listening(visitor().new_page(), f"{preview.url}/jobs/cook/")
        page.evaluate("window.stayed = true")
        preview.save("themes/mine/templates/job.html", "{{ page.nothing }}")
        expect(_panel(page)).to_contain_text("themes/mine/templates/job.html:1:1")
        expect(page.locator("h1")).to_have_text("Cook")
        assert page.evaluate("window.stayed") is True
        preview.save("themes/mine/templates/job.html", _TEMPLATE)
        expect(_panel(page)).to_be_hidden()


def test_page_whose_template_always_failed_says_so_and_comes_back(visitor: Visitor, tmp_path: Path) -> None:
    with served(tmp_path, FILES, "theme: mine\n") as preview:
        _copy_theme(preview)
        preview.save("themes/mine/templates/job.html", "{{ page.nothing }}")
        page = visitor().new_page()
        page.goto(f"{preview.url}/jobs/cook/")
        expect(page.locator("h1")).to_have_text("This page can’t be made")
        expect(_panel(page)).to_contain_text("themes/mine/templates/job.html:1:1")
        preview.save("themes/mine/templates/job.html", _TEMPLATE)
        expect(page.locator("h1")).to_have_text("Cook")


def test_texts_of_strangers_do_nothing_in_the_panel(visit: Visit, preview: Preview) -> None:
    page = visit()
    field = "<img src=x onerror=alert(1)>\u202e</script>"
    preview.save(_BAKER, posting("Baker", f"'{field}': x\n"))
    expect(_panel(page)).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("openings-preview img").count() == 0
    assert "\u202e" not in _panel(page).inner_text()


def test_day_ahead_is_shown_to_one_browser_alone(visitor: Visitor, tmp_path: Path) -> None:
    files = {
        "postings/cook.md": posting("Cook", "closes: 2026-12-24\n"),
        "postings/draft.md": posting("Draft", "status: draft\n"),
    }
    with served(tmp_path, files) as preview:
        first, second = (listening(visitor().new_page(), f"{preview.url}/jobs/cook/") for _ in range(2))
        _badge(first).click()
        _panel(first).get_by_label("The site as of").fill("2026-12-25")
        _panel(first).get_by_label("with drafts").check()
        _panel(first).get_by_role("button", name="Show").click()
        expect(_bar(first)).to_contain_text("As of 25 December 2026, with drafts")
        expect(first.locator(".banner")).to_contain_text("closed")
        listening(first, f"{preview.url}/jobs/draft/")
        expect(first.locator("h1")).to_have_text("Draft")
        second.reload()
        expect(second.locator(".banner")).to_have_count(0)
        expect(_bar(second)).to_be_hidden()
        assert second.goto(f"{preview.url}/jobs/draft/").status == 404  # type: ignore[union-attr]
        _bar(first).get_by_role("button", name="Back to today").click()
        expect(_bar(first)).to_be_hidden()
        expect(first.locator("h1")).not_to_have_text("Draft")


def test_shortcut_leads_to_the_next_change(visitor: Visitor, tmp_path: Path) -> None:
    files = {"postings/cook.md": posting("Cook", "closes: 2026-12-24\n")}
    with served(tmp_path, files) as preview:
        page = listening(visitor().new_page(), f"{preview.url}/jobs/cook/")
        _badge(page).click()
        _panel(page).get_by_role("button", name="Next change (18 Dec 2026)").click()
        expect(_bar(page)).to_contain_text("As of 18 December 2026")


def test_day_that_is_none_is_told_in_the_panel(visit: Visit) -> None:
    page = visit()
    _badge(page).click()
    day = _panel(page).get_by_label("The site as of")
    day.evaluate("input => { input.type = 'text'; input.value = 'soon' }")
    _panel(page).get_by_role("button", name="Show").click()
    expect(_panel(page).get_by_role("alert")).to_contain_text("such as 2026-12-24")


def test_day_that_somebody_chooses_stays_while_files_are_saved(visit: Visit, preview: Preview) -> None:
    page = visit()
    _break(preview)
    _panel(page).get_by_text("A day ahead").click()
    _panel(page).get_by_label("The site as of").fill("2026-12-25")
    _break(preview, "kategory", _COOK)
    expect(_panel(page).get_by_role("heading", name="2 errors")).to_be_visible()
    expect(_panel(page).get_by_label("The site as of")).to_have_value("2026-12-25")


def test_desk_changes_the_day_without_script(visitor: Visitor, preview: Preview) -> None:
    page = visitor(java_script_enabled=False).new_page()
    page.goto(f"{preview.url}/__openings/")
    page.get_by_label("The site as of").fill("2026-12-24")
    page.locator("#day ~ form").first.get_by_role("button", name="Show").click()
    expect(page.locator("main")).to_contain_text(
        "As of 24 December 2026. Only this browser sees the site so."
    )
    page.get_by_role("button", name="Back to today").click()
    expect(page.locator("main")).to_contain_text("As of 16 March 2026")


def test_day_that_is_none_leads_back_without_script(visitor: Visitor, preview: Preview) -> None:
    page = visitor(java_script_enabled=False).new_page()
    page.goto(f"{preview.url}/__openings/")
    page.get_by_label("The site as of").fill("9999-12-24")
    page.locator("#day ~ form").first.get_by_role("button", name="Show").click()
    expect(page.locator("main")).to_contain_text("The day has to lie between")
    page.get_by_role("link", name="Back to the preview’s desk").click()
    expect(page.locator("main")).to_contain_text("As of 16 March 2026")


def test_desk_keeps_itself_new_and_draws_no_panel(visitor: Visitor, preview: Preview) -> None:
    page = visitor().new_page()
    page.goto(f"{preview.url}/__openings/")
    expect(page.get_by_role("heading", name="No problems")).to_be_visible()
    _break(preview)
    expect(page.get_by_role("heading", name="1 error")).to_be_visible()
    assert page.locator("openings-preview").count() == 0


def test_desk_keeps_what_is_unfolded_typed_and_focused(visitor: Visitor, preview: Preview) -> None:
    page = visitor().new_page()
    page.goto(f"{preview.url}/__openings/")
    files = page.locator("details", has_text="Sitemaps for search engines")
    files.locator("summary").click()
    page.get_by_label("Words").fill("bak")
    page.get_by_label("drafts").check()
    page.get_by_label("Words").focus()
    _break(preview)
    expect(page.get_by_role("heading", name="1 error")).to_be_visible()
    expect(files).to_have_attribute("open", "")
    expect(page.get_by_label("drafts")).to_be_checked()
    expect(page.get_by_label("Words")).to_have_value("bak")
    expect(page.get_by_label("Words")).to_be_focused()
    page.reload()
    expect(page.get_by_label("Words")).to_have_value("")


def test_tree_of_a_view_stays_unfolded_and_scrolled(visitor: Visitor, preview: Preview) -> None:
    page = visitor(viewport={"width": 800, "height": 300}).new_page()
    page.goto(f"{preview.url}/__openings/view?page=/jobs/cook/")
    branches = page.locator(".tree details details")
    branches.first.locator("summary").first.click()
    branches.last.evaluate("one => { for (let o = one; o; o = o.parentElement) o.open = true; }")
    page.evaluate("scrollTo(0, 250)")
    preview.save(_COOK, posting("Chef"))
    expect(page.locator(".tree")).to_contain_text("Chef")
    expect(branches.first).to_have_attribute("open", "")
    page.wait_for_function("scrollY === 250")


def test_page_from_right_to_left_keeps_the_panel_readable(visitor: Visitor, tmp_path: Path) -> None:
    with served(tmp_path, FILES, "language: ar\n") as preview:
        page = listening(
            visitor(viewport={"width": 390, "height": 800}).new_page(), f"{preview.url}/jobs/cook/"
        )
        _break(preview)
        expect(_panel(page)).to_be_visible()
        assert _panel(page).evaluate("panel => getComputedStyle(panel).direction") == "ltr"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_style_of_the_page_does_not_reach_the_panel(visit: Visit, preview: Preview) -> None:
    preview.save("content/static/own.css", "openings-preview, body > * { display: none; color: red }")
    page = visit()
    expect(_badge(page)).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_panel_and_desk_are_accessible(
    visitor: Visitor, tmp_path: Path, axe: str, width: int, scheme: Any
) -> None:
    files = {
        **FILES,
        "postings/baker.md": posting("Baker", "titel: x\n"),
        "postings/later.md": posting("Later", "opens: 2026-04-01\n"),
        "pages/old.md": "---\ntitle: Old\n---\nHello.\n",
    }
    with served(tmp_path, files, "redirects: [{from: /a/, to: /jobs/}]\n", date(2026, 3, 17)) as preview:
        context = visitor(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.goto(f"{preview.url}/jobs/cook/")
        expect(_panel(page)).to_be_visible()
        _panel(page).get_by_text("A day ahead").click()
        _panel(page).get_by_text("Why?").first.click()
        expect(_panel(page).get_by_role("button", name="Show")).to_be_visible()
        _is_accessible(page, axe)
        _panel(page).get_by_role("button", name="Close").click()
        _is_accessible(page, axe)
        for path in ("", "view?page=/jobs/cook/", "view?page=/nowhere/"):
            page.goto(f"{preview.url}/__openings/{path}")
            page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
            _is_accessible(page, axe)


def _is_accessible(page: Page, axe: str) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(axe)
    found = page.evaluate(f"axe.run(document, {{ runOnly: {_RULES} }})")
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found["violations"]] == []


def _copy_theme(preview: Preview) -> None:
    """A small theme of the site's own."""
    base = "<!DOCTYPE html><html lang=en><title>x</title><body>{% block main %}{% endblock %}</body></html>"
    preview.write("themes/mine/templates/base.html", base)
    preview.write("themes/mine/templates/job.html", _TEMPLATE)
    # A page of each kind is made to find what is wrong with a theme.
    for name in ("404", "articles", "categories", "category", "home", "jobs", "locations", "place", "saved"):
        preview.write(f"themes/mine/templates/{name}.html", "Here")
    preview.save("content/site.yaml", f"{SITE}theme: mine\n")
