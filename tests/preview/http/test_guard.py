from typing import Any

import pytest

from generator.preview.http.guard import Guard, guard_for, is_loopback
from generator.preview.http.messages import Request
from generator.preview.http.targets import target_of

_LOCAL = guard_for("127.0.0.1", 8000)
_OPEN = guard_for("0.0.0.0", 8000, ["ada-laptop", "ada-laptop.local"])


def _status(guard: Guard, target: str = "/", method: str = "GET", **headers: str) -> int:
    """The status of the refusal; 200 where the request is let in."""
    named: dict[str, Any] = {"host": "localhost:8000", **headers}
    fields = {name.replace("_", "-"): value for name, value in named.items() if value is not None}
    refusal = guard.refusal(Request(method, target, fields), target_of(target))
    return refusal.status if refusal else 200


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LocalHost:8000", "[::1]:8000"])
@pytest.mark.parametrize("port", [":8000", ":80", ""], ids=["own", "forwarded", "none"])
def test_own_hosts_are_let_in_at_any_port(host: str, port: str) -> None:
    host = host.replace(":8000", port)
    assert _status(_LOCAL, host=host) == 200
    assert _status(_OPEN, host=host) == 200


_FOREIGN = [
    *("evil.example", "evil.example:8000", "localhost.evil.example:8000", "127.0.0.1.evil.example:8000"),
    *("localhost:", "localhost:8000:8000"),
    *(
        "localhost.:8000",
        "user@localhost:8000",
        "localhost:8000@evil.example",
        "localhost:8000/",
        " localhost:8000",
    ),
    *(
        "localhost:８０００",
        "localhost:8000, evil.example",
        "[::1",
        "::1:8000",
        "[::1%25lo]:8000",
        "\tlocalhost:8000",
    ),
    *("127.1:8000", "0x7f.1:8000", "2130706433:8000", "127.0.0.1\x00:8000", "metadata.google.internal:8000"),
]


@pytest.mark.parametrize(
    "host", [*_FOREIGN, "0.0.0.0:8000", "192.168.1.7:8000", "[fe80::1]:8000", "127.0.0.2:8000"]
)
def test_any_other_host_is_refused(host: str) -> None:
    assert _status(_LOCAL, host=host) == 421


@pytest.mark.parametrize("host", _FOREIGN)
def test_foreign_host_is_refused_where_others_may_look_too(host: str) -> None:
    assert _status(_OPEN, host=host) == 421


@pytest.mark.parametrize(
    "host", ["192.168.1.7:8000", "[fe80::1]:8000", "0.0.0.0:8000", "ada-laptop:8000", "ADA-laptop.local:8000"]
)
def test_figures_and_own_names_are_let_in_where_others_may_look(host: str) -> None:
    assert _status(_OPEN, host=host) == 200


def test_host_of_the_command_line_is_let_in() -> None:
    assert _status(guard_for("192.168.1.7", 8000, ["Preview.example"]), host="preview.example:8000") == 200
    assert _status(guard_for("127.0.1.1", 8000, ["ada-laptop"]), host="ada-laptop:8000") == 200
    assert _status(guard_for("127.0.1.1", 8000), host="127.0.1.1:8000") == 200
    assert _status(guard_for("::1", 8000, ["::1"]), host="[::1]:8000") == 200


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("0.0.0.0", "http://127.0.0.1:8000/"),
        ("::", "http://[::1]:8000/"),
        ("192.168.1.7", "http://192.168.1.7:8000/"),
    ],
)
def test_refusal_says_where_a_browser_finds_us(address: str, url: str) -> None:
    request = Request("GET", "/", {"host": "evil.example"})
    refusal = guard_for(address, 8000).refusal(request, target_of("/"))
    assert refusal
    assert refusal.body.decode().endswith(f" {url}\n")


def test_missing_host_is_no_request() -> None:
    assert _status(_LOCAL, host=None) == 400  # type: ignore[arg-type]
    assert _status(_LOCAL, host="") == 400


def test_whole_address_has_to_be_ours_as_well() -> None:
    assert _status(_LOCAL, "http://localhost:8000/") == 200
    assert _status(_LOCAL, "http://evil.example/") == 421
    assert _status(_LOCAL, "http://localhost:8000/", host="evil.example") == 421
    assert _status(_LOCAL, "http://localhost:8000@evil.example/") == 421


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
@pytest.mark.parametrize("target", ["/", "/__openings/", "/__openings/echo"])
@pytest.mark.parametrize(
    "origin",
    [
        *(
            "https://evil.example",
            "null",
            "",
            "http://localhost",
            "http://localhost:8001",
            "https://localhost:8000",
        ),
        *(
            "http://127.0.0.1:8000",
            "http://localhost:8000.evil.example",
            "http://evil.example:8000",
            "file://",
        ),
        *(
            "http://localhost:8000, http://localhost:8000",
            "http://localhost:8000/",
            "localhost:8000",
            "http://",
        ),
    ],
)
def test_foreign_origin_is_refused(method: str, target: str, origin: str) -> None:
    assert _status(_LOCAL, target, method, origin=origin) == 403


def test_own_origin_is_let_in() -> None:
    assert _status(_LOCAL, origin="http://localhost:8000") == 200
    assert _status(_LOCAL, host="[::1]:8000", origin="http://[::1]:8000") == 200
    assert _status(guard_for("127.0.0.1", 80), host="localhost", origin="http://localhost") == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", "CONNECT"])
def test_site_can_only_be_read(method: str) -> None:
    request = Request(method, "/jobs/", {"host": "localhost:8000"})
    refusal = _LOCAL.refusal(request, target_of("/jobs/"))
    assert refusal
    assert refusal.status == 405
    assert ("Allow", "GET, HEAD") in refusal.headers


def test_changes_need_a_page_of_our_own() -> None:
    assert _status(_LOCAL, "/__openings/wish", "POST") == 403
    assert _status(_LOCAL, "/__openings/wish", "POST", origin="http://localhost:8000") == 200
    assert _status(_LOCAL, "/__openings/wish", "PUT", origin="http://localhost:8000") == 405


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything"])
@pytest.mark.parametrize(
    "target",
    ["/__openings/live.js", "/%5F_openings/live.js", "http://localhost:8000/__openings/", "/logo.svg", "/"],
)
def test_other_sites_pages_get_nothing_at_all(site: str, target: str) -> None:
    foreign = {"sec_fetch_site": site, "sec_fetch_mode": "no-cors", "sec_fetch_dest": "image"}
    assert _status(_LOCAL, target, **foreign) == 403
    framed = {"sec_fetch_site": site, "sec_fetch_mode": "navigate", "sec_fetch_dest": "iframe"}
    assert _status(_LOCAL, target, **framed) == 403
    posted = {"sec_fetch_site": site, "sec_fetch_mode": "navigate", "sec_fetch_dest": "document"}
    refused = _status(_LOCAL, target, "POST", origin="http://localhost:8000", **posted)
    assert refused == (405 if target in ("/", "/logo.svg") else 403)


def test_link_from_elsewhere_may_be_followed() -> None:
    visit = {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": "document"}
    assert _status(_LOCAL, "/__openings/", **visit) == 200
    assert _status(_LOCAL, "/jobs/cook/", **visit) == 200


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_own_pages_and_people_get_all(site: str) -> None:
    assert _status(_LOCAL, "/__openings/live.js", sec_fetch_site=site) == 200


@pytest.mark.parametrize(
    ("address", "expected"),
    [("127.0.0.1", True), ("127.8.0.1", True), ("::1", True), ("0.0.0.0", False), ("::", False),
     ("192.168.1.7", False), ("fe80::1", False)],
)  # fmt: skip
def test_loopback_is_this_machine_alone(address: str, expected: bool) -> None:
    assert is_loopback(address) is expected
