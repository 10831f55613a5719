"""The rules of Netlify and Cloudflare, and no others: docs/addresses.md has the sources."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.preview.http.host_rules.redirects import Lead, parse_redirects
from tests.builders import DAY, POSTING, SITE, write_site
from tests.hosts import cloudflare_redirect, lines
from tests.sample import build_in_memory


def _led(text: str, path: str, query: str = "") -> tuple[int, str] | None:
    found = parse_redirects(text).lead(path, query)
    return (found.status, found.target) if found else None


@pytest.mark.parametrize(
    ("line", "path", "expected"),
    [
        ("/old/ /new/ 301", "/old/", (301, "/new/")),
        ("/old/ /new/", "/old/", (302, "/new/")),
        ("  /old/\t/new/   308  ", "/old/", (308, "/new/")),
        ("/old/ /new/ 301 # since May", "/old/", (301, "/new/")),
        ("/old/ /new/#top 303", "/old/", (303, "/new/#top")),
        ("/old/ https://example.com/a?b=c#d 307", "/old/", (307, "https://example.com/a?b=c#d")),
        ("/a%3Ab%2A%28c%29/ /new/ 301", "/a:b*(c)/", (301, "/new/")),
        ("/café/ /new/ 301", "/café/", (301, "/new/")),
        ("/caf%C3%A9/ /é/ 301", "/café/", (301, "/%C3%A9/")),
        ("/blog/* /articles/:splat 301", "/blog/a/b/", (301, "/articles/a/b/")),
        ("/blog/* /articles/:splat 301", "/blog/", (301, "/articles/")),
        ("/blog/* /articles/ 301", "/blogger/", None),
        ("/b/:year/:slug /n/:slug?y=:year 301", "/b/2026/hello", (301, "/n/hello?y=2026")),
        ("/b/:year/:slug /n/:slug 301", "/b/2026/hello/", None),
        ("/b/:a/ https://example.com/:a/:b 301", "/b/x y&z/", (301, "https://example.com/x%20y&z/:b")),
        ("/b/:a/ /s/?q=:a 301", "/b/x&y=é/", (301, "/s/?q=x%26y%3D%C3%A9")),
        ("/gone/ /404.html 410", "/gone/", (410, "/404.html")),
        ("/app/* /app/index.html 200", "/app/a", (200, "/app/index.html")),
        ("/app/* 200", "/app/a", (200, "/app/a")),
        ("/old /new/ 301", "/old/", None),
    ],
)
def test_rule_leads(line: str, path: str, expected: tuple[int, str] | None) -> None:
    assert _led(line, path) == expected


@pytest.mark.parametrize(
    "line",
    [
        "# /x /new/ 301",
        "/x",
        "/x /new/ 299",
        "/x /new/ 500",
        "/x /new/ soon",
        "/x new/ 301",
        "/x javascript:alert(1) 301",
        "/x https://example.com/ 200",
        "/x https://example.com/ 404",
        "/x /new/ 301 Country=de",
        "/x /new/ 302 Language=fr",
        "/x /new/ 200! Role=admin",
        "/x what /new/ 301",
        "x /new/ 301",
        "https://example.com/x /new/ 301",
        "/x%zz /new/ 301",
        "/:a-:b /new/ 301",
        "/*/* /new/ 301",
        "/:a/:a /new/ 301",
    ],
)
def test_line_that_hosts_do_not_take_or_nobody_can_judge_here_is_left_out(line: str) -> None:
    text = f"{line}\n/kept/ /new/ 301\n"
    assert [_led(text, path) for path in ("/x", "/x/x", "/a-b")] == [None, None, None]
    assert _led(text, "/kept/") == (301, "/new/")


def test_first_rule_that_fits_counts() -> None:
    text = "/a/b /one/ 301\n/a/* /two/ 302\n/a/c /three/ 303\n/a/b /four/ 307\n"
    assert [_led(text, path) for path in ("/a/b", "/a/c", "/a/d")] == [
        (301, "/one/"),
        (302, "/two/"),
        (302, "/two/"),
    ]


def test_query_a_rule_asks_for_has_to_be_there() -> None:
    text = "/store id=:id kind=tea /tea/:id 301\n/store id=:id /goods/:id 301\n/store /goods/ 302\n"
    assert _led(text, "/store", "?id=7&kind=tea") == (301, "/tea/7")
    assert _led(text, "/store", "?kind=coffee&id=7") == (301, "/goods/7")
    assert _led(text, "/store", "?kind=tea") == (302, "/goods/")


def test_exclamation_mark_forces() -> None:
    assert parse_redirects("/a /b 301!").lead("/a", "") == Lead(301, "/b", is_forced=True)
    assert parse_redirects("/a /b 301").lead("/a", "") == Lead(301, "/b", is_forced=False)


@pytest.mark.parametrize(
    ("line", "path", "target"),
    [
        ("/* /:splat 301", "//evil.example/", "/evil.example/"),
        ("/r/* /:splat 301", "/r//evil.example/", "/evil.example/"),
        ("/r/* //:splat 301", "/r/evil.example/", "/evil.example/"),
        ("/r/* /\\:splat 301", "/r/evil.example/", "/%5Cevil.example/"),
        ("/r/* https://:splat 301", "/r/evil.example/", "https://:splat"),
        ("/r/* https://:splat.example/ 301", "/r/evil", "https://:splat.example/"),
        ("/r/* https://good.example:splat 301", "/r/@evil.example", "https://good.example:splat"),
    ],
)
def test_no_address_of_a_visitor_becomes_a_host(line: str, path: str, target: str) -> None:
    assert _led(line, path) == (301, target)


def test_many_wildcards_take_no_time() -> None:
    """A stranger's rule that would try every way to divide a long address is not taken."""
    text = "\n".join((f"/{':a-' * 20} /x 301", f"/{'*' * 20}x /x 301", "/*/:a/:b/:c/:d/x /x 301"))
    assert _led(text, "/" + "-/" * 4000) is None


def test_what_we_write_is_read_as_the_hosts_read_it(tmp_path: Path) -> None:
    more = "redirects:\n  - {from: /vacancies/, to: '/jobs/?category=tea'}\n  - {from: /b/, to: 'https://b.example/a:b'}\n"
    posting = POSTING.replace("apply:", "aliases: [/jobs/chef/, /chef.html, '/a:b*(c)/']\napply:")
    built = build_in_memory(write_site(tmp_path, {"postings/cook.md": posting}, f"{SITE}{more}"), DAY)
    data = built.files["_redirects"]
    sources = [line.split()[0] for line in lines(data)]
    assert len(sources) == 5
    for source in sources:
        expected = cloudflare_redirect(data, source)
        assert expected
        assert _led(data.decode(), unquote(source)) == (expected.status, expected.location)


_WORD = st.sampled_from(
    ["/a", "/:b", "/*", ":c", "*", " ", "\n", "#", "%2e", "%zz", "https://x.example/", "301!", "200"]
)
_TEXT = st.lists(_WORD | st.text(max_size=3), max_size=30).map("".join) | st.text()


@settings(deadline=None)
@given(_TEXT, _TEXT.map("/{}".format), st.text())
def test_no_file_breaks_the_reader(text: str, path: str, query: str) -> None:
    found = parse_redirects(text).lead(path, query)
    assert found is None or found.target.isascii()
    assert found is None or not set(found.target) & set("\r\n\\ \x00")
    assert found is None or not found.target.startswith("//")
