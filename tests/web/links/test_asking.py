"""What a link's end says of it."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from generator.web.exchange import Ways
from generator.web.failure import Cause, FetchError
from generator.web.guard import Guard
from generator.web.links.asking import ask_link
from generator.web.links.verdict import State, Verdict
from tests.web.links.conftest import QUICK
from tests.web.servers import Server, answer, serving


@pytest.mark.parametrize(
    ("path", "state", "detail"),
    [
        ("/fine", State.FINE, ""),
        ("/elsewhere", State.FINE, ""),
        ("/elsewhere-moved", State.FINE, ""),
        ("/none", State.GONE, "404"),
        ("/gone", State.GONE, "410"),
        ("/moved-away", State.GONE, "404"),
        ("/login", State.UNKNOWN, "401"),
        ("/forbidden", State.UNKNOWN, "403"),
        ("/busy", State.UNKNOWN, "429"),
        ("/robots", State.UNKNOWN, "999"),
        ("/failing", State.UNKNOWN, "500"),
        ("/garbage", State.UNKNOWN, "the answer isn't HTTP"),
        ("/turning", State.UNKNOWN, "more than 3 redirects"),
        ("/mail", State.UNKNOWN, "its scheme is `mailto`, and only `http` or `https` is asked"),
    ],
)
def test_link_is_judged_by_what_is_at_its_end(
    server: Server, plain_ways: Ways, path: str, state: State, detail: str
) -> None:
    assert ask_link(server.url(path), plain_ways, QUICK) == Verdict(state, detail)


@pytest.mark.parametrize(
    ("path", "to"), [("/moved", "/fine"), ("/moved-too", "/fine"), ("/moved-elsewhere", "/elsewhere")]
)
def test_link_that_moved_for_good_has_a_new_address(
    server: Server, plain_ways: Ways, path: str, to: str
) -> None:
    assert ask_link(server.url(path), plain_ways, QUICK) == Verdict(State.MOVED, to=server.url(to))


@pytest.mark.parametrize("status", ["403 No", "404 No", "405 No", "500 No", "501 No"])
def test_server_that_refuses_a_glance_is_asked_for_the_page(plain_ways: Ways, status: str) -> None:
    with serving(lambda method, _: answer(status=status if method == "HEAD" else "200 OK")) as page:
        assert ask_link(page.url(), plain_ways, QUICK).state is State.FINE
        assert [head.split(" ")[0] for head in page.heads] == ["HEAD", "GET"]


def test_host_that_is_not_there_is_told_from_a_page_that_leads_there(
    server: Server, plain_ways: Ways
) -> None:
    assert ask_link("http://nowhere.invalid/", plain_ways, QUICK).state is State.NO_HOST
    detail = "no such host, behind a redirect to `http://nowhere.invalid/`"
    assert ask_link(server.url("/nowhere"), plain_ways, QUICK) == Verdict(State.GONE, detail)


def test_host_that_is_slow_is_told_from_a_page_that_leads_there(server: Server, plain_ways: Ways) -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        if host == "nowhere.invalid":
            raise FetchError("too slow: 10 s", Cause.SLOW)
        return plain_ways.resolve(host, port)

    ways = replace(plain_ways, resolve=resolve)
    assert ask_link("http://nowhere.invalid/", ways, QUICK).state is State.SLOW
    assert ask_link(server.url("/nowhere"), ways, QUICK).state is State.UNKNOWN


def test_address_that_nobody_can_ask_is_wrong(plain_ways: Ways) -> None:
    assert ask_link("https://example.com:99999/", plain_ways, QUICK).state is State.WRONG


def test_certificate_that_is_not_valid_is_told(untrusted: Server, plain_ways: Ways) -> None:
    verdict = ask_link(untrusted.url("/fine"), plain_ways, QUICK)
    assert verdict.state is State.UNTRUSTED
    assert verdict.detail.startswith("the certificate isn't valid: ")


def test_redirect_does_not_lead_into_an_inner_network(server: Server) -> None:
    guard = Guard(frozenset({("localhost", server.port)}))
    verdict = ask_link(server.url("/metadata"), Ways(resolve=guard, proxy=lambda address: None), QUICK)
    assert verdict.state is State.REFUSED
    assert "169.254.169.254" in verdict.detail


def test_machine_without_a_name_server_is_offline() -> None:
    def unanswered(host: str, port: int) -> list[str]:
        raise FetchError("no name server answered", Cause.OFFLINE)

    verdict = ask_link("https://example.com/", Ways(resolve=unanswered, proxy=lambda address: None), QUICK)
    assert verdict.state is State.OFFLINE


def test_link_with_a_password_is_not_asked(server: Server, plain_ways: Ways) -> None:
    before = len(server.heads)
    verdict = ask_link(server.url("/fine").replace("//", "//ada:s3cret@"), plain_ways, QUICK)
    assert verdict == Verdict(State.REFUSED, "there is a name or password in it")
    assert len(server.heads) == before
