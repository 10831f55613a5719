"""Nothing tells on a visitor: no other host is asked, no cookie is set, and a strict policy sees to it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Error, Page

from tests.audit.browsing import see_all, visitor
from tests.audit.rows import Row
from tests.audit.sites import AuditedSite
from tests.audit.states import State, reach, states

_PROBE = Path(__file__).with_name("probe.js")
_LOOSE = ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'")
_LISTEN = """
window.auditViolations = [];
addEventListener("securitypolicyviolation", event =>
  window.auditViolations.push(`${event.violatedDirective}: ${event.blockedURI}`));
"""
_POLICIES = """[...document.querySelectorAll("meta[http-equiv='Content-Security-Policy' i]")]
.map(meta => meta.content)"""
_ADD = """url => new Promise(done => {
  const script = document.createElement("script");
  script.onload = () => done(true);
  script.onerror = () => setTimeout(() => done(false), 50);
  script.src = url;
  document.head.append(script);
})"""
_HINTS = "[...document.querySelectorAll('link[rel~=preconnect], link[rel~=dns-prefetch]')].map(e => e.href)"


def privacy(site: AuditedSite, browser: Browser) -> tuple[Row, ...]:
    """One row for each promise, over every state of every page type."""
    looks = [look for state in states(site) if (look := _look(site, browser, state))]
    return tuple(_row(looks, promise) for promise in Promise)


class Promise(StrEnum):
    """What must not be found."""

    STRANGERS = "requests to other hosts"
    COOKIES = "cookies"
    COMPLAINTS = "errors and violations of the policy"
    BARE = "pages without a Content-Security-Policy of their own"
    LOOSE = "policies that allow inline code or eval"
    RAN = "inline code and eval that ran when tried"


@dataclass(frozen=True, slots=True)
class Look:
    """One visit to a state, and what was found there."""

    state: str
    found: Mapping[Promise, Sequence[str]]


def _row(looks: Sequence[Look], promise: Promise) -> Row:
    """How often a promise was broken; the details say by what, and in which states."""
    where = defaultdict[str, list[str]](list)
    for look in looks:
        for what in dict.fromkeys(look.found[promise]):
            where[what].append(look.state)
    count = sum(map(len, where.values()))
    details = tuple(
        f"{what}: {'everywhere' if len(states) == len(looks) else '; '.join(states)}"
        for what, states in where.items()
    )
    what = f"{promise} on {len(looks)} pages and states"
    return Row(what, "none", str(count or "none"), not count, details)


def _look(site: AuditedSite, browser: Browser, state: State) -> Look | None:
    """Visits a state and notes what it does; None where the page hasn't got what the state needs."""
    with visitor(browser, state.widths[-1]) as page:
        asked, said = _listen(page)
        try:
            if not reach(page, site.address, state):
                return None
        except Error as error:
            said.append(f"not reached: {error.message}")
        see_all(page)
        asked += page.evaluate(_HINTS)
        said += page.evaluate("window.auditViolations")
        policies = page.evaluate(_POLICIES)
        cookies: list[Any] = page.context.cookies()
        found = {
            Promise.STRANGERS: tuple(_strangers(site.address, asked)),
            Promise.COOKIES: [cookie["name"] for cookie in cookies],
            Promise.COMPLAINTS: tuple(said),
            Promise.BARE: () if policies else ("no policy",),
            Promise.LOOSE: _allowances(policies),
            Promise.RAN: _try(page, site.address),
        }
    return Look(state.name, found)


def _listen(page: Page) -> tuple[list[str], list[str]]:
    """Lists that fill: addresses that the page asks for, and what it complains of."""
    asked: list[str] = []
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        # A page that isn't there is complained of as such, and should be. An icon that nobody named is asked
        # for on some visits only; Lighthouse tells of it on every one.
        url = str(message.location.get("url", ""))
        if message.type == "error" and url != page.url and not url.endswith("/favicon.ico"):
            said.append(message.text)

    page.add_init_script(_LISTEN)
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("console", note)
    page.on("pageerror", lambda error: said.append(error.message))
    return asked, said


def _strangers(address: str, asked: Iterable[str]) -> Iterator[str]:
    """Addresses of other hosts; what a page holds in itself is no request."""
    ours = urlsplit(address).netloc
    for url in asked:
        if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).netloc != ours:
            yield url


def _allowances(policies: list[str]) -> list[str]:
    """The words that open the policies; several policies apply together, so each is looked at."""
    return [word for word in _LOOSE for policy in policies if word in policy]


def _try(page: Page, address: str) -> list[str]:
    """What a script of the site's own host, as a policy may allow it, could get away with.

    What the driver evaluates stands above any policy. So the driver only adds an element, and the browser
    fetches and judges the script like any other. A policy that refuses even this one lets nothing run.
    """
    url = f"{address}/audit-probe.js"
    page.route(url, lambda route: route.fulfill(path=_PROBE, content_type="text/javascript"))
    if page.evaluate(_ADD, url):
        page.wait_for_selector("html[data-audit-probe]", state="attached")
        return str(page.evaluate("document.documentElement.dataset.auditProbe")).split()
    is_refused = page.evaluate("url => window.auditViolations.some(text => text.includes(url))", url)
    return [] if is_refused else ["the script that tries could not be fetched"]
