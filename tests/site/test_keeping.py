"""Saving, sharing and applying in a real browser: what a posting's page does for those who come back."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import serve
from tests.sample import AS_OF, ROOT, build_in_memory, write_files

_JOB = "/jobs/senior-backend-engineer-playback/"
_OTHER = "/jobs/staff-software-engineer-backend/"
_KEY = "openings.saved /saved/"
_FILLED = """
for (let size = 1 << 22; size; size >>= 1) {
  try { localStorage.setItem('filler ' + size, 'x'.repeat(size)); } catch {}
}
"""
_REFUSED = (
    "Object.defineProperty(window, 'localStorage',"
    " {get() { throw new DOMException('denied', 'SecurityError'); }})"
)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which nothing may go wrong."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    assert faults == []


def _kept(page: Page) -> list[str]:
    text = page.evaluate("key => localStorage.getItem(key)", _KEY)
    return [job["slug"] for job in json.loads(text or "[]")]


def _save(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("button", name="Save", exact=True).click()


def _link(page: Page) -> str:
    return page.locator("[data-saved]").inner_text().strip()


def test_saved_job_is_counted_on_every_page(page: Page, sample_url: str) -> None:
    page.goto(sample_url + _JOB)
    assert _link(page) == "Saved"
    _save(page, sample_url + _JOB)
    assert _link(page) == "Saved (1)"
    page.goto(sample_url + "/articles/")
    assert _link(page) == "Saved (1)"
    page.goto(sample_url + _JOB)
    button = page.locator("[data-save]")
    assert (button.get_attribute("aria-pressed"), button.inner_text().strip()) == ("true", "Saved")
    button.click()
    assert (button.get_attribute("aria-pressed"), _link(page)) == ("false", "Saved")


def test_nothing_of_the_list_leaves_the_browser(context: BrowserContext, page: Page, sample_url: str) -> None:
    _save(page, sample_url + _JOB)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(sample_url + "/saved/")
    expect(page.locator("[data-list] .row")).to_have_count(1)
    assert context.cookies() == []
    assert [url for url in asked if not url.startswith(sample_url)] == []
    assert [url for url in asked if "playback" in url] == []


def test_two_tabs_keep_each_others_jobs(context: BrowserContext, page: Page, sample_url: str) -> None:
    other = context.new_page()
    other.goto(sample_url + _OTHER)
    _save(page, sample_url + _JOB)
    expect(other.locator("[data-saved]")).to_have_text("Saved (1)")
    other.locator("[data-save]").click()
    expect(page.locator("[data-saved]")).to_have_text("Saved (2)")
    assert len(_kept(page)) == 2
    other.goto(sample_url + _JOB)
    other.locator("[data-save]").click()
    expect(page.locator("[data-save]")).to_have_attribute("aria-pressed", "false")
    assert _kept(page) == ["staff-software-engineer-backend"]


def test_full_storage_loses_nothing_and_says_so(page: Page, sample_url: str) -> None:
    _save(page, sample_url + _JOB)
    page.evaluate(_FILLED)
    _save(page, sample_url + _OTHER)
    expect(page.locator("[data-note]")).to_contain_text("This browser can’t keep a list.")
    assert page.locator("[data-save]").get_attribute("aria-pressed") == "false"
    assert (_kept(page), _link(page)) == (["senior-backend-engineer-playback"], "Saved (1)")


def test_refused_storage_shows_no_error(page: Page, sample_url: str) -> None:
    page.add_init_script(_REFUSED)
    _save(page, sample_url + _JOB)
    expect(page.locator("[data-note]")).to_contain_text("bookmark the page")
    assert _link(page) == "Saved"
    page.goto(sample_url + "/saved/")
    expect(page.get_by_text("Nothing saved yet.")).to_be_visible()


@pytest.mark.parametrize("broken", ["{", "17", '"text"', "null", '[{"slug": 3}, {"odd": true}]', ""])
def test_broken_value_is_set_aside(page: Page, sample_url: str, broken: str) -> None:
    page.goto(sample_url + _JOB)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [_KEY, broken])
    page.goto(sample_url + "/saved/")
    expect(page.get_by_text("Nothing saved yet.")).to_be_visible()
    assert page.evaluate("key => localStorage.getItem(key)", _KEY) == broken
    _save(page, sample_url + _JOB)
    assert _kept(page) == ["senior-backend-engineer-playback"]
    assert page.evaluate("key => localStorage.getItem(key)", f"{_KEY} unreadable") == broken


def test_what_can_be_read_of_a_broken_list_stays(page: Page, sample_url: str) -> None:
    _save(page, sample_url + _JOB)
    page.evaluate(
        "key => { const jobs = JSON.parse(localStorage.getItem(key));"
        " localStorage.setItem(key, JSON.stringify([null, ...jobs])); }",
        _KEY,
    )
    _save(page, sample_url + _OTHER)
    assert _kept(page) == ["senior-backend-engineer-playback", "staff-software-engineer-backend"]


def test_sites_in_two_folders_of_a_host_have_two_lists(browser: Browser, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        built = build_in_memory(ROOT, AS_OF, f"https://example.github.io/{folder}")
        write_files(built.files, tmp_path / folder)
    context = browser.new_context()
    page = context.new_page()
    with serve(tmp_path) as url:
        _save(page, f"{url}/one{_JOB}")
        assert _link(page) == "Saved (1)"
        page.goto(f"{url}/two{_JOB}")
        assert _link(page) == "Saved"
    context.close()


def test_share_copies_the_address_where_there_is_no_sheet(
    context: BrowserContext, page: Page, sample_url: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(f"{sample_url}{_JOB}?utm_source=mail")
    page.get_by_text("Share", exact=True).click()
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"https://careers.larkhollow.example{_JOB}"
    mail = page.get_by_role("link", name="Send it to someone by email").get_attribute("href") or ""
    assert parse_qs(urlsplit(mail).query)["subject"] == ["Senior Backend Engineer, Playback"]


def test_share_marks_the_address_where_copying_is_refused(page: Page, sample_url: str) -> None:
    page.add_init_script("delete Navigator.prototype.share; delete Navigator.prototype.clipboard")
    page.goto(sample_url + _JOB)
    page.get_by_text("Share", exact=True).click()
    page.get_by_role("button", name="Copy the link").click()
    selected = page.evaluate("getSelection().toString().trim()")
    assert selected == f"https://careers.larkhollow.example{_JOB}"


def test_share_opens_the_systems_sheet(page: Page, sample_url: str) -> None:
    page.add_init_script("Navigator.prototype.share = async data => { window.shared = data; }")
    page.goto(sample_url + _JOB)
    page.get_by_text("Share", exact=True).click()
    assert page.evaluate("shared") == {
        "title": "Senior Backend Engineer, Playback",
        "url": f"https://careers.larkhollow.example{_JOB}",
    }
    assert page.locator("details[data-share]").get_attribute("open") is None


def test_closed_job_can_not_be_saved(page: Page, sample_url: str) -> None:
    page.goto(sample_url + "/jobs/account-director-audio-advertising/")
    assert page.locator("[data-save], [data-share], [data-apply]").count() == 0


def test_without_script_nothing_promises_to_save(browser: Browser, sample_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sample_url + _JOB)
    assert not page.locator("[data-save], [data-saved]").filter(visible=True).count()
    page.get_by_text("Share", exact=True).click()
    assert page.locator("noscript p").is_visible()
    page.goto(sample_url + "/saved/")
    assert "Saving jobs needs JavaScript" in page.locator("noscript p").inner_text()
    context.close()


# ---------- Applying ----------


@pytest.fixture(scope="module")
def handing_on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample below a folder, with parameters that links to apply take along."""
    site = tmp_path_factory.mktemp("handing-on")
    shutil.copytree(ROOT / "content", site / "content")
    config = site / "content/site.yaml"
    config.write_text(config.read_text("utf-8") + "\napply_parameters: [source, utm_*]\n", "utf-8")
    built = build_in_memory(site, AS_OF, "https://example.com/careers")
    folder = tmp_path_factory.mktemp("served")
    write_files(built.files, folder / "careers")
    with serve(folder) as url:
        yield f"{url}/careers"


def _query(address: str | None) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address or "").query)


def test_parameters_of_the_visit_reach_the_link_to_apply(page: Page, handing_on: str) -> None:
    page.goto(f"{handing_on}/?source=fair&utm_campaign=spring&other=1")
    page.locator("header nav a[href$='/articles/']").first.click()
    page.locator("main .cards a").first.click()
    page.locator("main .rows a").first.click()
    page.wait_for_url("**/jobs/*/?**")  # and for its load, after which scripts listen
    apply = page.locator("[data-apply]").first
    apply.focus()
    assert _query(apply.get_attribute("href")) == {"source": ["fair"], "utm_campaign": ["spring"]}


def test_parameters_go_along_by_keyboard_and_through_forms(page: Page, handing_on: str) -> None:
    page.goto(f"{handing_on}/articles/?source=fair")
    page.locator("header nav a[href$='/jobs/']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/jobs/**")
    assert _query(page.url) == {"source": ["fair"]}


def test_links_elsewhere_and_within_a_page_stay_as_they_are(page: Page, handing_on: str) -> None:
    page.goto(f"{handing_on}{_OTHER}?source=fair")
    for selector in ("a.skip", "footer a[href^='https://larkhollow.example']", "a[href^='mailto:']"):
        link = page.locator(selector).first
        before = link.get_attribute("href")
        link.evaluate("link => link.dispatchEvent(new FocusEvent('focusin', {bubbles: true}))")
        assert link.get_attribute("href") == before


def test_nothing_is_handed_on_unless_the_site_says_so(page: Page, sample_url: str) -> None:
    page.goto(f"{sample_url}{_JOB}?source=fair")
    apply = page.locator("[data-apply]").first
    apply.focus()
    assert _query(apply.get_attribute("href")) == {}


def test_mail_to_apply_has_its_subject_ready(page: Page, handing_on: str) -> None:
    page.goto(handing_on + "/jobs/studio-day-host/?source=fair")
    link = page.locator("[data-apply]").first
    link.focus()
    (subject,) = _query(link.get_attribute("href"))["subject"]
    assert subject.startswith("Studio Day Host (")
    assert _query(link.get_attribute("href")).keys() == {"subject"}


def test_bar_rests_while_the_first_button_is_seen(page: Page, sample_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(sample_url + _JOB)
    bar = page.locator("[data-apply-bar] a")
    expect(bar).not_to_be_visible()
    page.mouse.wheel(0, 1600)
    expect(bar).to_be_in_viewport()
    box = bar.bounding_box()
    assert box
    assert box["y"] + box["height"] > 700
    page.locator("footer").scroll_into_view_if_needed()
    expect(bar).to_be_visible()


def test_keyboard_leads_from_home_to_an_application(page: Page, sample_url: str) -> None:
    page.goto(sample_url + "/")
    _tab_to(page, "main a[href='/jobs/it-support-apprentice/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/jobs/it-support-apprentice/")
    _tab_to(page, "[data-apply]")
    assert page.evaluate("document.activeElement.matches('[data-apply]')")


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard doesn't reach {selector}")
