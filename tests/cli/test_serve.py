"""`openings serve` as a process: what it says, and how it ends."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.sites import DAY, write, write_site

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 30  # seconds, for a machine that has much to do
_ADDRESS = re.compile(r"http://(\S+?):(\d+)/ ")


class Served:
    """A running `openings serve`, and what it has said."""

    def __init__(self, site: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", "-C", str(site), "serve", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            # A shell's background jobs ignore the signal, and what they start does too.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self.out = self.err = ""

    @property
    def port(self) -> int:
        """The port that it announces, once it does."""
        assert self.process.stdout
        self.out = self.out or self.process.stdout.readline()
        found = _ADDRESS.search(self.out)
        assert found, self.out
        return int(found[2])

    def page(self, path: str, status: int = 200, words: str = "") -> str:
        """The page at an address, once the answer has that status and holds the words."""
        end = time.monotonic() + _PATIENCE
        while True:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
            connection.request("GET", path)
            answer = connection.getresponse()
            text = answer.read().decode()
            connection.close()
            if answer.status == status and words in text:
                return text
            assert time.monotonic() < end, (answer.status, text)
            time.sleep(0.02)

    def end(self, number: int = signal.SIGINT) -> int:
        """The exit code, after a signal."""
        self.process.send_signal(number)
        out, self.err = self.process.communicate(timeout=_PATIENCE)
        self.out += out
        return self.process.returncode


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path)
    return tmp_path


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_serve_shows_the_site_and_writes_nothing_but_its_records(site: Path) -> None:
    before = {path.name for path in site.iterdir()}
    served = Served(site, "--as-of", DAY)
    assert "Data engineer" in served.page("/jobs/data-engineer/")
    assert served.end() == 0
    assert served.out.startswith("http://127.0.0.1:")
    assert "Traceback" not in served.err
    assert {path.name for path in site.iterdir()} - before == {".openings"}


def test_serve_shows_drafts_and_another_day_on_request(site: Path) -> None:
    served = Served(site, "--as-of", "2026-03-21", "--drafts")
    assert "Writer" in served.page("/jobs/writer/")
    assert "cook" not in served.page("/jobs/")
    served.end()


def test_serve_takes_the_port_that_it_is_told_or_none(site: Path, taken: int) -> None:
    served = Served(site, "--port", str(taken))
    out, err = served.process.communicate(timeout=_PATIENCE)
    assert (served.process.returncode, out) == (2, "")
    assert f"error: port {taken} is taken" in err
    assert "fix: " in err


def test_serve_tells_on_the_terminal_what_is_wrong_and_when_it_is_mended(site: Path) -> None:
    served = Served(site, "--as-of", DAY)
    served.page("/")
    posting = site / "content/postings/cook.md"
    text = posting.read_text("utf-8")
    posting.write_text(text.replace("title:", "titel:"), "utf-8")
    assert served.process.stderr
    lines = [served.process.stderr.readline() for _ in range(2)]
    assert any("content/postings/cook.md:2:1: error[" in line for line in lines), lines
    posting.write_text(text, "utf-8")
    while "no problems" not in (line := served.process.stderr.readline()):
        assert line
    served.end()


def test_serve_starts_with_a_site_yaml_that_is_broken_and_goes_on_when_it_is_mended(site: Path) -> None:
    good = (site / "content/site.yaml").read_text("utf-8")
    write(site, "content/site.yaml", "- no settings\n")
    served = Served(site, "--as-of", DAY)
    assert "expected fields such as" in served.page("/", 503, "content/site.yaml")
    write(site, "content/site.yaml", good)
    assert "Data engineer" in served.page("/jobs/data-engineer/")
    served.end()


def test_serve_without_a_site_says_so(tmp_path: Path) -> None:
    served = Served(tmp_path)
    _, err = served.process.communicate(timeout=_PATIENCE)
    assert served.process.returncode == 2
    assert "there is no site in" in err


@pytest.mark.parametrize(("arguments", "told"), [(("--host", "0.0.0.0"), True), ((), False)])
def test_serve_warns_where_others_can_look_in(site: Path, arguments: tuple[str, ...], *, told: bool) -> None:
    served = Served(site, *arguments)
    assert served.page("/")
    served.end()
    assert ("warning: at `0.0.0.0` everybody" in served.err) == told


def test_serve_refuses_an_editor_that_is_none(site: Path) -> None:
    served = Served(site, "--editor", "vi")
    _, err = served.process.communicate(timeout=_PATIENCE)
    assert served.process.returncode == 2
    assert "error: there is no editor `vi`" in err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminated"])
@pytest.mark.parametrize("delay", [0.3, 0.6])
def test_serve_ends_at_any_moment_without_a_traceback(site: Path, number: int, delay: float) -> None:
    for posting in range(400):  # enough for workers
        write(
            site,
            f"content/postings/more-{posting}.md",
            (site / "content/postings/baker.md").read_text("utf-8"),
        )
    served = Served(site)
    time.sleep(delay)
    code = served.end(number)
    assert "Traceback" not in served.err
    assert code in (0, 130, -number)


def test_serve_ends_with_open_connections_and_listeners(site: Path) -> None:
    served = Served(site, "--as-of", DAY)
    served.page("/")
    idle = socket.create_connection(("127.0.0.1", served.port))
    listener = http.client.HTTPConnection("127.0.0.1", served.port, timeout=_PATIENCE)
    listener.request("GET", "/__openings/events")
    assert listener.getresponse().status == 200
    assert served.end() == 0
    assert idle.recv(1) == b""
    listener.close()
    idle.close()
