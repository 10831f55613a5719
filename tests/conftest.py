"""What many tests share: the sample site, and the programs that check its pages."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from xmlschema import XMLSchema

from tests.sample import AS_OF, ROOT, Built, build_in_memory, write_files
from tests.specification import SPECIFICATION
from tests.templates import compiled_once

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

_NPM = "npm ci" if shutil.which("npm") else "apt-get install -y npm && npm ci"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs a browser, and leaves it for last: beside its threads no build can fork."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once() -> Iterator[None]:
    """Spares most builds of the tests half their time; tests/render/test_bytecode.py tries the real way."""
    with compiled_once():
        yield


def _need(found: str | Path | None, what: str, command: str) -> str:
    """The program, or a skip that says how to get it; CI must have it."""
    if found:
        return str(found)
    message = f"{what} is missing; to run this test: {command}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def _module(name: str) -> Path | None:
    path = ROOT / "node_modules" / name
    return path if path.exists() else None


@pytest.fixture(scope="session")
def sample() -> Built:
    """The sample site at its fixed day."""
    return build_in_memory(ROOT, AS_OF)


@pytest.fixture(scope="session")
def sample_folder(sample: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same on disk."""
    return write_files(sample.files, tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def nu_checker() -> tuple[str, ...]:
    """The command that checks HTML."""
    java = _need(shutil.which("java"), "Java", "apt-get install -y default-jre-headless")
    jar = _need(_module("vnu-jar/build/dist/vnu.jar"), "the Nu checker", _NPM)
    return (java, "-Xss4m", "-jar", jar)


@pytest.fixture(scope="session")
def node() -> str:
    """The program that runs scripts without a browser."""
    return _need(shutil.which("node"), "Node", "apt-get install -y nodejs")


@pytest.fixture(scope="session")
def rsync() -> str:
    """The program that sends files."""
    return _need(shutil.which("rsync"), "rsync", "apt-get install -y rsync")


@pytest.fixture(scope="session")
def nginx() -> str:
    """The web server, which Debian keeps where only root's PATH leads."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    return _need(found, "nginx", "apt-get install -y nginx-light")


@pytest.fixture(scope="session")
def specification() -> list[dict[str, str]]:
    """The examples of CommonMark's specification."""
    found = SPECIFICATION if SPECIFICATION.exists() else None
    path = _need(found, "CommonMark's examples", "python -m tests.specification")
    examples: list[dict[str, str]] = json.loads(Path(path).read_text("utf-8"))
    return examples


@pytest.fixture(scope="session")
def sitemap_schema() -> XMLSchema:
    """The schema of sitemaps.org, as the package `sitemap` of npm has it."""
    return XMLSchema(str(_need(_module("sitemap/schema/sitemap.xsd"), "the schema of sitemaps", _NPM)))


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker's source."""
    return Path(_need(_module("axe-core/axe.min.js"), "axe-core", _NPM)).read_text("utf-8")


def find_chromium() -> str | None:
    """Any Chromium of this machine."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, for visitors who come at noon of the day that the sample is built for."""
    path = _need(find_chromium(), "Chromium", "apt-get install -y chromium")
    expect.set_options(timeout=20_000)  # on a busy machine a page may need a while
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(chromium, "new_context", _at_noon(chromium.new_context))
            yield chromium
        chromium.close()


def _at_noon(new_context: Callable[..., BrowserContext]) -> Callable[..., BrowserContext]:
    """New visitors with a clock that stands still: pages mark what has closed, and tests hold on any day."""

    def opened(**options: Any) -> BrowserContext:
        context = new_context(**options)
        noon = datetime.combine(AS_OF, time(12), UTC).timestamp()
        # Nothing but this: Playwright's own clock changes how long things are measured to take, too.
        context.add_init_script(f"Date.now = () => {noon * 1000:.0f};")
        return context

    return opened


class _StrictHandler(SimpleHTTPRequestHandler):
    """Serves files as a static host does, under a policy that allows only the site's own files."""

    def end_headers(self) -> None:
        """Adds the policy."""
        self.send_header(
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
            "form-action 'self'; base-uri 'none'",
        )
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # several browsers may come at once, each with six connections


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of a server for a folder, on this machine alone."""
    handler = partial(_StrictHandler, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def sample_url(sample_folder: Path) -> Iterator[str]:
    """Where the sample site is served."""
    with serve(sample_folder) as url:
        yield url
