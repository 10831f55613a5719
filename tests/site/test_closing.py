"""A posting whose last day has passed since the site was built, in a real browser: by the visitor's clock."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fnmatch import fnmatch
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.audit.encoding import encoded
from tests.builders import write_site
from tests.conftest import serve
from tests.sample import Built, build_in_memory, write_files

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass(frozen=True, slots=True)
class _Zone:
    """A time zone, a closing day, and the moment at which that day ends there."""

    name: str
    closes: date
    end: datetime


# Stockholm's clocks change on the closing day itself, New York's too, Auckland's on the morning after.
_ZONES = {
    zone: _Zone(zone, date.fromisoformat(closes), datetime.fromisoformat(end))
    for zone, closes, end in (
        ("Europe/Stockholm", "2026-03-29", "2026-03-29T22:00+00:00"),
        ("America/New_York", "2026-11-01", "2026-11-02T05:00+00:00"),
        ("Pacific/Auckland", "2026-09-26", "2026-09-26T12:00+00:00"),
    )
}
_STOCKHOLM = _ZONES["Europe/Stockholm"]
_COOK = "/jobs/cook/"
_LISTS = ("/", "/jobs/", "/categories/kitchen/", "/locations/norway/oslo/", "/articles/a-meal/", "/students/")

_OSLO = "location: Oslo, Norway\napply: https://apply.example.com/1\n"
_OWN_WAYS = """location:
  - {place: "Oslo, Norway", apply: "https://apply.example.com/2"}
  - {place: "Rome, Italy", apply: "https://apply.example.com/3"}
"""

Open = Callable[..., Page]


def _posting(title: str, more: str = "", place: str = _OSLO) -> str:
    fields = f"title: {title}\ncategory: Kitchen\nposted: 2026-01-02\n{place}{more}"
    return f"---\n{fields}---\n\nWe cook.\n"


def _files(zone: _Zone) -> dict[str, str]:
    closes = f"closes: {zone.closes}\n"
    return {
        "postings/cook.md": _posting("Cook", f"{closes}contact: Kim <kim@example.com>\n"),
        "postings/baker.md": _posting("Baker"),
        "postings/brewer.md": _posting("Brewer", f"closes: {zone.closes + timedelta(days=2)}\n"),
        "postings/waiter.md": _posting("Waiter", closes, _OWN_WAYS),
        "articles/a-meal.md": "---\ntitle: A meal\ndate: 2026-01-02\njobs: [cook, baker]\n---\nGood.\n",
        "pages/students.md": "---\ntitle: Students\njobs: {category: Kitchen}\n---\nHello.\n",
    }


def _config(zone: _Zone) -> str:
    adjustments = "adjustments: Alex <alex@example.com>\n"
    return f"name: Example\nurl: https://careers.example.com\ntime_zone: {zone.name}\n{adjustments}"


@pytest.fixture(scope="module")
def urls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[tuple[str, int], str]]:
    """Where each zone's site is served, as built so many days after the closing day: 0 or 1."""
    found = {}
    with ExitStack() as servers:
        for zone in _ZONES.values():
            site = write_site(tmp_path_factory.mktemp("site"), _files(zone), _config(zone))
            for later in (0, 1):
                built = build_in_memory(site, zone.closes + timedelta(days=later))
                assert built.report.written, built.report.diagnostics
                folder = write_files(built.files, tmp_path_factory.mktemp("built"))
                found[zone.name, later] = servers.enter_context(serve(folder))
        yield found


@pytest.fixture
def visit(browser: Browser, urls: dict[tuple[str, int], str]) -> Iterator[Open]:
    """Opens a page of a zone's site at a moment, as a new visitor; none may complain."""
    complaints: list[str] = []
    contexts = []

    def opened(
        path: str,
        now: datetime,
        zone: _Zone = _STOCKHOLM,
        later: int = 0,
        script: str = "",
        **options: Any,
    ) -> Page:
        context = browser.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.clock.set_fixed_time(now)
        if script:
            page.add_init_script(script)
        page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        page.on(
            "console", lambda message: complaints.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(urls[zone.name, later] + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _before(zone: _Zone) -> datetime:
    return zone.end - timedelta(seconds=1)


def _closed_rows(page: Page) -> list[str]:
    """The titles of the rows that say they are closed."""
    rows = page.locator("main .row, main .similar tbody tr").filter(has=page.locator(".row-closed"))
    return sorted(rows.locator("a").evaluate_all("links => [...new Set(links.map(a => a.textContent))]"))


@pytest.mark.parametrize("zone", _ZONES.values(), ids=_ZONES)
@pytest.mark.parametrize("visitor", ["UTC", "Asia/Tokyo", "America/Los_Angeles"])
def test_posting_closes_as_its_last_day_ends_where_the_site_is(
    visit: Open, zone: _Zone, visitor: str
) -> None:
    page = visit(_COOK, _before(zone), zone, timezone_id=visitor)
    assert page.locator(".banner").count() == 0
    assert page.locator("[data-apply]:visible").count() >= 1
    page = visit(_COOK, zone.end, zone, timezone_id=visitor)
    expect(page.locator(".posting-head .banner-closed")).to_contain_text("This job closed on ")
    assert page.locator("[data-apply], .apply-end, .soon, [data-save], [data-share]").count() == 0


@pytest.mark.parametrize("path", [_COOK, "/jobs/waiter/"])
@pytest.mark.parametrize("zone", _ZONES.values(), ids=_ZONES)
def test_closed_page_says_what_a_rebuilt_one_says(visit: Open, zone: _Zone, path: str) -> None:
    stale, rebuilt = visit(path, zone.end, zone), visit(path, zone.end, zone, later=1)
    rows = [page.locator("main .similar tbody").inner_text() for page in (stale, rebuilt)]
    words = [page.locator("main").inner_text() for page in (stale, rebuilt)]
    assert words[0].replace(rows[0], "") == words[1].replace(rows[1], "")
    assert all("Baker" in table for table in rows)
    assert stale.title() == rebuilt.title()


@pytest.mark.parametrize("path", _LISTS)
def test_row_whose_last_day_has_passed_says_so_and_counts_stay(visit: Open, path: str) -> None:
    before, after = visit(path, _before(_STOCKHOLM)), visit(path, _STOCKHOLM.end)
    assert _closed_rows(before) == []
    gone = _closed_rows(after)
    assert "Cook" in gone
    assert not {"Baker", "Brewer"} & set(gone)
    counts = [page.locator("h1, h2, .tally").all_inner_texts() for page in (before, after)]
    assert counts[0] == counts[1]
    row = after.locator("main .row").filter(has_text="Cook")
    assert row.count() == 1
    assert row.locator(".soon").count() == 0
    assert before.locator("main .row").count() == after.locator("main .row").count()


def test_similar_job_whose_last_day_has_passed_says_so(visit: Open) -> None:
    assert _closed_rows(visit("/jobs/baker/", _before(_STOCKHOLM))) == []
    assert "Cook" in _closed_rows(visit("/jobs/baker/", _STOCKHOLM.end))


def test_posting_that_is_open_still_closes_nothing(visit: Open) -> None:
    page = visit("/jobs/brewer/", _STOCKHOLM.end)
    assert page.locator(".banner").count() == 0
    assert page.locator("[data-apply]").count() >= 1


@pytest.mark.parametrize("days", [-4000, -1])
def test_clock_that_is_slow_does_nothing(visit: Open, days: int) -> None:
    now = _STOCKHOLM.end + timedelta(days=days)
    assert visit(_COOK, now).locator(".banner").count() == 0
    assert _closed_rows(visit("/jobs/", now)) == []


_NO_ZONES = """
const Real = Intl.DateTimeFormat;
Intl.DateTimeFormat = function (language, options) {
  if (options?.timeZone) throw new RangeError("unknown time zone");
  return new Real(language, options);
};
"""


def test_browser_that_does_not_know_the_time_zone_does_nothing(visit: Open) -> None:
    page = visit(_COOK, _STOCKHOLM.end + timedelta(days=9), script=_NO_ZONES)
    assert page.locator(".banner").count() == 0
    assert page.locator("[data-apply]").count() >= 1


def test_nothing_shows_without_script(visit: Open) -> None:
    page = visit(_COOK, _STOCKHOLM.end, java_script_enabled=False)
    assert not page.get_by_text("This job closed on").is_visible()
    assert page.locator("[data-apply]:visible").count() >= 1


@pytest.mark.parametrize(
    "event",
    ["document.dispatchEvent(new Event('visibilitychange'))", "dispatchEvent(new Event('pageshow'))"],
    ids=["seen-again", "back"],
)
def test_page_left_open_over_midnight_looks_again_and_says_so(visit: Open, event: str) -> None:
    page = visit(_COOK, _before(_STOCKHOLM))
    page.locator("[data-apply]").first.focus()
    page.clock.set_fixed_time(_STOCKHOLM.end)
    page.evaluate(event)
    expect(page.get_by_role("status").filter(has_text="This job closed on")).to_be_visible()
    assert page.evaluate("document.activeElement.textContent.includes('This job closed on')")
    page.evaluate(event)
    assert page.locator(".banner").count() == 1


@pytest.mark.parametrize("link", ["header a", ".similar a"], ids=["above", "in what is moved"])
def test_focus_stays_where_it_was_if_that_is_still_there(visit: Open, link: str) -> None:
    page = visit(_COOK, _before(_STOCKHOLM))
    page.locator(link).first.focus()
    page.clock.set_fixed_time(_STOCKHOLM.end)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.locator(".banner").count() == 1
    assert page.evaluate("link => document.activeElement.matches(link)", link)


def test_rows_of_the_search_are_its_own(visit: Open) -> None:
    page = visit("/jobs/?sort=newest", _STOCKHOLM.end)
    expect(page.locator("#_found")).to_have_text("2 jobs found")
    assert page.locator(".row-title:visible").all_text_contents() == ["Baker", "Brewer"]
    assert page.locator(".row-closed:visible").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [_COOK, "/jobs/waiter/", "/jobs/", "/jobs/baker/"])
def test_no_accessibility_violation(visit: Open, axe: str, path: str, scheme: str) -> None:
    page = visit(path, _STOCKHOLM.end, color_scheme=scheme)
    page.locator(".banner-closed, .row-closed").first.wait_for()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(axe)
        violations = page.evaluate(
            "async tags => (await axe.run(document, {runOnly: tags})).violations"
            ".map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' | '))",
            _RULES,
        )
        assert violations == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_script_is_light(sample: Built) -> None:
    """Every page loads it: less than 1 KB as it travels."""
    (script,) = (data for name, data in sample.files.items() if fnmatch(name, "assets/closing.*.js"))
    assert len(encoded("closing.js", script)) < 1000
