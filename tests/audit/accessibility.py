"""axe-core finds nothing, and nothing scrolls sideways: every state, light and dark, narrow and wide."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Error, Page

from tests.audit.browsing import SCHEMES, Scheme, visitor
from tests.audit.rows import Row
from tests.audit.sites import AuditedSite
from tests.audit.states import State, reach, states
from tests.sample import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
_RUN = "async tags => (await axe.run(document, {runOnly: {type: 'tag', values: tags}})).violations"
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a state found: objections, and by how much it is too wide."""

    objections: tuple[str, ...]
    overflow: int


def accessibility(site: AuditedSite, browser: Browser) -> tuple[Row, ...]:
    """For each state: what axe-core objects to, and whether anybody has to scroll sideways."""
    return tuple(row for state in states(site) if (row := _row(site, browser, state)))


def _row(site: AuditedSite, browser: Browser, state: State) -> Row | None:
    what, goal = f"{state.name}: violations, sideways scroll", "0, 0 px"
    try:
        looks = [_look(site, browser, state, width, scheme) for width in state.widths for scheme in SCHEMES]
    except Error as error:
        return Row(what, goal, "not reached", False, (error.message,))
    found = [look for look in looks if look]
    objections = tuple(objection for look in found for objection in look.objections)
    overflow = max((look.overflow for look in found), default=0)
    is_passed = not objections and overflow <= 0
    return Row(what, goal, f"{len(objections)}, {overflow} px", is_passed, objections) if found else None


def _look(site: AuditedSite, browser: Browser, state: State, width: int, scheme: Scheme) -> Look | None:
    """One look; None where the page hasn't got what the state needs."""
    with visitor(browser, width, scheme) as page:
        if not reach(page, site.address, state):
            return None
        found = (f"{scheme}, {width} px: {violation}" for violation in violations(page))
        return Look(tuple(found), page.evaluate(_OVERFLOW))


def violations(page: Page) -> list[str]:
    """What axe-core objects to on the page as it is now: the rule, then the element, once for each."""
    page.evaluate(AXE.read_text("utf-8"))
    found: list[dict[str, Any]] = page.evaluate(_RUN, _TAGS)
    return [f"{rule['id']}: {_target(node)}" for rule in found for node in rule["nodes"]]


def _target(node: dict[str, Any]) -> str:
    return " ".join(str(part) for part in node["target"])
