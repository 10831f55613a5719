"""What is looked at: each page as it comes, and what becomes of some after a few steps.

A further state is one more entry of `_more`: its name, its path, and the steps to it on a Playwright page.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.audit.browsing import DESKTOP, PHONE
from tests.audit.sites import AuditedSite

Steps = Callable[[Page], None]
_SAVED = 3
PATIENCE = 10_000  # ms: a step that takes longer can't be taken


def _as_it_comes(page: Page) -> None:
    """No step."""


@dataclass(frozen=True, slots=True)
class State:
    """A page after some steps; only pages that have what `needs` selects can be brought into it."""

    name: str
    path: str
    steps: Steps = _as_it_comes
    widths: tuple[int, ...] = (PHONE, DESKTOP)
    needs: str = ""


def states(site: AuditedSite) -> tuple[State, ...]:
    """Every page of the site as it comes, then what takes steps."""
    return (*(State(page.type, page.path) for page in site.pages), *_more(site))


def reach(page: Page, address: str, state: State) -> bool:
    """Opens the state; False where the page hasn't got what it needs."""
    page.set_default_timeout(PATIENCE)
    page.goto(address + state.path)
    if page.locator("script[src]").count():
        page.wait_for_load_state("networkidle")
    if state.needs and not page.locator(state.needs).count():
        return False
    state.steps(page)
    return True


def _more(site: AuditedSite) -> Iterator[State]:
    posting = site.page("open posting")
    if posting:
        yield State("share panel open", posting.path, _click("details.keep > summary"))
    yield State("menu open on a phone", "/", _click("header summary"), (PHONE,))
    yield State("search: results", "/jobs/?q=engineer", _search, needs="#_search")
    yield State("search: nothing found", "/jobs/?q=xyzzyplugh", _search, needs="#_search")
    yield State("search: filters open on a phone", "/jobs/", _open_filters, (PHONE,), needs="#_search")
    if len(site.open_jobs) >= _SAVED:
        yield State("three saved jobs", "/saved/", _save(sorted(site.open_jobs)[:_SAVED]))


def _search(page: Page) -> None:
    """Waits for what the address asks for."""
    page.locator("[data-part=plain]").wait_for(state="hidden")


def _open_filters(page: Page) -> None:
    page.locator("[data-part=open]").click()
    page.locator("dialog[open]").wait_for()


def _save(paths: list[str]) -> Steps:
    """Saves jobs as a visitor does, and looks at the list."""

    def steps(page: Page) -> None:
        saved = page.url
        for path in paths:
            page.goto(saved.replace("/saved/", path))
            page.locator("[data-save]").click()
        page.goto(saved)
        page.locator("[data-list] .row").nth(len(paths) - 1).wait_for()

    return steps


def _click(selector: str) -> Steps:
    return lambda page: page.locator(selector).first.click()
