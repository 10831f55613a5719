"""How long after a key the search shows what it found, on a phone four times slower than this machine."""

from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from tests.audit.browsing import visitor
from tests.audit.rows import Row, at_most

FIELD = "#_search"
LIMIT = 100
_SLOWER = 4
QUERY = "flood modeller leeds"  # twenty keys, with a title and a city that the generated site has
_CHANGED = 5
_WATCH = Path(__file__).with_name("watch.js")
_QUIET = 300  # ms without a change after which the results of a key are all there


@dataclass(frozen=True, slots=True)
class Key:
    """Milliseconds from a key to the frame that shows its results, and to the browser's next frame at all.

    `shown` is 0 where the results stayed as they were.
    """

    shown: float
    painted: float


def search_speed(browser: Browser, address: str) -> tuple[Row, ...]:
    """The medians over the keys of a query, by our clock and by the browser's own."""
    with visitor(browser) as page:
        page.goto(f"{address}/jobs/")
        if not page.locator(FIELD).count():
            return (Row(f"search field {FIELD}", "there", "not there yet", False),)
        keys = _typed(page)
    shown = [key.shown or key.painted for key in keys]
    changed = sum(key.shown > 0 for key in keys)
    what = f"{len(keys)} keys, {_SLOWER} times slower"
    return (
        Row(f"{what}: keys that changed the results", f"≥ {_CHANGED}", str(changed), changed >= _CHANGED),
        at_most(f"{what}: median to results", LIMIT, _middle(shown), " ms", f", slowest {max(shown):.0f} ms"),
        at_most(f"{what}: median by Event Timing", LIMIT, _middle([key.painted for key in keys]), " ms"),
    )


def _typed(page: Page) -> list[Key]:
    """The times of each key of the query, typed one after another into the page's field."""
    page.locator(FIELD).focus()
    page.wait_for_load_state("networkidle")
    page.evaluate(_WATCH.read_text("utf-8"), FIELD)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    keys = []
    for character in QUERY:
        page.keyboard.press("Space" if character == " " else character)
        keys.append(Key(**page.evaluate("quiet => auditKey(quiet)", _QUIET)))
    return keys


def _middle(times: list[float]) -> float:
    return round(median(times), 1)
