"""The files of a site as a preview hands them out."""

from pathlib import Path

import pytest

from generator.build.options import Options
from generator.preview.site.edition import Edition
from generator.preview.site.studio import Studio
from tests.build.incremental.site import DAY, make_folder


def _edition(root: Path, config: str, files: dict[str, str]) -> Edition:
    folder = make_folder(root)
    folder.write("site.yaml", folder.read("site.yaml") + config)
    for path, text in files.items():
        folder.write(path, text)
    studio = Studio(root, Options(as_of=DAY))
    studio.look()
    edition = studio.edition(studio.base)
    assert edition
    return edition


_OWN = {"static/_headers": "/own\n  X-Own: 1\n", "static/_redirects": "/own /jobs/ 301\n"}


@pytest.mark.parametrize(
    ("hosts", "is_read"),
    [("", True), ("netlify", True), ("cloudflare, azure", True), ("vercel", False), ("vercel, azure", False)],
)
def test_own_rules_count_where_a_host_of_the_site_reads_them(
    tmp_path: Path, hosts: str, is_read: bool
) -> None:
    edition = _edition(tmp_path, f"hosts: [{hosts}]\n" if hosts else "", _OWN)
    assert ("/own" in edition.header_rules, "/own" in edition.redirect_rules) == (is_read, is_read)
    assert ("Content-Security-Policy" in edition.header_rules) is not is_read


def test_both_endings_of_pages_make_a_page(tmp_path: Path) -> None:
    edition = _edition(tmp_path, "", {"static/a.html": "<p>A", "static/b.htm": "<p>B"})
    found = [edition.file(url) for url in ("/a.html", "/b.htm", "/notes.txt")]
    assert [file.is_page for file in found if file] == [True, True, False]
