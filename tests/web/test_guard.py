"""Where requests may not go: no address of an inner network is connected to, however it is written."""

import socket

import pytest
from msgspec.structs import replace

from generator.web.address import parse_address
from generator.web.connecting import resolve
from generator.web.exchange import Ways, no_proxy
from generator.web.failure import Cause, FetchError
from generator.web.fetching import Limits, Request, fetch
from generator.web.guard import Guard, allowed_host, is_public

_BOTH = ("http", "https")
_INNER = (
    *("0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254"),
    *("169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1"),
    *("192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250"),
    *("240.0.0.1", "255.255.255.255", "168.63.129.16"),
    *("::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe"),
    *("64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1"),
    *("2002:7f00:1::1", "3fff::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1"),
    *("ff02::1", "5f00::1"),
)
_PUBLIC = (
    *("1.1.1.1", "8.8.8.8", "93.184.215.14", "172.32.0.1", "192.167.255.255", "223.255.255.1"),
    *("2606:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8", "64:ff9b::808:808"),
)


@pytest.mark.parametrize("address", _INNER)
def test_inner_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", _PUBLIC)
def test_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.fixture
def no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", opened)


def _refusal(url: str, guard: Guard, ways: Ways) -> FetchError:
    with pytest.raises(FetchError) as raised:
        fetch(Request(url), Limits(schemes=_BOTH), replace(ways, resolve=guard, proxy=no_proxy))
    return raised.value


@pytest.mark.usefixtures("no_socket")
@pytest.mark.parametrize("address", _INNER)
def test_host_with_an_inner_address_is_refused_without_a_connection(address: str, ways: Ways) -> None:
    guard = Guard(resolve=lambda host, port: [address])
    refusal = _refusal("https://public.example/", guard, ways)
    assert (str(refusal), refusal.cause) == ("it leads into an inner network", Cause.REFUSED)


@pytest.mark.usefixtures("no_socket")
def test_one_inner_address_among_others_is_enough(ways: Ways) -> None:
    guard = Guard(resolve=lambda host, port: ["93.184.215.14", "10.0.0.1"])
    assert _refusal("https://public.example/", guard, ways).cause is Cause.REFUSED


@pytest.mark.usefixtures("no_socket")
@pytest.mark.parametrize(
    "host",
    [
        *(
            "localhost",
            "LOCALHOST",
            "127.0.0.1",
            "127.1",
            "0x7f.1",
            "0x7f000001",
            "2130706433",
            "017700000001",
        ),
        *("0177.0.0.1", "0", "[::1]", "[::ffff:127.0.0.1]", "[::]", "127.0.0.1.", "169.254.169.254"),
        *("\uff11\uff12\uff17.0.0.1", "[fe80::1%25lo]", "user@127.0.0.1", "example.com@127.0.0.1"),
    ],
)
def test_odd_spellings_of_inner_addresses_are_refused(host: str, ways: Ways) -> None:
    assert _refusal(f"http://{host}/", Guard(), ways).cause in {Cause.REFUSED, Cause.ADDRESS, Cause.NO_HOST}


@pytest.mark.usefixtures("no_socket")
@pytest.mark.parametrize("port", [1, 22, 25, 6379, 8080, 8443, 65535])
def test_other_ports_are_refused(port: int, ways: Ways) -> None:
    guard = Guard(resolve=lambda host, asked: ["93.184.215.14"])
    assert (
        str(_refusal(f"http://public.example:{port}/", guard, ways)) == f"port {port} isn't one of the web's"
    )


def test_host_is_looked_up_once() -> None:
    answers = [["93.184.215.14"], ["127.0.0.1"]]
    guard = Guard(resolve=lambda host, port: answers.pop(0))
    assert guard("rebinding.example", 443) == ["93.184.215.14"]
    assert answers == [["127.0.0.1"]]


@pytest.mark.parametrize(
    ("written", "hosts"),
    [
        ("wiki.example.com", {("wiki.example.com", 80), ("wiki.example.com", 443)}),
        ("Wiki.Example.com:8443", {("wiki.example.com", 8443)}),
        ("wiki.example.com:80", {("wiki.example.com", 80)}),
        ("10.0.0.1", {("10.0.0.1", 80), ("10.0.0.1", 443)}),
        ("[fd00::1]", {("fd00::1", 80), ("fd00::1", 443)}),
        ("[fd00::1]:8080", {("fd00::1", 8080)}),
    ],
)
def test_allowed_host_has_its_port_or_those_of_the_web(written: str, hosts: set[tuple[str, int]]) -> None:
    assert allowed_host(written) == hosts


@pytest.mark.parametrize(
    "written", ["", "https://a.example", "a.example/b", "a b", "a.example:x", "u@a.example"]
)
def test_what_is_no_host_cannot_be_allowed(written: str) -> None:
    with pytest.raises(FetchError):
        allowed_host(written)


def test_allowed_host_may_be_an_inner_one_on_that_port_alone() -> None:
    guard = Guard(allowed_host("localhost:8080"), resolve=lambda host, port: ["127.0.0.1"])
    assert guard("localhost", 8080) == ["127.0.0.1"]
    for port in (80, 8081):
        with pytest.raises(FetchError):
            guard("localhost", port)


def test_real_look_up_finds_addresses_in_figures() -> None:
    assert "127.0.0.1" in resolve("localhost", 80)
    assert parse_address("http://LOCALHOST.", _BOTH).host == "localhost"
