"""The preview as a whole: what it hands out is what a build writes, whatever goes on meanwhile."""

import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from threading import Event, Thread
from urllib.parse import quote

import pytest

from generator.build.options import Options
from generator.pages import urls
from tests.build.incremental.site import DAY, Folder, make_folder, posting
from tests.preview.asking import Browser, previewing
from tests.sample import AS_OF, ROOT, build_in_memory

_SCRIPT = re.compile(rb'<script src="/__openings/live\.js\?of=[0-9a-f]{32}" defer></script>')
_STYLES = re.compile(rb'<link rel="stylesheet" href="([^"]+)">')
_READERS, _PAGES = 100, 6
# Hosts read them and hand them out to nobody.
_FOR_HOSTS = ("_headers", "_redirects")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The sample site with redirects and a record of what it had."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    lines = [
        f"/jobs/went-{number}/\t-\tWent {number}\tDesign\t2026-01-02\t2026-11-0{number}" for number in (1, 2)
    ]
    with (tmp_path / "content/urls.lock").open("a", encoding="utf-8") as lock:
        lock.writelines(f"{line}\n" for line in lines)
    return tmp_path


@pytest.mark.parametrize("folder", ["", "/careers"])
def test_every_address_answers_with_what_a_build_writes(site: Path, folder: str) -> None:
    config = site / "content/site.yaml"
    text = config.read_text("utf-8")
    own = re.sub(r"(?m)^url: (\S+)$", rf"url: \1{folder}", text)
    config.write_text(
        f"{own}redirects: [{{from: /old/, to: /jobs/}}, {{from: /older, to: /students/}}]\n", "utf-8"
    )
    built = build_in_memory(site, AS_OF)
    assert len(built.files) > 150
    with previewing(site, Options(as_of=AS_OF)) as preview:
        browser = Browser(preview.port)
        for path, data in built.files.items():
            if path in _FOR_HOSTS:
                assert browser.get(f"{folder}/{path}")[0] == 404
                continue
            url = f"/{path.removesuffix('index.html') if f'/{path}'.endswith('/index.html') else path}"
            status, headers, body = browser.get(f"{folder}{quote(url)}")
            assert _SCRIPT.sub(b"", body) == data, path
            is_redirect = b'<meta http-equiv="refresh"' in data
            assert status == (301 if is_redirect else 200), path
            assert len(_SCRIPT.findall(body)) == (
                headers["content-type"].startswith("text/html") and not is_redirect
            )
        browser.close()
    assert not (site / "output").exists()


@pytest.mark.parametrize("folder", ["", "/careers"])
def test_addresses_are_as_static_hosts_have_them(site: Path, folder: str) -> None:
    config = site / "content/site.yaml"
    config.write_text(re.sub(r"(?m)^url: (\S+)$", rf"url: \1{folder}", config.read_text("utf-8")), "utf-8")
    built = build_in_memory(site, AS_OF)
    with previewing(site, Options(as_of=AS_OF)) as preview:
        browser = Browser(preview.port)
        if folder:
            status, headers, _ = browser.get("/")
            assert (status, headers["location"]) == (302, f"{folder}/")
        status, headers, _ = browser.get(f"{folder}/jobs?a=b")
        assert (status, headers["location"]) == (301, f"{folder}/jobs/?a=b")
        status, _, body = browser.get(f"{folder}/nowhere/")
        assert (status, _SCRIPT.sub(b"", body)) == (404, built.files["404.html"])
        status, headers, body = browser.get(f"{folder}/jobs/")
        assert headers["content-security-policy"].endswith("frame-ancestors 'none'")
        assert (
            f'<link rel="canonical" href="https://careers.larkhollow.example{folder}/jobs/">'.encode() in body
        )
        status, _, body = browser.get(f"{folder}/jobs/", if_none_match=headers["etag"])
        assert (status, body) == (304, b"")
        _, headers, _ = browser.get(f"{folder}/jobs.json")
        assert "access-control-allow-origin" not in headers
        browser.close()


def test_readers_get_nothing_but_whole_pages_during_a_storm_of_saves(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    with previewing(tmp_path, Options(as_of=DAY)) as preview:
        edition = preview.studio.edition(preview.studio.base)
        assert edition
        pages = [page.url for page in edition.model.plan.pages if not page.url.startswith(("/old", "/_"))]
        stopped = Event()
        saving = Thread(target=_save, args=(folder, stopped))
        saving.start()
        try:
            with ThreadPoolExecutor(_READERS) as readers:
                found = list(readers.map(lambda seed: _read(preview.port, pages, seed), range(_READERS)))
        finally:
            stopped.set()
            saving.join()
        assert [problem for problems in found for problem in problems] == []
        assert preview.studio.version() > 3


def _save(folder: Folder, stopped: Event) -> None:
    """Saves titles, broken postings and styles, faster than any of them can be shown."""
    style, number = folder.theme("assets/site.css"), 0
    css = style.read_text("utf-8")
    while not stopped.wait(0.02):
        number += 1
        title = f"title: [{number}" if number % 5 == 0 else f"Tea buyer {number}"
        folder.write("postings/tea-buyer.md", posting(title, "Food / Tea", "Leeds, United Kingdom"))
        beside = style.with_name(".site.css")
        beside.write_text(f"{css}/* {number} */\n", "utf-8")
        beside.replace(style)


def _read(port: int, pages: list[str], seed: int) -> list[str]:
    """What was wrong with the answers that one reader got."""
    random, browser, wrong = Random(seed), Browser(port), []
    for url in random.choices(pages, k=_PAGES):
        status, headers, body = browser.get(quote(url))
        is_page = url.endswith(("/", ".html"))
        is_whole = not is_page or (body.rstrip().endswith(b"</html>") and len(_SCRIPT.findall(body)) == 1)
        if status != 200 or not is_whole or len(body) != int(headers["content-length"]):
            wrong.append(f"{url}: {status}")
        for style in _STYLES.findall(body):
            status, _, css = browser.get(style.decode())
            if status != 200 or not css:
                wrong.append(f"{style!r}: {status}")
    browser.close()
    return wrong


def test_pages_and_their_styles_belong_together(tmp_path: Path) -> None:
    """The stylesheet that a page names is there as long as that page is shown."""
    folder = make_folder(tmp_path)
    with previewing(tmp_path, Options(as_of=DAY)) as preview:
        browser = Browser(preview.port)
        style = folder.theme("assets/site.css")
        version = preview.studio.version()
        style.write_text(style.read_text("utf-8") + "/* other */\n", "utf-8")
        while version == preview.studio.version():
            preview.studio.wait(version, 60)
        _, _, body = browser.get(urls.HOME)
        (address,) = re.findall(rb'href="(/assets/site\.[0-9a-f]+\.css)"', body)
        status, _, css = browser.get(address.decode())
        assert (status, css.endswith(b"/* other */\n")) == (200, True)
        browser.close()
