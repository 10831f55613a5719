"""A hundred readers, while files are saved ten times a second: what they get, and what memory that takes."""

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, sleep

from tests.benchmarks.preview.asking import Connection
from tests.benchmarks.preview.readers import Reading, read_along
from tests.benchmarks.preview.servers import Server, running
from tests.benchmarks.preview.sites import Site
from tests.benchmarks.processes import memory

_SECONDS, _EVERY = 15, 0.1
# Readers begin before the first save, and stay until after the last.
_MARGIN = 2
_LOOK = 0.25
_LOCATION = re.compile(r"<loc>https://[^/]+(/[^<]*)</loc>")
_JOB = re.compile(r"/jobs/([^/]+-\d{5})/")

_STYLE = "themes/bench/assets/site.css"
_GUEST, GUEST_URL = "content/postings/a-guest.md", "/jobs/a-guest/"
_KINDS = ("body", "title", "style", "body", "guest", "body", "title", "body", "guest", "body")

# A file of the site, and its new text: None deletes it.
Write = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Storm:
    """What the readers got, and the preview's memory in bytes: before, at its highest, and afterwards."""

    reading: Reading
    before: int
    peak: int
    after: int


def storm(site: Site) -> Storm:
    """The storm over one site's preview, which shows at its end what was saved last."""
    with running(site.serve, site.folder) as server, Connection(server.port) as connection:
        connection.until_shown("/", "</html>")
        urls = planned(connection)
        saves = list(islice(writes(site.folder, urls), round(_SECONDS / _EVERY)))
        before, peak, reading = _lived_through(server, site.folder, urls, saves)
        _shows_the_last(connection, saves)
        return Storm(reading, before, peak, memory(server.pid))


def planned(connection: Connection) -> list[str]:
    """The pages that the sitemap names."""
    answer = connection.get("/sitemap.xml")
    if answer is None or answer.status != 200:
        raise AssertionError("there is no sitemap")
    return _LOCATION.findall(answer.body.decode())


def writes(folder: Path, urls: Sequence[str]) -> Iterator[Write]:
    """Saves without end: bodies, titles, a style of the theme, and a posting that comes and goes."""
    paths = [f"content/postings/{found[1]}.md" for url in urls if (found := _JOB.fullmatch(url))]
    style = (folder / _STYLE).read_text("utf-8")
    texts: dict[str, str] = {}
    is_there = False
    for number, kind in enumerate(cycle(_KINDS), 1):
        path = paths[number * 7 % len(paths)]
        text = texts.get(path) or (folder / path).read_text("utf-8")
        if kind == "style":
            yield _STYLE, f"{style}\n/* {number} */\n"
        elif kind == "guest":
            is_there = not is_there
            yield _GUEST, text if is_there else None
        else:
            texts[path] = _edited(text, kind, number)
            yield path, texts[path]


def _edited(text: str, kind: str, number: int) -> str:
    if kind == "title":
        return re.sub("^title: .*", lambda found: f"{found[0]} {number}", text, count=1, flags=re.MULTILINE)
    return f"{text}\n{_sentence(number)}\n"


def _sentence(number: int) -> str:
    return f"The lamp was lit {number} times."


def _lived_through(
    server: Server, folder: Path, urls: Sequence[str], saves: Sequence[Write]
) -> tuple[int, int, Reading]:
    """The memory before and at its highest, and what the readers got, who have a process of their own."""
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        before = peak = memory(server.pid)
        seconds = _SECONDS + 2 * _MARGIN
        reading = pool.submit(read_along, server.port, urls, frozenset((GUEST_URL,)), seconds)
        saving = pool.submit(_save_all, folder, saves)
        while not (reading.done() and saving.done()):
            peak = max(peak, memory(server.pid))
            sleep(_LOOK)
        saving.result()
        return before, peak, reading.result()


def _save_all(folder: Path, saves: Sequence[Write]) -> None:
    begin = perf_counter() + _MARGIN
    for number, (path, text) in enumerate(saves):
        sleep(max(0, begin + number * _EVERY - perf_counter()))
        if text is None:
            (folder / path).unlink()
        else:
            (folder / path).write_text(text, "utf-8")


def _shows_the_last(connection: Connection, saves: Sequence[Write]) -> None:
    path, text = next((path, text) for path, text in reversed(saves) if text and "lamp was lit" in text)
    connection.until_shown(f"/jobs/{Path(path).stem}/", text.rstrip().rpartition("\n")[2])
