"""The page of saved jobs in a real browser: what is kept, what has closed, and the way to another device."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.sample import AS_OF

_KEY = "openings.saved /saved/"
_CLOSED = "[data-list] [data-closed]:visible"
_SOON, _LATER, _OPEN_ENDED = "it-support-apprentice", "motion-designer", "senior-backend-engineer-playback"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on the sample's day, on which nothing may go wrong."""
    page = context.new_page()
    page.clock.set_fixed_time(datetime.combine(AS_OF, datetime.min.time()) + timedelta(hours=12))
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert faults == []


def _keep(page: Page, url: str, *slugs: str) -> None:
    """Saves jobs as a visitor does."""
    for slug in slugs:
        page.goto(f"{url}/jobs/{slug}/")
        page.get_by_role("button", name="Save", exact=True).click()


def _rows(page: Page, within: str = "[data-list]") -> list[str]:
    return page.locator(f"{within} .row-title").all_inner_texts()


def test_list_shows_closing_days_and_the_soonest_first(page: Page, sample_url: str) -> None:
    _keep(page, sample_url, _OPEN_ENDED, _LATER, _SOON)
    page.goto(sample_url + "/saved/")
    expect(page.locator("[data-list] .row")).to_have_count(3)
    assert _rows(page) == ["Motion Designer", "IT Support Apprentice", "Senior Backend Engineer, Playback"]
    expect(page.locator("[data-list] .row").first).to_contain_text("Closes 25 November 2026")


def test_closed_job_is_marked_and_comes_last(page: Page, sample_url: str) -> None:
    _keep(page, sample_url, _OPEN_ENDED)
    page.evaluate(
        "([key, gone]) => localStorage.setItem(key,"
        " JSON.stringify([gone, ...JSON.parse(localStorage.getItem(key))]))",
        [_KEY, {"slug": "a-past-job", "title": "A past job", "url": "/jobs/a-past-job/"}],
    )
    page.goto(sample_url + "/saved/")
    last = page.locator("[data-list] .row").last
    expect(last).to_contain_text("A past job")
    expect(last.get_by_text("Closed", exact=True)).to_be_visible()
    expect(page.locator("[data-list] .row").first.get_by_text("Closed", exact=True)).not_to_be_visible()


def test_job_whose_day_has_passed_is_closed_though_nobody_built_again(page: Page, sample_url: str) -> None:
    _keep(page, sample_url, _LATER)
    page.clock.set_fixed_time(datetime(2026, 11, 26, 12))
    page.goto(sample_url + "/saved/")
    expect(page.locator("[data-list] [data-closed]")).to_be_visible()


def test_removed_job_can_be_taken_back(page: Page, sample_url: str) -> None:
    _keep(page, sample_url, _LATER, _SOON)
    page.goto(sample_url + "/saved/")
    page.get_by_role("button", name="Remove Motion Designer").click()
    expect(page.get_by_role("status")).to_have_text("Removed: Motion Designer")
    expect(page.locator("[data-saved]")).to_have_text("Saved (1)")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-saved]")).to_have_text("Saved (2)")
    expect(page.get_by_role("link", name="Motion Designer")).to_be_focused()


def _thirty(page: Page, url: str) -> None:
    """A phone with thirty saved jobs that the site doesn't know."""
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(url + "/saved/")
    jobs = [{"slug": f"job-{i}", "title": f"Cost $& {i}", "url": f"/jobs/job-{i}/"} for i in range(30)]
    page.evaluate("([key, jobs]) => localStorage.setItem(key, JSON.stringify(jobs))", [_KEY, jobs])
    page.reload()


def test_removing_a_job_far_down_keeps_the_place(page: Page, sample_url: str) -> None:
    _thirty(page, sample_url)
    expect(page.locator(_CLOSED)).to_have_count(30)
    page.get_by_role("button", name="Remove Cost $& 25").click()
    expect(page.get_by_text("Removed: Cost $& 25").last).to_be_in_viewport()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    assert page.evaluate("scrollY") > 1000


def test_removing_a_job_before_the_index_is_here_can_be_undone_after_it(page: Page, sample_url: str) -> None:
    held: list[Route] = []
    page.route("**/index.json", lambda route: held.append(route))
    _thirty(page, sample_url)
    page.get_by_role("button", name="Remove Cost $& 2", exact=True).click()
    page.get_by_role("button", name="Remove Cost $& 4", exact=True).click()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    held[-1].continue_()
    expect(page.locator(_CLOSED)).to_have_count(28)
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    where = page.locator("[data-list] > li").evaluate_all(
        "all => all.findIndex((one) => one.dataset.slug === 'job-4')"
    )
    assert where == 3
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Cost $& 4")).to_be_focused()


def test_titles_in_another_language_say_so(page: Page, sample_url: str) -> None:
    job = {"slug": "ljudtekniker", "title": "Ljudtekniker", "url": "/jobs/ljudtekniker/", "language": "sv"}
    page.goto(sample_url + "/saved/")
    page.evaluate("([key, jobs]) => localStorage.setItem(key, JSON.stringify(jobs))", [_KEY, [job]])
    page.goto(sample_url + "/saved/")
    expect(page.locator("[data-list] .row-title")).to_have_attribute("lang", "sv")


def test_link_carries_the_list_to_another_device(browser: Browser, page: Page, sample_url: str) -> None:
    page.add_init_script("delete Navigator.prototype.share")
    _keep(page, sample_url, _LATER, _OPEN_ENDED)
    page.goto(sample_url + "/saved/")
    page.get_by_role("button", name="Send the list").click()
    expect(page.get_by_role("status")).to_have_text("The link is copied. It carries the list.")
    expect(page.locator("[data-note]")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"https://careers.larkhollow.example/saved/#jobs={_LATER},{_OPEN_ENDED}"
    elsewhere = browser.new_context()
    other = elsewhere.new_page()
    other.clock.set_fixed_time(datetime(2026, 11, 20, 12))
    other.goto(link.replace("https://careers.larkhollow.example", sample_url))
    expect(other.get_by_role("heading", name="This link brings 2 jobs")).to_be_visible()
    expect(other.locator("[data-received] .row-title").first).to_have_text("Motion Designer")
    assert other.evaluate("key => localStorage.getItem(key)", _KEY) is None
    other.get_by_role("button", name="Add to my list").click()
    expect(other.locator("[data-list] .row")).to_have_count(2)
    stored = json.loads(other.evaluate("key => localStorage.getItem(key)", _KEY))
    assert {job["title"] for job in stored} == {"Motion Designer", "Senior Backend Engineer, Playback"}
    assert other.url == f"{sample_url}/saved/"
    elsewhere.close()


def test_link_of_jobs_that_are_gone_still_leads_to_them(page: Page, sample_url: str) -> None:
    page.goto(f"{sample_url}/saved/#jobs=account-director-audio-advertising,%E0%A4%A,..%2F..,{'x' * 9},<b>")
    rows = page.locator("[data-received] .row")
    expect(rows).to_have_count(2)
    link = rows.first.get_by_role("link")
    expect(link).to_have_text("A job that isn’t listed any more")  # a link puts no words into the page
    expect(link).to_have_attribute("href", "/jobs/account-director-audio-advertising/")
    expect(rows.first.get_by_text("Closed", exact=True)).to_be_visible()


def test_list_is_there_when_the_jobs_cannot_be_fetched(page: Page, sample_url: str) -> None:
    _keep(page, sample_url, _OPEN_ENDED)
    page.route("**/jobs/index.json", lambda route: route.abort())
    page.goto(sample_url + "/saved/")
    expect(page.get_by_text("We couldn’t check which of these jobs are still open.")).to_be_visible()
    assert _rows(page) == ["Senior Backend Engineer, Playback"]
    expect(page.locator("[data-list] [data-closed]")).not_to_be_visible()


def test_print_shows_the_list_alone(page: Page, sample_url: str) -> None:
    _keep(page, sample_url, _OPEN_ENDED)
    page.goto(sample_url + "/saved/")
    page.emulate_media(media="print")
    link = page.get_by_role("link", name="Senior Backend Engineer, Playback")
    address = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert address == f'" https://careers.larkhollow.example/jobs/{_OPEN_ENDED}/"'
    for gone in ("[data-remove]", "[data-ways]", "[data-saved]", "footer"):
        expect(page.locator(gone).first).not_to_be_visible()


def test_list_follows_what_another_tab_does(context: BrowserContext, page: Page, sample_url: str) -> None:
    page.goto(sample_url + "/saved/")
    expect(page.get_by_text("Nothing saved yet.")).to_be_visible()
    _keep(context.new_page(), sample_url, _OPEN_ENDED)
    expect(page.locator("[data-list] .row")).to_have_count(1)
    expect(page.get_by_text("Nothing saved yet.")).not_to_be_visible()
