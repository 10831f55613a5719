import socket
from contextlib import suppress

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.preview.http.binding import address_of, bind, own_names, port_of


def test_next_free_port_is_taken() -> None:
    with bind("127.0.0.1", 0) as first:
        port = port_of(first)
        with bind("127.0.0.1", port) as second:
            assert port < port_of(second) < port + 20
        with bind("localhost", port) as third:
            assert third.family == socket.AF_INET


def test_error_says_what_to_do_where_no_port_is_free() -> None:
    with bind("127.0.0.1", 0) as first:
        port = port_of(first)
        with pytest.raises(OpeningsError, match=f"port {port} is taken") as error:
            bind("127.0.0.1", port, tries=1)
        assert "--port" in error.value.hint


def test_several_taken_ports_are_named() -> None:
    first, second = _neighbours()
    port = port_of(first)
    with first, second, pytest.raises(OpeningsError) as error:
        bind("127.0.0.1", port, tries=2)
    assert error.value.message == f"all ports from {port} to {port + 1} are taken"


def _neighbours() -> tuple[socket.socket, socket.socket]:
    """Two sockets at ports next to each other, wherever nobody else has one of them."""
    while True:
        first = bind("127.0.0.1", 0)
        with suppress(OpeningsError):
            return first, bind("127.0.0.1", port_of(first) + 1, tries=1)
        first.close()


@pytest.mark.parametrize("host", ["", "a" * 80, "203.0.113.9"])
def test_host_that_is_not_this_machine_is_an_error_with_a_way_out(host: str) -> None:
    with pytest.raises(OpeningsError) as error:
        bind(host, 0)
    assert "--host" in error.value.hint


def test_names_of_the_machine_are_its_own_and_that_of_the_local_network() -> None:
    name = socket.gethostname()
    assert own_names() == {name, f"{name.partition('.')[0]}.local"}


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.1", "127.0.0.1"), ("0", "0.0.0.0"), ("localhost", "127.0.0.1"), ("2130706433", "127.0.0.1")],
)
def test_address_is_that_of_the_socket_however_the_host_is_spelled(host: str, address: str) -> None:
    with bind(host, 0) as listening:
        assert address_of(listening) == address


def _bound_by_ipv6(host: str) -> socket.socket:
    try:
        return bind(host, 0)
    except OpeningsError:
        pytest.skip("this machine has no IPv6")


def test_brackets_of_an_address_are_no_part_of_it() -> None:
    with _bound_by_ipv6("[::1]") as listening:
        assert address_of(listening) == "::1"


def test_everywhere_is_by_the_older_family_too() -> None:
    with (
        _bound_by_ipv6("::") as listening,
        socket.create_connection(("127.0.0.1", port_of(listening)), timeout=20),
        listening.accept()[0] as accepted,
    ):
        assert accepted.getpeername()[0] == "::ffff:127.0.0.1"
