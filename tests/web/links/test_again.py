"""What was found of links is kept, and holds for a while."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.web.exchange import Ways
from generator.web.links.again import Rules, ask_again
from generator.web.links.kept import Kept, read_kept, write_kept
from generator.web.links.verdict import State, Verdict
from tests.web.links.conftest import PACE
from tests.web.servers import Server

_DAY = date(2026, 3, 16)
_ANYBODY = Rules()


def _quiet(done: int, total: int) -> None:
    """Tells nobody."""


def _ask(server: Server, ways: Ways, path: Path, today: date, *targets: str, rules: Rules = _ANYBODY) -> int:
    """How many requests it took to know all of the pages."""
    before = len(server.heads)
    urls = [server.url(target) for target in targets]
    found = ask_again(urls, path, ways, PACE, today, lambda done, total: None, rules)
    assert found is not None
    assert found.keys() == set(urls)
    return len(server.heads) - before


@pytest.mark.parametrize(
    ("target", "days", "requests"),
    [("/fine", 6, 0), ("/fine", 7, 1), ("/gone", 0, 0), ("/gone", 1, 2), ("/login", 0, 0), ("/login", 1, 1)],
)
def test_what_was_found_holds_for_a_while(
    server: Server, plain_ways: Ways, tmp_path: Path, target: str, days: int, requests: int
) -> None:
    path = tmp_path / "links.json"
    assert _ask(server, plain_ways, path, _DAY, target) > 0
    assert _ask(server, plain_ways, path, _DAY + timedelta(days=days), target) == requests


def test_day_that_is_still_to_come_does_not_count(server: Server, plain_ways: Ways, tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    _ask(server, plain_ways, path, _DAY, "/fine")
    assert _ask(server, plain_ways, path, _DAY - timedelta(days=1), "/fine") == 1


def test_damaged_file_is_made_anew(server: Server, plain_ways: Ways, tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    _ask(server, plain_ways, path, _DAY, "/fine")
    whole = path.read_bytes()
    for damaged in (b"", whole[:-1], whole.replace(b"fine", b"gone"), b"{}", b"\xff\n\xff"):
        path.write_bytes(damaged)
        assert _ask(server, plain_ways, path, _DAY, "/fine") == 1
        assert path.read_bytes() == whole


def test_folder_that_cannot_be_written_is_no_hindrance(
    server: Server, plain_ways: Ways, tmp_path: Path
) -> None:
    assert _ask(server, plain_ways, tmp_path / "none/links.json", _DAY, "/fine") == 1
    assert list(tmp_path.iterdir()) == []


def test_link_in_place_of_the_file_is_replaced(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine")
    path = tmp_path / "links.json"
    path.symlink_to(elsewhere)
    write_kept(path, {"https://a.example/": Kept(Verdict(State.FINE), _DAY)}, _DAY)
    assert elsewhere.read_text() == "mine"
    assert read_kept(path).keys() == {"https://a.example/"}


def test_only_what_says_something_of_a_link_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    kept = {str(state): Kept(Verdict(state), _DAY) for state in State}
    write_kept(path, {**kept, "old": Kept(Verdict(State.FINE), _DAY - timedelta(days=7))}, _DAY)
    fleeting = {State.REFUSED, State.WRONG, State.SLOW, State.OFFLINE, State.LATE}
    assert read_kept(path).keys() == set(State) - fleeting


def test_good_link_is_asked_beside_dead_ones(server: Server, plain_ways: Ways, tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    _ask(server, plain_ways, path, _DAY, "/fine")
    dead = [f"https://{name}.invalid/" for name in "abc"]
    found = ask_again([server.url("/fine"), *dead], path, plain_ways, PACE, _DAY, _quiet, _ANYBODY)
    assert found is not None
    assert [found[url].state for url in dead] == [State.NO_HOST] * 3


def test_machine_without_a_network_says_nothing_and_keeps_nothing(plain_ways: Ways, tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    nobody = replace(plain_ways, resolve=lambda host, port: [])
    dead = [f"https://{name}.example/" for name in "abc"]
    assert ask_again(dead, path, nobody, PACE, _DAY, _quiet, _ANYBODY) is None
    assert not path.exists()


def test_link_of_a_host_that_is_skipped_now_is_not_asked_beside_others(
    server: Server, plain_ways: Ways, tmp_path: Path
) -> None:
    path = tmp_path / "links.json"
    _ask(server, plain_ways, path, _DAY, "/fine")
    rules = Rules(is_skipped=lambda url: url == server.url("/fine"))
    assert _ask(server, plain_ways, path, _DAY, "/moved-elsewhere", rules=rules) == 3
    assert _ask(server, plain_ways, path, _DAY, "/elsewhere") == 3, "the known good one is asked too"


def test_what_was_found_by_an_allowed_host_holds_only_where_it_is_allowed(
    server: Server, plain_ways: Ways, tmp_path: Path
) -> None:
    path = tmp_path / "links.json"
    allowed = Rules(frozenset({"wiki.example.com:443"}))
    assert _ask(server, plain_ways, path, _DAY, "/fine", rules=allowed) == 1
    assert _ask(server, plain_ways, path, _DAY, "/fine", rules=allowed) == 0
    assert _ask(server, plain_ways, path, _DAY, "/fine") == 1
    assert _ask(server, plain_ways, path, _DAY, "/fine", rules=allowed) == 0
