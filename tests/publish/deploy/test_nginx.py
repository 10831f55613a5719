"""A real nginx, with the configuration of docs/deploying-servers.md, serves what was deployed."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import pytest
from playwright.sync_api import Browser

from generator.publish.deploy.target import Target
from tests.docs.pages import blocks, read
from tests.publish.deploy.programs import free_port, running
from tests.publish.deploy.sending import deploy, to_folder, to_rsync
from tests.sample import Built, write_files

_STYLES = re.compile(rb'href="(/assets/site\.[^"]+\.css)"')


@dataclass(frozen=True, slots=True)
class Web:
    """A web server and the folder that it shows."""

    port: int
    root: Path

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        """What it answers, whole."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()


@pytest.fixture(scope="module")
def web(nginx: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """nginx as the docs set it up, but for its port and folder."""
    folder = tmp_path_factory.mktemp("nginx")
    root, port = folder / "www", free_port()
    (folder / "nginx.conf").write_text(_configuration(folder, root, port), "utf-8")
    command = (nginx, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "errors"))
    with running(command, port, folder / "said"):
        yield Web(port, root)


def _configuration(folder: Path, root: Path, port: int) -> str:
    (shown,) = (block.text for block in blocks(read("deploying-servers.md")) if block.language == "nginx")
    site = shown.replace("listen [::]:80;", "").replace("listen 80;", f"listen 127.0.0.1:{port};")
    site = site.replace("/var/www/careers", str(root))
    assert site.count(str(port)) == 1
    assert site.count(str(root)) == 1
    temporary = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = "".join(f"{name}_temp_path {folder}/{name};\n" for name in temporary)
    # As root it would read files as another user, who may not enter the tests' folders.
    user = "user root;\n" if os.getuid() == 0 else ""
    return (
        f"{user}daemon off;\npid {folder}/pid;\nworker_processes 1;\nevents {{ worker_connections 256; }}\n"
        f"http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{paths}{site}}}\n"
    )


@pytest.fixture(scope="module")
def outputs(sample: Built, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sample site as it is built, and with other styles under another name and a page less."""
    folder = tmp_path_factory.mktemp("built")
    found = _STYLES.search(sample.files["index.html"])
    assert found
    old, new = found[1], found[1].replace(b"site.", b"site.later-")
    later = {name: data.replace(old, new) for name, data in sample.files.items()}
    later[new.decode().lstrip("/")] = later.pop(old.decode().lstrip("/")) + b"/* later */\n"
    del later["privacy/index.html"]
    return write_files(sample.files, folder / "first"), write_files(later, folder / "later")


def _to_folder(web: Web, output: Path) -> Target:
    return to_folder(web.root, output.parent / "site", output)


def _to_rsync(web: Web, output: Path) -> Target:
    return to_rsync(str(web.root), output.parent / "site", output, dict(os.environ))


@pytest.fixture
def live(web: Web, outputs: tuple[Path, Path]) -> Web:
    """The server with the first site."""
    deploy(_to_folder(web, outputs[0]), outputs[0])
    return web


def test_pages_are_asked_for_again_and_hashed_files_kept(live: Web, sample: Built) -> None:
    page, body = live.get("/jobs/")
    assert (page.status, body) == (200, sample.files["jobs/index.html"])
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Cache-Control"] == "no-cache"
    again, empty = live.get("/jobs/", **{"If-None-Match": page.headers["ETag"]})
    assert (again.status, empty) == (304, b"")
    styles = _STYLES.search(body)
    assert styles
    asset, _ = live.get(styles[1].decode())
    assert asset.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert asset.headers["Content-Type"] == "text/css"
    (live.root / "assets/team.svg").write_text("<svg/>")
    picture, _ = live.get("/assets/team.svg")
    assert (picture.status, picture.headers["Cache-Control"]) == (200, "no-cache")


def test_what_is_not_there_has_the_sites_own_page_and_is_kept_by_nobody(live: Web, sample: Built) -> None:
    for path in ("/jobs/nobody/", "/assets/site.old.css", "/404.html/"):
        answer, body = live.get(path)
        assert (answer.status, body) == (404, sample.files["404.html"]), path
        assert "Cache-Control" not in answer.headers


def test_missing_slash_leads_to_the_folder_wherever_the_visitor_is(live: Web) -> None:
    answer, _ = live.get("/jobs")
    assert (answer.status, answer.headers["Location"]) == (301, "/jobs/")


def test_text_is_packed_and_other_sites_may_read_the_list_of_jobs(live: Web) -> None:
    jobs, _ = live.get("/jobs.json", **{"Accept-Encoding": "gzip"})
    assert jobs.headers["Content-Encoding"] == "gzip"
    assert jobs.headers["Access-Control-Allow-Origin"] == "*"
    home, _ = live.get("/", **{"Accept-Encoding": "gzip"})
    assert home.headers["Content-Encoding"] == "gzip"
    assert "Access-Control-Allow-Origin" not in home.headers
    assert home.headers["X-Content-Type-Options"] == "nosniff"


def test_what_is_nobodys_page_is_not_shown(live: Web) -> None:
    for path in ("/.openings-deploy.json", "/_headers", "/_redirects", "/vercel.json"):
        assert (live.root / path[1:]).exists()
        assert live.get(path)[0].status == 404


@dataclass(slots=True)
class _Reader:
    """A visitor who loads pages with their styles, over and over."""

    web: Web
    versions: Mapping[str, tuple[bytes, ...]]
    wrong: list[str] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    rounds: int = 0

    def read(self, done: Event) -> None:
        """Reads until it is done, and then once more."""
        while True:
            is_last = done.is_set()
            for path in self.versions:
                self._load(path)
            self.rounds += 1
            if is_last:
                return

    def _load(self, path: str) -> None:
        answer, body = self.web.get(path)
        if answer.status != 200 or body not in self.versions[path]:
            self.wrong.append(f"{path}: {answer.status}, {len(body)} bytes")
            return
        self.seen.add(self.versions[path].index(body))
        styles = _STYLES.search(body)
        assert styles
        if self.web.get(styles[1].decode())[0].status != 200:
            self.wrong.append(f"{path}: its styles are gone")


@pytest.mark.parametrize("opened", [_to_folder, _to_rsync], ids=["folder", "rsync"])
def test_visitors_never_miss_a_page_while_the_next_site_is_deployed(
    rsync: str, live: Web, outputs: tuple[Path, Path], opened: Callable[[Web, Path], Target]
) -> None:
    pages = ["index.html", "jobs/index.html"]
    versions = {
        f"/{page.removesuffix('index.html')}": tuple((output / page).read_bytes() for output in outputs)
        for page in pages
    }
    readers, done = [_Reader(live, versions) for _ in range(2)], Event()
    threads = [Thread(target=reader.read, args=(done,)) for reader in readers]
    watched = ("claim", "delete", *(f"send {page}" for page in pages))

    def let_them_read(line: str) -> None:
        if line.startswith(watched):
            _wait_for_a_round(readers)

    for thread in threads:
        thread.start()
    try:
        lines = deploy(opened(live, outputs[1]), outputs[1], let_them_read)
    finally:
        done.set()
        for thread in threads:
            thread.join()
    assert [line for line in lines if line.startswith("delete")] != []
    assert [wrong for reader in readers for wrong in reader.wrong] == []
    assert all(reader.seen == {0, 1} for reader in readers)


def _wait_for_a_round(readers: list[_Reader]) -> None:
    """Until each of them has loaded everything once more, from the first page on."""
    before, end = [reader.rounds for reader in readers], monotonic() + 60
    while any(reader.rounds <= rounds + 1 for reader, rounds in zip(readers, before, strict=True)):
        assert monotonic() < end
        sleep(0.001)


def test_browser_shows_the_site_with_its_styles_and_no_complaint(browser: Browser, live: Web) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda failed: said.append(failed.url))
    for path, status in {"/": 200, "/jobs/": 200, "/nothing/here/": 404}.items():
        answer = page.goto(f"http://127.0.0.1:{live.port}{path}")
        assert answer
        assert answer.status == status
        assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length)")
        assert "system-ui" in page.evaluate("getComputedStyle(document.body).fontFamily")
        assert page.locator("h1").is_visible()
    said.remove("Failed to load resource: the server responded with a status of 404 (Not Found)")
    assert said == []
    page.close()
