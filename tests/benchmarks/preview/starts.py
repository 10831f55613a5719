"""From the start of a process to what it answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks.corpus.vocabulary import TAGLINE
from tests.benchmarks.preview.asking import PAUSE_AT_START, Connection
from tests.benchmarks.preview.servers import running
from tests.benchmarks.preview.sites import Site

COLD, WARM = "cold", "warm"


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds until anything was answered, and until that was the home page."""

    answer: float
    page: float


# By generator, and whether it had a cache: one start a round.
Starts = dict[tuple[str, str], list[Start]]


def starts(sites: Sequence[Site], rounds: int) -> Starts:
    """All starts, in turn; what keeps no cache starts cold each time."""
    found: Starts = {}
    for _ in range(rounds):
        for site in sites:
            site.forget()
            for state in (COLD, WARM) if site.has_cache else (COLD,):
                found.setdefault((site.name, state), []).append(_start(site))
    return found


def _start(site: Site) -> Start:
    with running(site.serve, site.folder) as server, Connection(server.port) as connection:
        answer = connection.until_any()
        page = connection.until_shown("/", TAGLINE, PAUSE_AT_START)
        return Start(answer - server.started, page - server.started)
