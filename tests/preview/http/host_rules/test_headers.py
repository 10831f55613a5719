"""The rules of Netlify and Cloudflare, and no others: docs/addresses.md has the sources."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.preview.http.host_rules.headers import parse_headers
from tests.hosts import headers_file
from tests.sample import Built


def _headers(text: str, path: str = "/a/") -> dict[str, str]:
    return dict(parse_headers(text).headers(path))


def test_headers_of_all_rules_that_fit_are_sent() -> None:
    text = "# ours\n/*\n  X-One: 1\n\n/a/\n  X-Two: 2\n  # why\n/b/\n  X-Three: 3\n"
    assert _headers(text) == {"X-One": "1", "X-Two": "2"}
    assert _headers(text, "/b/") == {"X-One": "1", "X-Three": "3"}


def test_values_of_one_name_are_joined() -> None:
    text = "/*\n  Cache-Control: public\n  cache-control: max-age=0\n/a/\n  CACHE-CONTROL: must-revalidate\n"
    assert _headers(text) == {"Cache-Control": "public, max-age=0, must-revalidate"}


def test_exclamation_mark_takes_a_header_of_a_former_rule_back() -> None:
    text = "/*\n  X-One: 1\n  X-Two: 2\n/a/\n  ! x-one\n"
    assert _headers(text) == {"X-Two": "2"}
    assert _headers(text, "/b/") == {"X-One": "1", "X-Two": "2"}


def test_names_of_a_pattern_stand_in_values() -> None:
    text = "/jobs/:slug/\n  X-Slug: job :slug, :other\n/files/*\n  X-Path: :splat\n"
    assert _headers(text, "/jobs/cook/") == {"X-Slug": "job cook, :other"}
    assert _headers(text, "/files/a/b.png") == {"X-Path": "a/b.png"}


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Content-Length",
            "transfer-encoding",
            "Connection",
            "Date",
            "Content-Encoding",
            "Keep-Alive",
            "Server",
        ),
        *("ETag", "Location", "Trailer", "Upgrade", "Accept-Ranges", "Content-Range", "Alt-Svc"),
    ],
)
def test_no_rule_decides_how_answers_are_framed(name: str) -> None:
    assert _headers(f"/*\n  {name}: 1\n  X-Kept: 1\n") == {"X-Kept": "1"}


@pytest.mark.parametrize(
    "name",
    [
        *("Access-Control-Allow-Origin", "access-control-allow-credentials", "Access-Control-Anything"),
        *("Set-Cookie", "Clear-Site-Data", "Strict-Transport-Security"),
    ],
)
def test_no_rule_reaches_beyond_the_site(name: str) -> None:
    assert _headers(f"/*\n  {name}: *\n  X-Kept: 1\n") == {"X-Kept": "1"}


def test_rule_may_say_what_a_file_is() -> None:
    assert _headers("/a/\n  Content-Type: text/plain\n") == {"Content-Type": "text/plain"}


@pytest.mark.parametrize(
    "line",
    [
        "X-Bad",
        "X Bad: 1",
        "X-Bad:",
        ": 1",
        "X-Bäd: 1",
        "X-Bad: a\x00b",
        "X-Bad: a\rSet-Cookie: b",
        "X-Bad\x0b: 1",
    ],
)
def test_line_that_is_no_header_is_left_out(line: str) -> None:
    assert _headers(f"/*\n  {line}\n  X-Kept: 1\n") == {"X-Kept": "1"}


@pytest.mark.parametrize("path", ["https://example.com/*", "//a/", "/%zz", "/*/*", "/:a:b"])
def test_rule_for_no_path_of_the_site_is_left_out(path: str) -> None:
    assert _headers(f"{path}\n  X-Lost: 1\n/*\n  X-Kept: 1\n") == {"X-Kept": "1"}


def test_header_before_any_path_is_left_out() -> None:
    assert _headers("X-Lost: 1\n/*\n  X-Kept: 1\n") == {"X-Kept": "1"}


def test_what_we_write_is_read_as_the_hosts_read_it(sample: Built) -> None:
    """But for what lets everybody's scripts read: nobody else's read the preview."""
    data = sample.files["_headers"]
    for path in ("/", "/jobs/", "/jobs.json", "/assets/site.css", "/404.html", "/nowhere/"):
        expected = headers_file(data, path)
        expected.pop("Access-Control-Allow-Origin", None)
        assert _headers(data.decode(), path) == expected
        assert expected


_WORD = st.sampled_from(
    ["/", "/a", "/*", "/:b", "\n", "  X-A: ", "! X-A", "#", ":b", "\r", "\x00", "https://"]
)
_TEXT = st.lists(_WORD | st.text(max_size=3), max_size=30).map("".join) | st.text()


@settings(deadline=None)
@given(_TEXT, st.text(st.characters(exclude_categories=("Cc", "Cs"))).map("/{}".format))
def test_no_file_breaks_the_reader(text: str, path: str) -> None:
    for name, value in parse_headers(text).headers(path):
        assert name.isascii()
        assert not set(value) & set("\r\n\x00")
