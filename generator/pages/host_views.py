"""What static hosts are told: which addresses lead elsewhere, and which headers go with the files.

How each host reads it: docs/addresses.md, with sources.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from msgspec.structs import replace

from generator.pages import urls
from generator.pages.caching import ASKED_AGAIN, CACHE, FOR_EVER
from generator.pages.data_views import (
    AzureView,
    HeaderRule,
    HeadersView,
    HostRedirect,
    HostView,
    RedirectsView,
    VercelView,
)
from generator.pages.hosts import NETLIFY, is_for
from generator.pages.kinds import DATA, Kind
from generator.pages.plan import Plan
from generator.pages.policy import policy_header
from generator.pages.redirects import Redirect

_GONE = 410
_FOR_EVER = (CACHE, FOR_EVER)
_ASKED_AGAIN = (CACHE, ASKED_AGAIN)
# The feed is for everybody's scripts.
_FOR_ALL = ("Access-Control-Allow-Origin", "*")
_POWERFUL = ("browsing-topics", "camera", "geolocation", "microphone", "payment", "usb")

# What hosts take for patterns in a path: `:name`, `*`, and the groups of path-to-regexp.
_PATTERNS = re.compile(r"[:*()]")
_UNTIL_PATH = re.compile(r"[a-z]+://[^/?#]*")


def host_view(kind: Kind, plan: Plan) -> HostView:
    """What a file for hosts says."""
    match kind:
        case Kind.HEADERS:
            return HeadersView(tuple(_headers(plan)))
        case Kind.VERCEL:
            return VercelView(tuple(map(_for_vercel, _redirects(plan))), tuple(_vercel_rules(plan)))
        case Kind.AZURE:
            return _azure(plan)
    config = plan.site.config
    gone = _gone(plan) if is_for(config, NETLIFY) else ()
    return RedirectsView(_redirects(plan), gone, is_forced=set(config.hosts) == {NETLIFY})


def _redirects(plan: Plan) -> tuple[HostRedirect, ...]:
    return tuple(
        HostRedirect(_path(redirect.source, plan), _target(redirect, plan), redirect.status)
        for redirect in plan.redirects
    )


def _for_vercel(redirect: HostRedirect) -> HostRedirect:
    """The redirect for Vercel, which with `trailingSlash` takes the slash from what looks like a file."""
    bare = redirect.source.rstrip("/")
    return replace(redirect, source=bare) if "." in bare.rpartition("/")[2] else redirect


def _gone(plan: Plan) -> tuple[HostRedirect, ...]:
    """The addresses of jobs that closed too long ago; the page that says so is that of what isn't found."""
    not_found = _path(urls.NOT_FOUND, plan)
    gone = sorted(url for url in plan.site.past.gone if url not in plan.urls)
    return tuple(HostRedirect(_path(url, plan), not_found, _GONE) for url in gone)


def _path(url: str, plan: Plan) -> str:
    """A path of the host that no host takes for a pattern."""
    return plan.base_path + quote(url, safe="/-._~")


def _target(redirect: Redirect, plan: Plan) -> str:
    address = redirect.target
    if address.startswith("/"):
        address = plan.href(redirect.target, redirect.rest)
    host = _UNTIL_PATH.match(address)
    start = host[0] if host else ""
    return start + _PATTERNS.sub(lambda found: f"%{ord(found[0]):02X}", address.removeprefix(start))


def _security(plan: Plan) -> tuple[tuple[str, str], ...]:
    """What goes with every file."""
    return (
        ("Content-Security-Policy", policy_header(plan.site.config)),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in _POWERFUL)),
    )


def _headers(plan: Plan) -> Iterator[HeaderRule]:
    """No path gets a header from two rules: Cloudflare would join them, and Netlify take either."""
    base = plan.base_path
    yield HeaderRule(f"{base}/*", _security(plan))
    yield HeaderRule(f"{base}{urls.ASSETS}*", (_FOR_EVER,))
    for path in _top_paths(plan):
        yield HeaderRule(f"{base}{path}", (_ASKED_AGAIN,))
    yield HeaderRule(f"{base}{urls.FEED_OF_JOBS}", (_FOR_ALL,))


def _top_paths(plan: Plan) -> list[str]:
    """The home page, files such as /404.html, and the folders that all other pages lie in."""
    pages = (page.url for page in plan.pages if page.kind not in (*DATA, Kind.CARD))
    return sorted({re.sub(r"^(/[^/]+/).*$", r"\1*", url) for url in pages})


def _vercel_rules(plan: Plan) -> Iterator[HeaderRule]:
    base, assets = plan.base_path, urls.ASSETS.strip("/")
    yield HeaderRule(f"{base}/(.*)", _security(plan))
    yield HeaderRule(f"{base}/{assets}/(.*)", (_FOR_EVER,))
    yield HeaderRule(f"{base}/((?!{assets}/).*)", (_ASKED_AGAIN,))
    yield HeaderRule(f"{base}{urls.FEED_OF_JOBS.replace('.', chr(92) + '.')}", (_FOR_ALL,))


def _azure(plan: Plan) -> AzureView:
    base = plan.base_path
    return AzureView(
        redirects=_redirects(plan),
        gone=_gone(plan),
        headers=(*_security(plan), _ASKED_AGAIN),
        rules=(
            HeaderRule(f"{base}{urls.ASSETS}*", (_FOR_EVER,)),
            HeaderRule(f"{base}{urls.FEED_OF_JOBS}", (_FOR_ALL,)),
        ),
        not_found=_path(urls.NOT_FOUND, plan),
    )
