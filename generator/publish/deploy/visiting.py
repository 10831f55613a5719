"""A visit to what was deployed, over the network."""

import time
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from generator.publish.deploy.live import PAUSES, Seen, look_at
from generator.web.fetching import Answer, Limits, Request, fetch

_SECONDS = 15.0


def visit(wanted: Mapping[str, str], waits: Callable[[], None]) -> tuple[Seen, ...]:
    """How each address answers, asked again a few times; `waits` is called before the first pause."""
    is_waiting = False

    def ask(url: str) -> Answer:
        limits = Limits(seconds=_SECONDS, schemes=tuple({urlsplit(url).scheme, "https"}))
        return fetch(Request(url), limits)

    def wait(seconds: float) -> None:
        nonlocal is_waiting
        if not is_waiting:
            waits()
        is_waiting = True
        time.sleep(seconds)

    return look_at(wanted, ask, wait, PAUSES)
