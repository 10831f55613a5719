import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.audit.server import caching, serving

_PAGE = "<!doctype html><h1>Jobs</h1>" + "<p>Words.</p>" * 50


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    for name, text in {"jobs/index.html": _PAGE, "404.html": "<h1>Not here</h1>", "font.woff2": "f"}.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, "utf-8")
    (tmp_path / "secret.html").write_text("secret", "utf-8")
    with serving(tmp_path / "site") as url:
        yield url


def _status(address: str, known: str = "") -> int:
    try:
        with urlopen(Request(address, headers={"If-None-Match": known})) as answer:
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code


def test_page_is_compressed_for_those_who_take_it(address: str) -> None:
    with urlopen(Request(f"{address}/jobs/", headers={"Accept-Encoding": "gzip"})) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        data = answer.read()
    assert gzip.decompress(data).decode() == _PAGE
    assert len(data) < len(_PAGE) / 4
    with urlopen(f"{address}/jobs/") as answer:
        assert answer.read().decode() == _PAGE


def test_font_is_sent_as_it_is(address: str) -> None:
    with urlopen(Request(f"{address}/font.woff2", headers={"Accept-Encoding": "gzip"})) as answer:
        assert "Content-Encoding" not in answer.headers


def test_page_that_is_known_is_not_sent_again(address: str) -> None:
    with urlopen(f"{address}/jobs/") as answer:
        tag = answer.headers["ETag"]
    assert _status(f"{address}/jobs/", known=tag) == 304
    assert _status(f"{address}/jobs/", known='"other"') == 200


def test_missing_page_says_so_with_the_sites_own_words(address: str) -> None:
    with pytest.raises(HTTPError) as caught:
        urlopen(f"{address}/nowhere/")
    with caught.value as error:
        assert error.code == 404
        assert error.read().decode() == "<h1>Not here</h1>"


def test_folder_leads_to_its_page(address: str) -> None:
    with urlopen(f"{address}/jobs?q=x") as answer:
        assert answer.url == f"{address}/jobs/"


def test_nothing_outside_the_folder_is_served(address: str) -> None:
    assert _status(f"{address}/../secret.html") == 404
    assert _status(f"{address}/%2e%2e/secret.html") == 404


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/assets/site.1c10db4646.css", "public, max-age=31536000, immutable"),
        ("/jobs/", "no-cache"),
        ("/404.html", "no-cache"),
        ("/images/office.svg", "public, max-age=3600"),
    ],
)
def test_only_a_name_with_a_digest_is_kept_for_long(path: str, expected: str) -> None:
    assert caching(path) == expected
