"""Addresses in parts: those that can be asked, and those that only look so."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.web.address import follow, parse_address
from generator.web.failure import Cause, FetchError

_BOTH = ("http", "https")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://example.com", "https://example.com/"),
        ("HTTPS://Example.COM:443/A?b=c#d", "https://example.com/A?b=c"),
        ("http://example.com:8080", "http://example.com:8080/"),
        ("https://b\u00fccher.example/\u00fc?\u00fc", "https://xn--bcher-kva.example/%C3%BC?%C3%BC"),
        ("https://anna:secret@example.com/", "https://example.com/"),
        ("https://[2001:DB8::1]:8443/", "https://[2001:db8::1]:8443/"),
        ("https://example.com/a%20b/%2e%2e?x=1&y=%26", "https://example.com/a%20b/%2e%2e?x=1&y=%26"),
    ],
)
def test_address_is_told_as_it_is_asked(url: str, told: str) -> None:
    assert parse_address(url, _BOTH).url == told


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.com",
        "//example.com/",
        "/jobs",
        "https:///jobs",
        "https://:443/",
        "https://user@/",
        "https://example.com:0/",
        "https://example.com:65536/",
        "https://example.com:-1/",
        "https://example.com:x/",
        "https://exam ple.com/",
        "https://example.com/a b",
        "https://example.com/\r\nHost: other.example",
        "https://example.com\\@other.example/",
        "https://example.com/\x00",
        "https://[::1/",
        "https://[nonsense]/",
        f"https://{'a' * 64}.example/",
        "https://a..example/",
        "https://.example/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "mailto:jobs@example.com",
    ],
)
def test_what_cannot_be_asked_is_told(url: str) -> None:
    with pytest.raises(FetchError) as raised:
        parse_address(url, _BOTH)
    assert raised.value.cause is Cause.ADDRESS


def test_scheme_that_is_not_wanted_is_told() -> None:
    with pytest.raises(FetchError, match=r"^its scheme is `http`, and only `https` is asked$"):
        parse_address("http://example.com/", ("https",))


@pytest.mark.parametrize(
    ("location", "there", "login"),
    [
        ("/b", "https://example.com/b", "anna:secret"),
        ("c", "https://example.com/a/c", "anna:secret"),
        ("?q", "https://example.com/a/?q", "anna:secret"),
        (" /b ", "https://example.com/b", "anna:secret"),
        ("/b#c", "https://example.com/b", "anna:secret"),
        ("//other.example/", "https://other.example/", ""),
        ("https://example.com:8443/", "https://example.com:8443/", ""),
        ("https://bert:own@other.example/", "https://other.example/", ""),
    ],
)
def test_redirect_is_followed(location: str, there: str, login: str) -> None:
    start = parse_address("https://anna:secret@example.com/a/", _BOTH)
    led = follow(start, location, _BOTH)
    assert (led.url, led.login) == (there, login)


_WRITTEN = st.text(st.sampled_from("htps:/@.[]%?#\\ \r\n\x00aZ09-_\u00fc\u3002\uff0f:"), max_size=20)


@given(host=_WRITTEN, location=_WRITTEN)
@settings(max_examples=150)
def test_whatever_is_written_is_a_plain_address_or_none(host: str, location: str) -> None:
    try:
        start = parse_address(f"https://{host}", _BOTH)
        led = follow(start, location.encode().decode("latin-1"), _BOTH)
    except FetchError:
        return  # any other exception fails the test
    for address in (start, led):
        assert re.fullmatch(r"https?://[!-\[\]-~]+", address.url)
        assert parse_address(address.url, _BOTH).url == address.url
