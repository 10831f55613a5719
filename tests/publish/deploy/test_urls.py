"""Which addresses a deploy added, changed and took away."""

from pathlib import Path

import pytest

from generator.publish.deploy.urls import Addresses, Notification, addresses, url_of
from tests.publish.deploy.memory import SITE, built_of

OPEN = '<script type="application/ld+json">{"@type":"JobPosting"}</script>'
CLOSED = '<meta name="robots" content="noindex">'


def _addresses(folder: Path, files: dict[str, str], former: dict[str, str]) -> Addresses:
    built = built_of(folder / "new", files)
    return addresses(built.files, built_of(folder / "old", former).files, built.read, SITE)


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index.html", "/"),
        ("jobs/cook/index.html", "/jobs/cook/"),
        ("google12.html", "/google12.html"),
        ("a/myindex.html", "/a/myindex.html"),
    ],
)
def test_page_is_told_by_the_address_that_visitors_have(path: str, url: str) -> None:
    assert url_of(path) == url


def test_only_pages_with_an_address_of_their_own_are_told(tmp_path: Path) -> None:
    files = {"index.html": "a", "404.html": "b", "sitemap.xml": "c", "assets/a.css": "d"}
    assert _addresses(tmp_path, files, {}) == Addresses((f"{SITE}/",), (), (), ())


def test_page_with_the_same_bytes_has_not_changed(tmp_path: Path) -> None:
    now = {"index.html": "same", "a/index.html": "new", "b/index.html": "here"}
    found = _addresses(tmp_path, now, {"index.html": "same", "a/index.html": "old", "c/index.html": "gone"})
    assert found == Addresses((f"{SITE}/b/",), (f"{SITE}/a/",), (f"{SITE}/c/",), ())


def test_google_is_told_of_postings_alone(tmp_path: Path) -> None:
    now = {
        "jobs/added/index.html": OPEN,
        "jobs/altered/index.html": f"{OPEN} new",
        "jobs/closed/index.html": CLOSED,
        "jobs/closed-and-added/index.html": CLOSED,
        "jobs/renamed/index.html": "it leads on",
        "jobs/index.html": OPEN,
        "jobs/page/2/index.html": OPEN,
        "about/index.html": OPEN,
    }
    before = {
        "jobs/altered/index.html": OPEN,
        "jobs/closed/index.html": OPEN,
        "jobs/renamed/index.html": OPEN,
        "jobs/gone/index.html": OPEN,
        "old/index.html": OPEN,
    }
    assert _addresses(tmp_path, now, before).google == (
        Notification(f"{SITE}/jobs/added/", "URL_UPDATED"),
        Notification(f"{SITE}/jobs/altered/", "URL_UPDATED"),
        Notification(f"{SITE}/jobs/closed/", "URL_DELETED"),
        Notification(f"{SITE}/jobs/gone/", "URL_DELETED"),
    )
