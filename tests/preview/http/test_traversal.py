"""Thousands of ways to spell the way out of the site, over real sockets; none leads anywhere."""

from collections.abc import Iterator
from itertools import cycle, islice, product
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.preview.http.stand_ins import FILES, Client, SiteStandIn, StudioStandIn, serving

# Real files, inside the site's folder and out of it, that no address leads to.
_AIMS = (
    "content/site.yaml",
    ".openings/cache.sqlite3",
    "etc/passwd",
    "proc/self/environ",
    "themes/default/templates/parts/assets.html",
    "windows/win.ini",
)
_UP = (
    *("..", "%2e%2e", ".%2e", "%2E.", "%252e%252e", "%25%32%65%25%32%65", "....", "%2e%2e%2e"),
    *("%c0%ae%c0%ae", "%e0%80%ae%e0%80%ae", "%f0%80%80%ae%f0%80%80%ae", "\xc0\xae\xc0\xae"),
    *("..%00", "%00..", "..%0d%0a", "..%20", "..%09", "..%ff", "..;", "..;a=b"),
    *("%uff0e%uff0e", "%ef%bc%8e%ef%bc%8e", "\xef\xbc\x8e\xef\xbc\x8e", "..%c2%a0"),
)
_SLASH = (
    *("/", "//", "/./", "/%2e/", "%00/", "%2f", "%2F", "%252f", "%u2215", "%ef%bc%8f"),
    *("\\", "\\/", "%5c", "%5C", "%255c", "%c0%af", "%c1%9c", "%e0%80%af", "\xc0\xaf"),
)
_STARTS = ("/", "/jobs/", "/assets/", "/jobs/cook/", "/__openings/", "/careers/", "/assets/site.css/")
_DEPTHS = (1, 2, 5, 9)

_OTHERS = Path(__file__).with_name("addresses_outside.txt").read_text("utf-8").splitlines()
_PAGES = frozenset(FILES) | {"/careers/", "/careers/jobs/cook/"}


def _spellings() -> Iterator[str]:
    """Every way up with every slash; the other parts take turns, so that all meet."""
    yield from _OTHERS
    every_third = islice(product(_UP, _SLASH, _STARTS, _DEPTHS), 0, None, 3)
    for (up, slash, start, depth), aim in zip(every_third, cycle(_AIMS), strict=False):
        yield f"{start}{(up + slash) * depth}{aim.replace('/', slash)}"
    for start, aim in product(_STARTS, _AIMS):
        yield f"{start}{aim}"
        yield f"http://localhost:PORT{start}../../{aim}"
        yield f"http://127.0.0.1:PORT{start}%2e%2e/{aim}"
        yield f"{start}{aim}%00.html"


_SPELLINGS = tuple(dict.fromkeys(_spellings()))


def test_spellings_are_thousands() -> None:
    assert len(_SPELLINGS) > 3_000


@pytest.mark.parametrize(("base_path", "step"), [("", 1), ("/careers", 4)])
def test_no_spelling_leads_out_of_the_plan(base_path: str, step: int) -> None:
    site = SiteStandIn(base_path=base_path, header_rules="/*\n  X-Path: :splat\n")
    with serving(StudioStandIn(site)) as port, Client(port) as client:
        for spelling in _SPELLINGS[::step]:
            client.send(f"GET {spelling.replace('PORT', str(port))}")
            reply = client.reply()
            told = f"{spelling}: {reply.status}"
            assert reply.status in (200, 301, 302, 400, 404, 421), told
            if reply.status == 200:
                assert _is_home(spelling, base_path), told
            if reply.status in (301, 302):
                assert unquote(urlsplit(reply.headers["location"]).path) in _PAGES, told
                assert reply.headers["location"].startswith("/"), told
                assert not reply.headers["location"].startswith("//"), told
            if reply.status == 421:
                assert spelling.startswith("http://localhost/"), told
            assert b"root:" not in reply.body


def _is_home(spelling: str, base_path: str) -> bool:
    """The library makes one slash of several at the beginning, so that they name no other host."""
    return not base_path and urlsplit(f"/{spelling.lstrip('/')}").path == "/"
