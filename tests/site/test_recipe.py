"""The recipe of docs/feeds.md lists the jobs on a page of another host, in a real browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.docs.pages import blocks, read
from tests.sample import Built

_RECIPE = {
    block.language: block.text
    for block in blocks(read("feeds.md").partition("### A list of jobs on another site")[2])
    if block.language in ("html", "js")
}


class _Handler(SimpleHTTPRequestHandler):
    """Serves files; with `origin`, other sites' scripts may read them."""

    def __init__(self, *args: Any, origin: str = "", **options: Any) -> None:
        self._origin = origin
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        """Adds the header."""
        if self._origin:
            self.send_header("Access-Control-Allow-Origin", self._origin)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def _serve(folder: Path, origin: str = "") -> Iterator[str]:
    handler = partial(_Handler, directory=str(folder), origin=origin)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def _other_site(folder: Path, careers: str) -> Path:
    folder.mkdir()
    start = f"<!DOCTYPE html><meta charset=utf-8><title>Us</title>{_RECIPE['html']}"
    (folder / "index.html").write_text(start, "utf-8")
    script = _RECIPE["js"].replace("https://careers.example.com", careers)
    assert script != _RECIPE["js"]
    (folder / "open-jobs.js").write_text(script, "utf-8")
    return folder


def test_recipe_lists_the_newest_jobs_of_a_category(
    page: Page, sample: Built, sample_folder: Path, tmp_path: Path
) -> None:
    with (
        _serve(sample_folder, origin="*") as careers,
        _serve(_other_site(tmp_path / "other", careers)) as url,
    ):
        page.goto(url)
        page.wait_for_selector("#open-jobs li")
        shown = page.evaluate(
            "[...document.querySelectorAll('#open-jobs li')]"
            ".map(item => [item.querySelector('a').href, item.textContent])"
        )
    jobs = [
        job
        for job in json.loads(sample.files["jobs.json"])["jobs"]
        if any(path[0] == "Engineering & IT" for path in job["categories"])
    ]
    assert len(jobs) > 10
    assert [address for address, _ in shown] == [job["url"] for job in jobs[:10]]
    for (_, text), job in zip(shown, jobs, strict=False):
        assert text.startswith(f"{job['title']} ")
        assert text.endswith(", ".join(place["city"] for place in job["places"]))


def test_recipe_calls_a_job_without_a_place_remote(page: Page, tmp_path: Path) -> None:
    job = {"title": "Cook", "url": "https://careers.example.com/jobs/cook/", "remote": "yes"}
    listed = {"version": 1, "jobs": [{**job, "categories": [["Engineering & IT"]], "places": []}]}
    (tmp_path / "careers").mkdir()
    (tmp_path / "careers/jobs.json").write_text(json.dumps(listed), "utf-8")
    with (
        _serve(tmp_path / "careers", origin="*") as careers,
        _serve(_other_site(tmp_path / "other", careers)) as url,
    ):
        page.goto(url)
        assert page.locator("#open-jobs li").text_content() == "Cook Remote"


def test_without_the_header_no_browser_hands_the_jobs_over(
    page: Page, sample_folder: Path, tmp_path: Path
) -> None:
    with _serve(sample_folder) as careers, _serve(_other_site(tmp_path / "other", careers)) as url:
        with page.expect_event("console", lambda message: "Access-Control-Allow-Origin" in message.text):
            page.goto(url)
        assert page.locator("#open-jobs li").count() == 0


def test_recipe_is_as_short_as_it_should_be() -> None:
    assert _RECIPE["js"].count("\n") <= 16
