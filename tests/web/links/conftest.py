"""A server of many kinds of pages."""

from collections.abc import Iterator

import pytest
import trustme

from generator.web.exchange import Ways
from generator.web.fetching import Limits
from generator.web.links.round import Pace
from tests.web.servers import Server, answer, led_to, secured, serving

QUICK = Limits(seconds=20, schemes=("http", "https"), redirects=3)
PACE = Pace(pause=0, each=QUICK)

_ANSWERS = {
    "/fine": answer(b"x" * 5_000_000),
    "/none": answer(status="404 Not Found"),
    "/gone": answer(status="410 Gone"),
    "/login": answer(status="401 Unauthorized"),
    "/forbidden": answer(status="403 Forbidden"),
    "/busy": answer(status="429 Too Many Requests"),
    "/robots": answer(status="999 Request denied"),
    "/failing": answer(status="500 Internal Server Error"),
    "/garbage": b"nonsense\r\n\r\n",
    "/moved": led_to("/fine", "301 Moved Permanently"),
    "/moved-too": led_to("/moved", "308 Permanent Redirect"),
    "/elsewhere": led_to("/fine", "302 Found"),
    "/moved-elsewhere": led_to("/elsewhere", "301 Moved Permanently"),
    "/elsewhere-moved": led_to("/moved", "307 Temporary Redirect"),
    "/moved-away": led_to("/none", "301 Moved Permanently"),
    "/turning": led_to("/turning"),
    "/metadata": led_to("http://169.254.169.254/latest/meta-data/"),
    "/nowhere": led_to("http://nowhere.invalid/"),
    "/mail": led_to("mailto:jobs@example.com"),
}


def script(_method: str, target: str) -> bytes:
    return _ANSWERS[target]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(script) as running:
        yield running


@pytest.fixture(scope="module")
def untrusted(authority: trustme.CA) -> Iterator[Server]:
    """A server whose authority nobody knows."""
    with serving(script, secured(authority, "localhost")) as running:
        yield running


@pytest.fixture(scope="session")
def plain_ways() -> Ways:
    """The web without a proxy."""
    return Ways(proxy=lambda address: None)
