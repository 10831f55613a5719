import sys
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from threading import Thread

import pytest

from tests.benchmarks import edits
from tests.benchmarks.corpus.making import corpus
from tests.benchmarks.page import FIGURES, PAGE, PREVIEW, with_figures
from tests.benchmarks.preview.asking import Answer, Connection
from tests.benchmarks.preview.measuring import Measured
from tests.benchmarks.preview.readers import READERS, Reading, fault, read_along
from tests.benchmarks.preview.saves import BODY, TITLE
from tests.benchmarks.preview.servers import running
from tests.benchmarks.preview.sites import Site
from tests.benchmarks.preview.starts import COLD, WARM, Start
from tests.benchmarks.preview.storm import GUEST_URL, Storm, planned, writes
from tests.benchmarks.preview.table import preview_table
from tests.benchmarks.sites import openings
from tests.benchmarks.sites.files import write_changes
from tests.benchmarks.tools import OURS, Tool, our_theme

_MIB = 1024 * 1024
_GUESTS = frozenset((GUEST_URL,))
_SITEMAP = (
    "<urlset><url><loc>https://c.example/</loc></url><url><loc>https://c.example/a/</loc></url></urlset>"
)


def _page(url: str) -> bytes:
    head = f'<head><link rel="canonical" href="https://careers.example{url}"></head>'
    return f"<!doctype html><html>{head}<body>Words</body></html>\n".encode()


class _Handler(BaseHTTPRequestHandler):
    """Serves a few pages rightly, one of them in half, and one not at all."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = _SITEMAP.encode() if self.path == "/sitemap.xml" else _page(self.path)
        self.send_response(503 if self.path == "/soon/" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:40] if self.path == "/half/" else body)
        self.close_connection = self.path == "/half/"

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    request_queue_size = READERS  # all come at once, and whoever finds no room may wait for half a minute


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with _Server(("127.0.0.1", 0), _Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.mark.parametrize(
    ("url", "answer", "expected"),
    [
        pytest.param("/a/", Answer(200, _page("/a/")), "", id="right"),
        pytest.param("/", Answer(200, _page("/")), "", id="home"),
        pytest.param("/a/", None, "no answer, or half of one", id="none"),
        pytest.param("/a/", Answer(503, _page("/a/")), "status 503", id="not-yet"),
        pytest.param("/a/", Answer(404, _page("/404.html")), "status 404", id="missing"),
        pytest.param(GUEST_URL, Answer(404, b""), "", id="guest-away"),
        pytest.param(GUEST_URL, Answer(200, _page(GUEST_URL)), "", id="guest-there"),
        pytest.param(GUEST_URL, Answer(500, b""), "status 500", id="guest-broken"),
        pytest.param("/a/", Answer(200, _page("/a/")[:-12]), "half a page", id="half"),
        pytest.param("/a/", Answer(200, _page("/a/b/")), "another page", id="below"),
        pytest.param("/a/", Answer(200, _page("/")), "another page", id="above"),
        pytest.param("/a/", Answer(200, b"<html></html>"), "another page", id="of-nobody"),
    ],
)
def test_answer_is_right_only_if_it_is_the_whole_page(url: str, answer: Answer | None, expected: str) -> None:
    assert fault(url, answer, _GUESTS) == expected


def test_connection_goes_on_after_half_an_answer(port: int) -> None:
    with Connection(port) as connection:
        assert connection.get("/half/") is None
        assert connection.get("/a/") == Answer(200, _page("/a/"))


def test_nobody_at_the_port_is_no_answer() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        free = server.server_port
    with Connection(free) as connection:
        assert connection.get("/") is None


def test_page_that_is_not_there_yet_shows_nothing() -> None:
    assert Answer(200, b"the words").shows("words")
    assert not Answer(503, b"the words").shows("words")
    assert not Answer(200, b"the").shows("words")


def test_sitemap_names_the_pages_to_read(port: int) -> None:
    with Connection(port) as connection:
        assert planned(connection) == ["/", "/a/"]


def test_readers_count_every_fault(port: int) -> None:
    reading = read_along(port, ["/half/", "/soon/"], frozenset(), 0.01)
    assert reading.answers >= 100
    assert reading.faults.keys() == {"no answer, or half of one", "status 503"}
    assert reading.faults.total() == reading.answers
    assert read_along(port, ["/a/"], frozenset(), 0.01).faults == Counter()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_changes({}, {**openings.files(corpus(30)), **our_theme()}, tmp_path)
    return tmp_path


def test_every_save_of_a_storm_changes_a_file(site: Path) -> None:
    urls = [f"/jobs/{path.stem}/" for path in (site / "content/postings").iterdir()]
    texts: dict[str, str | None] = {}
    for path, text in islice(writes(site, sorted(urls)), 60):
        file = site / path
        before = texts.get(path, file.read_text("utf-8") if file.exists() else None)
        assert text != before
        texts[path] = text
    assert len(texts) > 10
    assert {path.split("/")[0] for path in texts} == {"content", "themes"}


def test_storm_takes_its_guest_away_again_and_again(site: Path) -> None:
    urls = ["/", "/jobs/", *(f"/jobs/{path.stem}/" for path in (site / "content/postings").iterdir())]
    guest = [text for path, text in islice(writes(site, urls), 40) if GUEST_URL[6:-1] in path]
    assert [text is None for text in guest] == [False, True] * 4


def test_edit_is_written_to_its_own_file_alone(tmp_path: Path) -> None:
    tool = Tool(OURS, openings.files, our_theme, "", lambda site, output: ())
    site = Site(tool, lambda folder, port: (), corpus(60), tmp_path)
    for number in (1, 2):
        sign, texts = site.edit(edits.edit_body, number)
        (path,) = texts
        assert sign.text not in (tmp_path / path).read_text("utf-8")
        site.save(texts)
        assert sign.text in (tmp_path / path).read_text("utf-8")


_SERVER = """
import sys
from http.server import HTTPServer, SimpleHTTPRequestHandler
print("here I am", flush=True)
try:
    HTTPServer(("127.0.0.1", int(sys.argv[1])), SimpleHTTPRequestHandler).serve_forever()
except KeyboardInterrupt:
    open("ended", "w").close()
"""


def _serve(site: Path, port: int) -> tuple[str, ...]:
    return sys.executable, "-c", _SERVER, str(port)


def test_preview_runs_until_it_is_ended_as_by_a_person(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("Words", "utf-8")
    with running(_serve, tmp_path) as server, Connection(server.port) as connection:
        assert server.started < connection.until_shown("/", "Words")
        assert not (tmp_path / "ended").exists()
    assert (tmp_path / "ended").exists()


def test_preview_that_fails_is_quoted(tmp_path: Path) -> None:
    def fail() -> None:
        with running(_serve, tmp_path) as server, Connection(server.port) as connection:
            connection.until_any()
            raise AssertionError("never")

    with pytest.raises(AssertionError, match="never") as raised:
        fail()
    assert "here I am" in "".join(raised.value.__notes__)


def _measured(size: int, pages: float, saved: float, faults: int, growth: int) -> Measured:
    start = {(OURS, COLD): [Start(0.2, 2 * pages)], (OURS, WARM): [Start(0.1, pages)]}
    saves = {case: {OURS: [saved] * 3, "Hugo": [saved * 4, saved * 8, saved * 9]} for case in (BODY, TITLE)}
    reading = Reading(5000, 0.01, 0.25, Counter({"status 503": faults} if faults else {}))
    storm = Storm(reading, 100 * _MIB, (100 + growth) * _MIB, 110 * _MIB)
    return Measured(size, start | {("Hugo", COLD): [Start(1, 1)]}, saves, storm)


def _rows(measured: Measured) -> dict[str, list[str]]:
    lines = preview_table([measured]).splitlines()[2:]
    cells = [line.strip("| ").split(" | ") for line in lines]
    return {row[0].partition(": ")[2]: [cell.strip() for cell in row[1:]] for row in cells}


def test_goals_that_were_met_are_held() -> None:
    rows = _rows(_measured(1000, 0.5, 0.1, 0, 100))
    verdicts = {name: row[-1] for name, row in rows.items() if row[-1] in ("held", "missed")}
    assert set(verdicts.values()) == {"held"}
    assert len(verdicts) == 5
    assert rows["a body saved, to the page that shows it"] == ["100 ms", "800 ms", "0.12", "120 ms", "held"]


def test_goals_that_were_not_met_are_missed() -> None:
    rows = _rows(_measured(10_000, 1.6, 0.3, 1, 101))
    verdicts = [row[-1] for row in rows.values() if row[-1] in ("held", "missed")]
    assert verdicts == ["missed"] * 4


def test_share_of_the_other_has_to_be_held_too() -> None:
    measured = _measured(10_000, 1, 0.2, 0, 0)
    measured.saves[BODY]["Hugo"] = [1.3] * 3
    assert _rows(measured)["a body saved, to the page that shows it"][-1] == "missed"


def test_figures_of_the_preview_leave_those_of_builds_alone() -> None:
    text = PAGE.read_text("utf-8")
    once = with_figures(text, "| first |", PREVIEW)
    assert "| first |" in once
    assert with_figures(once, "| builds |", FIGURES) == with_figures(
        with_figures(text, "| builds |", FIGURES), "| first |", PREVIEW
    )
