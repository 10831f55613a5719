"""The search at /jobs/ in a real browser, as of the day that the sample is built for."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.benchmarks.corpus.making import corpus
from tests.benchmarks.sites.openings import files
from tests.conftest import serve
from tests.sample import AS_OF, build_in_memory, write_files

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_NOON = datetime.combine(AS_OF, time(12), UTC)
_STATES = {
    "plain": "",
    "results": "?q=engineer&place=sweden",
    "slip": "?q=enginer",
    "nothing": "?q=wizard&place=germany/berlin&level=intern",
}

Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens a page as a new visitor; none may complain."""
    complaints: list[str] = []
    contexts = []

    def opened(url: str, width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.clock.set_fixed_time(_NOON)
        page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        page.on(
            "console", lambda message: complaints.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="module")
def large_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of 250 generated postings in the default theme."""
    folder = tmp_path_factory.mktemp("large")
    made = {
        name: text.replace("theme: {name: bench}\n", "").encode() for name, text in files(corpus(250)).items()
    }
    built = build_in_memory(write_files(made, folder / "site"), AS_OF)
    with serve(write_files(built.files, folder / "output")) as url:
        yield url


def _heading(page: Page) -> str:
    return page.locator("#_found").inner_text()


def _titles(page: Page) -> list[str]:
    return page.locator(".row-title:visible").all_text_contents()


def _tick(page: Page, name: str, value: str) -> None:
    """Ticks a choice, opening what it lies in."""
    choice = page.locator(f"input[name='{name}'][value='{value}']")
    around = page.locator("details", has=choice)
    around.evaluate_all("all => all.forEach(details => { details.open = true; })")
    choice.check()


def _asked(page: Page) -> str:
    return str(page.evaluate("location.search"))


def _expect_asked(page: Page, query: str) -> None:
    page.wait_for_url(lambda url: url.partition("/jobs/")[2] == query)


def test_typing_finds_jobs_and_says_how_many(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/")
    page.get_by_label("Search jobs").press_sequentially("backend")
    expect(page.locator("#_found")).to_have_text(re.compile(r"^\d+ jobs found$"))
    titles = _titles(page)
    assert all("Backend" in title for title in titles)
    assert _heading(page) == f"{len(titles)} jobs found"
    expect(page.get_by_role("status")).to_have_text(_heading(page))


def test_rows_look_as_the_ones_in_the_list(visit: Open, sample_url: str) -> None:
    plain = visit(f"{sample_url}/jobs/")
    found = visit(f"{sample_url}/jobs/?sort=newest")
    expect(found.locator("#_found")).to_contain_text("found")
    told = (
        "rows => rows.map(row => [row.querySelector('a').getAttribute('href'), row.querySelector('a').lang,"
        " row.textContent.replace(/\\s+/g, ' ').trim(), row.querySelector('time')?.dateTime]).sort()"
    )
    rows = [page.locator(".row:visible").evaluate_all(told) for page in (plain, found)]
    assert len(rows[0]) > 30
    assert rows[0] == rows[1]


def test_index_is_fetched_when_the_search_is_first_touched(visit: Open, sample_url: str) -> None:
    page = visit("about:blank")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{sample_url}/jobs/")
    page.wait_for_timeout(300)
    assert not [url for url in fetched if url.endswith("index.json")]
    with page.expect_response("**/jobs/index.json"):
        page.get_by_label("Search jobs").focus()
    page.get_by_label("Search jobs").fill("music")
    expect(page.locator("#_found")).to_contain_text("found")
    names = [re.sub(r"\.\w{10}\.", ".", url.rpartition("/")[2]) for url in fetched]
    assert sorted(name for name in names if name.endswith((".js", ".json"))) == [
        "closing.js",
        "index.json",
        "match.js",
        "page.js",
        "shortlist.js",
    ]


def test_nothing_jumps_when_the_script_comes(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/")
    shift = page.evaluate(
        "new Promise(done => { let sum = 0;"
        " new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })"
        ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 300); })"
    )
    assert shift < 0.01


def test_counts_of_the_build_are_those_of_the_script(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/")
    counts = page.locator("[data-count]")
    built = counts.all_inner_texts()
    with page.expect_response("**/jobs/index.json"):
        page.get_by_label("Search jobs").focus()
    expect(page.locator("[data-part=results]")).to_have_attribute("aria-busy", "false")
    assert counts.all_inner_texts() == built
    assert _heading(page).endswith("open jobs")


def test_filters_narrow_and_their_counts_come_true(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/")
    _tick(page, "place", "sweden")
    expect(page.locator("#_found")).to_contain_text("found")
    choice = page.locator("[data-choice]", has=page.locator("input[value='engineering-it']")).first
    count = int(choice.locator("[data-count]").first.inner_text())
    _tick(page, "category", "engineering-it")
    expect(page.locator("#_found")).to_have_text(f"{count} jobs found")
    assert _asked(page) == "?category=engineering-it&place=sweden"
    assert page.locator(".search-chip").all_text_contents() == ["Engineering & IT ×", "Sweden ×"]


def test_city_takes_the_place_of_its_country(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/?place=sweden")
    _tick(page, "place", "sweden/stockholm")
    _expect_asked(page, "?place=sweden/stockholm")
    assert not page.locator("input[value='sweden']").is_checked()


def test_chips_take_a_filter_away_or_all_of_them(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/?q=engineer&place=sweden&level=senior")
    page.get_by_role("button", name="Remove Sweden").click()
    expect(page.locator("#_found")).to_be_focused()
    assert _asked(page) == "?q=engineer&level=senior"
    page.goto(f"{sample_url}/jobs/?q=engineer&place=sweden&level=senior")
    page.get_by_role("button", name="Clear all").click()
    _expect_asked(page, "?q=engineer")
    assert page.locator("input:checked").count() == 0


def test_search_can_be_sent_to_a_friend(visit: Open, sample_url: str) -> None:
    mine = visit(f"{sample_url}/jobs/?utm_source=x")
    mine.get_by_label("Search jobs").fill("engineer")
    _tick(mine, "place", "sweden")
    mine.get_by_label("Sort by").select_option("closing")
    _expect_asked(mine, "?utm_source=x&q=engineer&place=sweden&sort=closing")
    friends = visit(mine.url)
    expect(friends.locator("#_found")).to_have_text(_heading(mine))
    assert _titles(friends) == _titles(mine)
    assert friends.get_by_label("Search jobs").input_value() == "engineer"
    assert friends.locator("input[value='sweden']").is_checked()


def test_back_and_forward_walk_through_the_searches(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/")
    field = page.get_by_label("Search jobs")
    field.press_sequentially("engineer")
    expect(page.locator("#_found")).to_contain_text("found")
    words = _heading(page)
    _tick(page, "place", "sweden")
    _expect_asked(page, "?q=engineer&place=sweden")
    both = _heading(page)
    page.go_back()
    expect(page.locator("#_found")).to_have_text(words)
    assert _asked(page) == "?q=engineer"
    assert not page.locator("input[value='sweden']").is_checked()
    page.go_back()
    expect(page.locator("#_found")).to_contain_text("open jobs")
    assert field.input_value() == ""
    page.go_forward()
    page.go_forward()
    expect(page.locator("#_found")).to_have_text(both)


def test_back_from_a_posting_finds_the_search_as_it_was(visit: Open, large_url: str) -> None:
    page = visit(f"{large_url}/jobs/?q=engineer")
    last = page.locator(".row-title:visible").nth(30)
    last.scroll_into_view_if_needed()
    title = last.text_content() or ""
    page.wait_for_timeout(200)
    where = page.evaluate("scrollY")
    last.click()
    expect(page.locator("h1")).to_have_text(title)
    page.go_back()
    expect(page.locator("#_found")).to_contain_text("found")
    page.wait_for_timeout(200)
    assert abs(page.evaluate("scrollY") - where) < 400
    assert page.get_by_label("Search jobs").input_value() == "engineer"


def test_at_most_fifty_rows_at_once_and_more_on_request(visit: Open, large_url: str) -> None:
    page = visit(f"{large_url}/jobs/?sort=newest")
    expect(page.locator("#_found")).to_contain_text("found")
    total = int(_heading(page).split()[0])
    seen = _titles(page)
    assert len(seen) == 50
    while (button := page.get_by_role("button", name=re.compile("^Next"))).is_visible():
        first = page.locator(".row-title:visible").first.get_attribute("href")
        button.click()
        expect(page.locator(".row-title:visible").first).not_to_have_attribute("href", first or "")
        expect(page.locator("#_found")).to_be_focused()
        assert page.locator(".row-title:visible").count() <= 50
        seen += _titles(page)
    assert len(seen) == total > 200
    assert "page=5" in _asked(page)
    page.get_by_role("button", name=re.compile("^Previous")).click()
    _expect_asked(page, "?sort=newest&page=4")
    page.go_back()
    _expect_asked(page, "?sort=newest&page=5")
    expect(page.get_by_text(f"201–{total} of {total}", exact=True)).to_be_visible()


def test_nothing_moves_under_the_pointer_after_a_jump_to_the_end(visit: Open, large_url: str) -> None:
    page = visit(f"{large_url}/jobs/?sort=newest")
    button = page.get_by_role("button", name=re.compile("^Next"))
    expect(button).to_be_visible()
    moved = button.evaluate(
        """async (button) => {
          const frame = () => new Promise(requestAnimationFrame);
          button.scrollIntoView();
          const top = button.getBoundingClientRect().top;
          for (let i = 0; i < 5; i++) await frame();
          return button.getBoundingClientRect().top - top;
        }"""
    )
    assert moved == 0


def test_page_beyond_the_last_shows_the_last(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/?q=engineer&page=99")
    expect(page.locator(".row-title:visible").first).to_be_visible()


def test_nothing_found_leads_on(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/?place=germany/berlin&level=intern")
    expect(page.get_by_text("No open job fits all of that.")).to_be_visible()
    ways = page.locator("[data-part=ways] a")
    assert ways.all_inner_texts()[-1] == "See all open jobs"
    assert page.get_by_role("link", name="Send an open application").first.is_visible()
    told = page.locator("[data-part=ways] .soft").first.inner_text()
    ways.first.click()
    expect(page.locator("#_found")).to_have_text(told)
    assert page.locator(".row-title:visible").count() > 0


def test_place_that_is_gone_is_named_and_can_be_left(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/?place=france/saint-malo")
    expect(page.locator("#_found")).to_have_text("0 jobs found")
    page.get_by_role("button", name="Remove Saint malo").click()
    expect(page.locator("#_found")).to_contain_text("open jobs")


def test_slip_is_told(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/?q=enginer")
    expect(page.get_by_text("No job says “enginer”. Showing “Engineer”.").first).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Showing “Engineer”")


def test_job_that_closed_since_the_build_isnt_found(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/?sort=closing")
    expect(page.locator("#_found")).to_contain_text("found")
    first, total = page.locator("time:visible").first.get_attribute("datetime"), _heading(page)
    page.clock.set_fixed_time(datetime.fromisoformat(f"{first}T12:00:00+02:00"))
    page.reload()
    expect(page.locator("#_found")).to_have_text(total)
    page.clock.set_fixed_time(datetime.fromisoformat(f"{first}T23:59:59-12:00"))
    page.reload()
    expect(page.locator("#_found")).not_to_have_text(total)
    expect(page.locator("#_found")).to_contain_text("found")


def test_phone_has_the_filters_in_a_sheet(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/", width=390)
    button = page.get_by_role("button", name="Filters")
    button.click()
    sheet = page.get_by_role("dialog", name="Filters")
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).not_to_be_visible()
    expect(button).to_be_focused()
    button.press("Enter")
    sheet.get_by_label("Sweden").first.check()
    shown = sheet.get_by_role("button", name=re.compile(r"^Show \d+ jobs$"))
    expect(shown).to_be_visible()
    number = shown.inner_text().split()[1]
    shown.click()
    expect(page.locator("#_found")).to_have_text(f"{number} jobs found")
    expect(page.locator("#_found")).to_be_focused()
    expect(page.get_by_role("button", name="Filters (1 chosen)")).to_be_visible()


def test_sheet_closes_where_there_is_room_beside_the_rows(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/", width=390)
    page.get_by_role("button", name="Filters").click()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.get_by_role("dialog")).not_to_be_visible()
    expect(page.locator("input[value='sweden']")).to_be_visible()


def test_search_works_by_keyboard_alone(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/")
    page.get_by_label("Search jobs").focus()
    page.keyboard.type("engineer")
    page.keyboard.press("Enter")
    expect(page.locator("#_found")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Sort by")).to_be_focused()
    page.get_by_label("Search jobs").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    _expect_asked(page, "?q=engineer&category=business-finance")


def test_list_with_a_job_that_closed_since_gives_way(visit: Open, sample_url: str) -> None:
    """The built list says 41 and shows it; once the index tells better, neither stays."""
    page = visit(f"{sample_url}/jobs/")
    built = _heading(page)
    page.clock.set_fixed_time(datetime(2026, 12, 31, 12, tzinfo=UTC))
    page.get_by_label("Search jobs").focus()
    expect(page.locator("#_found")).not_to_have_text(built)
    assert page.locator(".group:visible").count() == 0
    assert _heading(page).startswith(f"{page.locator('.row:visible').count()} ")


def test_steps_through_many_results_are_told(visit: Open, large_url: str) -> None:
    page = visit(f"{large_url}/jobs/?sort=newest")
    page.get_by_role("button", name="Next 50").click()
    expect(page.get_by_role("status")).to_contain_text("51–100 of")


def test_another_search_that_finds_as_many_is_told_again(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/?q=wizard")
    expect(page.get_by_role("status")).to_have_text("0 jobs found")
    page.evaluate(
        "() => { window.told = new Promise(done => {"
        " new MutationObserver(() => done(true)).observe(document.querySelector('[role=status]'),"
        " {childList: true, characterData: true, subtree: true}); setTimeout(() => done(false), 5000); }); }"
    )
    page.get_by_label("Search jobs").fill("sorcerer")
    assert page.evaluate("window.told")


def test_dates_are_shown_where_they_settle_the_order(visit: Open, sample_url: str) -> None:
    counts = []
    for sort in ("newest", "closing"):
        page = visit(f"{sample_url}/jobs/?sort={sort}")
        expect(page.locator("#_found")).to_contain_text("found")
        counts.append(page.locator(".row time:visible").count())
    assert counts[1] > counts[0] > 0


def test_space_at_the_end_of_a_word_doesnt_swallow_its_search(visit: Open, sample_url: str) -> None:
    page = visit(f"{sample_url}/jobs/")
    field = page.get_by_label("Search jobs")
    field.press_sequentially("music")
    _expect_asked(page, "?q=music")
    page.wait_for_timeout(1200)  # a pause after which the words are a search of their own
    field.press_sequentially(" editor", delay=20)
    _expect_asked(page, "?q=music+editor")
    page.go_back()
    _expect_asked(page, "?q=music")


def test_failure_leaves_the_list_and_can_be_tried_again(visit: Open, sample_url: str) -> None:
    page = visit("about:blank")
    page.route("**/jobs/index.json", lambda route: route.fulfill(status=200, body="{"))
    page.goto(f"{sample_url}/jobs/?q=engineer")
    expect(page.get_by_text("The search couldn’t be loaded.").first).to_be_visible()
    assert page.locator(".group:visible").count() > 3
    page.unroute("**/jobs/index.json")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#_found")).to_contain_text("found")
    expect(page.get_by_role("button", name="Try again")).not_to_be_visible()
    expect(page.locator("#_found")).to_be_focused()


def test_results_are_busy_while_the_index_is_on_its_way(visit: Open, sample_url: str) -> None:
    page = visit("about:blank")
    waiting: list[Any] = []
    page.route("**/jobs/index.json", lambda route: waiting.append(route))
    page.goto(f"{sample_url}/jobs/?q=engineer")
    results = page.locator("[data-part=results]")
    expect(results).to_have_attribute("aria-busy", "true")
    assert page.locator(".group:visible").count() == 0  # the whole list isn't what was asked for
    waiting[0].continue_()
    expect(results).to_have_attribute("aria-busy", "false")


def test_without_script_every_job_is_reached(visit: Open, large_url: str, tmp_path: Path) -> None:
    page = visit(f"{large_url}/jobs/", java_script_enabled=False)
    assert page.locator("main :is(input, select, button):visible").count() == 0
    assert "Searching needs JavaScript" in (page.locator("noscript").first.text_content() or "")
    seen: set[str] = set()
    while True:
        rows = page.locator(".row-title")
        seen |= {rows.nth(i).get_attribute("href") or "" for i in range(rows.count())}
        following = page.locator("a[rel=next]")
        if not following.count():
            break
        following.click()
    index = visit(f"{large_url}/jobs/index.json").evaluate(
        "JSON.parse(document.body.innerText).jobs.slug.length"
    )
    assert len(seen) == index > 200


def test_group_that_goes_on_says_so(visit: Open, large_url: str) -> None:
    page = visit(f"{large_url}/jobs/page/2/")
    expect(page.locator(".group-name").first).to_contain_text("continued")
    page.get_by_label("Search jobs").fill("engineer")
    page.keyboard.press("Enter")
    page.wait_for_url("**/jobs/?q=engineer")
    expect(page.locator("#_found")).to_contain_text("found")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("state", _STATES)
def test_every_state_can_be_used_by_all(
    visit: Open, sample_url: str, axe: str, state: str, width: int, scheme: str
) -> None:
    page = visit(f"{sample_url}/jobs/{_STATES[state]}", width, color_scheme=scheme)
    if state != "plain":
        expect(page.locator("#_found")).to_contain_text("found")
    assert _violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_sheet_can_be_used_by_all(visit: Open, sample_url: str, axe: str, scheme: str) -> None:
    page = visit(f"{sample_url}/jobs/?level=senior", 320, color_scheme=scheme)
    page.get_by_role("button", name="Filters").click()
    page.locator("dialog details").evaluate_all("all => all.forEach(details => { details.open = true; })")
    assert _violations(page, axe) == []
    assert page.evaluate("document.querySelector('dialog').scrollWidth") <= 320


def _violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: list[str] = page.evaluate(
        "async tags => (await axe.run(document, {runOnly: tags})).violations"
        ".map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' | '))",
        _RULES,
    )
    return found
