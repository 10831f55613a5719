"""From a save to the page that shows it."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from time import sleep

from tests.benchmarks import edits
from tests.benchmarks.preview.asking import Connection
from tests.benchmarks.preview.servers import running
from tests.benchmarks.preview.sites import Site

BODY, TITLE = "a body saved", "a title saved"
_EDITS: dict[str, edits.Edit] = {BODY: edits.edit_body, TITLE: edits.retitle}
# A person pauses too; meanwhile every preview ends what it still does after it has shown a change.
_REST = 1.0

# Seconds by case and generator, one figure a round.
Saves = dict[str, dict[str, list[float]]]


def saves(sites: Sequence[Site], rounds: int) -> Saves:
    """All edits in all previews, which run side by side and take turns."""
    found: Saves = {case: {site.name: [] for site in sites} for case in _EDITS}
    with ExitStack() as stack:
        open_sites = [(site, _opened(site, stack)) for site in sites]
        for number in range(1, rounds + 1):
            for case, edit in _EDITS.items():
                for site, connection in _turned(open_sites, number):
                    found[case][site.name].append(_save(site, connection, edit, number))
    return found


def _opened(site: Site, stack: ExitStack) -> Connection:
    server = stack.enter_context(running(site.serve, site.folder))
    connection = stack.enter_context(Connection(server.port))
    connection.until_shown("/", "</html>")
    return connection


def _turned(open_sites: list[tuple[Site, Connection]], number: int) -> Iterator[tuple[Site, Connection]]:
    """The sites in turn, each round begun by another."""
    start = number % len(open_sites)
    yield from (*open_sites[start:], *open_sites[:start])


def _save(site: Site, connection: Connection, edit: edits.Edit, number: int) -> float:
    """Seconds from the save until the page that somebody has open shows it."""
    sign, texts = site.edit(edit, number)
    url = f"/{sign.page.removesuffix('index.html')}"
    connection.until_shown(url, "</html>")  # a connection that was idle for long may have to be made anew
    before = connection.get(url)
    if before is None or before.status != 200 or before.shows(sign.text):
        raise AssertionError(f"{site.name}: {url} isn't there before the edit, or shows {sign.text!r}")
    sleep(_REST)
    return -site.save(texts) + connection.until_shown(url, sign.text)
