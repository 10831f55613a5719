"""The proxy that the environment names: asked for plain addresses, and passing on what is encrypted."""

import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from threading import Thread

import pytest
import trustme

from generator.web.address import parse_address
from generator.web.exchange import Ways
from generator.web.fetching import FetchError, Limits, Request, fetch
from generator.web.proxy import proxy_for
from tests.web.servers import Server, answer, secured, serving

_LIMITS = Limits(seconds=20, schemes=("http", "https"))
_NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD")


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(scope="module")
def proxy() -> Iterator[Server]:
    def script(method: str, target: str) -> bytes:
        return answer(status="407 No") if method == "CONNECT" else answer(target.encode())

    with serving(script) as running:
        yield running


def _proxy_of(url: str) -> str:
    found = proxy_for(parse_address(url, ("http", "https")))
    return found.url if found else ""


def test_proxy_is_the_one_of_the_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://user:secret@proxy.example:3128")
    monkeypatch.setenv("http_proxy", "other.example:8080")
    assert _proxy_of("https://example.com/") == "http://proxy.example:3128/"
    assert _proxy_of("http://example.com/") == "http://other.example:8080/"


@pytest.mark.parametrize(
    "url", ["https://example.com/", "https://www.example.com/", "https://10.0.0.1:8443/"]
)
def test_host_that_needs_no_proxy_is_asked_directly(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "example.com,10.0.0.1")
    assert _proxy_of(url) == ""


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_machine_itself_is_asked_directly(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    assert _proxy_of(f"https://{host}/") == ""


def test_proxy_that_cannot_be_asked_is_told_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://user:secret@proxy.example:1080")
    with pytest.raises(
        FetchError, match=r"the proxy of HTTPS_PROXY can't be asked: its scheme is `socks5`"
    ) as e:
        _proxy_of("https://example.com/")
    assert "secret" not in str(e.value)


def test_plain_address_is_asked_of_the_proxy(proxy: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://user:word@localhost:{proxy.port}")
    found = fetch(Request("http://example.com/a?b"), _LIMITS)
    assert found.body == b"http://example.com/a?b"
    assert "Proxy-Authorization: Basic dXNlcjp3b3Jk" in proxy.heads[-1]
    assert "\r\nHost: example.com\r\n" in proxy.heads[-1]


def test_proxy_that_refuses_is_told(proxy: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://localhost:{proxy.port}")
    with pytest.raises(FetchError, match=r"^the proxy refused: 407$"):
        fetch(Request("https://example.com/"), _LIMITS)
    assert proxy.heads[-1].startswith("CONNECT example.com:443 HTTP/1.1\r\n")


def test_encrypted_request_goes_through_the_proxy_unread(
    authority: trustme.CA, ways: Ways, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        serving(lambda *_: answer(b"safe"), secured(authority, "example.com")) as server,
        closing(socket.create_server(("127.0.0.1", 0))) as listening,
    ):
        passing = Thread(target=_pass_on, args=(listening, server.port))
        passing.start()
        monkeypatch.setenv("HTTPS_PROXY", f"http://localhost:{listening.getsockname()[1]}")
        assert fetch(Request("https://example.com/"), _LIMITS, ways).body == b"safe"
        passing.join()


def _pass_on(listening: socket.socket, port: int) -> None:
    """A proxy for one connection, which leads to the port whatever it is asked for."""
    inner, _ = listening.accept()
    with inner, socket.create_connection(("127.0.0.1", port)) as outer:
        while b"\r\n\r\n" not in inner.recv(4096):
            pass
        inner.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        back = Thread(target=_copy, args=(outer, inner))
        back.start()
        _copy(inner, outer)
        back.join()


def _copy(source: socket.socket, to: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(4096):
            to.sendall(data)
    with suppress(OSError):
        to.shutdown(socket.SHUT_WR)
