import mimetypes

import pytest

from generator.model.content_types import content_type


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("jobs/index.html", "text/html; charset=utf-8"),
        ("assets/site.1a2b.css", "text/css; charset=utf-8"),
        ("assets/search.js", "text/javascript; charset=utf-8"),
        ("jobs.json", "application/json; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("logo.SVG", "image/svg+xml; charset=utf-8"),
        ("team.mp4", "video/mp4"),
        ("a/font.woff2", "font/woff2"),
        ("app.webmanifest", "application/manifest+json; charset=utf-8"),
        ("salaries.csv", "text/csv; charset=utf-8"),
        ("api.yml", "application/yaml; charset=utf-8"),
        ("form.rtf", "application/rtf"),
        ("form.doc", "application/msword"),
        ("pay.xls", "application/vnd.ms-excel"),
        ("talk.ppt", "application/vnd.ms-powerpoint"),
        ("pay.ods", "application/vnd.oasis.opendocument.spreadsheet"),
        ("talk.odp", "application/vnd.oasis.opendocument.presentation"),
        ("book.epub", "application/epub+zip"),
        ("_headers", "application/octet-stream"),
        ("a.b/file", "application/octet-stream"),
        ("archive.xyz", "application/octet-stream"),
    ],
)
def test_type_goes_by_the_ending(path: str, expected: str) -> None:
    assert content_type(path) == expected


def test_no_table_of_the_machine_counts() -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(mimetypes, "types_map", {".css": "text/plain"})
        assert content_type("a.css") == "text/css; charset=utf-8"
