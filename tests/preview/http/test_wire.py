import socket
from collections.abc import Iterator

import pytest

from generator.preview.http import wire as module
from generator.preview.http.wire import TooLongError, TooSlowError, Wire

Ends = tuple[Wire, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Wire(ours), theirs


def test_pieces_are_taken_one_after_another(ends: Ends) -> None:
    wire, theirs = ends
    theirs.sendall(b"one;two;rest")
    assert wire.until(b";", 10, 9) == b"one"
    assert wire.exactly(2, 9) == b"tw"
    assert wire.until(b";", 10, 9) == b"o"
    assert wire.has_more(0)
    theirs.shutdown(socket.SHUT_WR)
    assert wire.until(b";", 10, 9) is None
    assert wire.exactly(9, 9) is None
    assert wire.exactly(4, 9) == b"rest"
    assert not wire.has_more(9)


def test_what_is_too_long_is_not_kept(ends: Ends) -> None:
    wire, theirs = ends
    theirs.sendall(b"a" * 11)
    with pytest.raises(TooLongError):
        wire.until(b";", 10, 9)
    theirs.sendall(b";")
    with pytest.raises(TooLongError):
        wire.until(b";", 10, 9)


def test_nobody_is_waited_for_longer_than_agreed(ends: Ends) -> None:
    wire, theirs = ends
    theirs.sendall(b"a")
    with pytest.raises(TooSlowError):
        wire.until(b";", 10, 0.01)
    with pytest.raises(TooSlowError):
        wire.exactly(2, 0.01)
    assert wire.exactly(1, 9) == b"a"
    assert not wire.has_more(0.01)


def test_who_takes_no_answer_holds_nobody(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SENDING", 0.01)
    with pytest.raises(TimeoutError):
        ends[0].send(bytes(30_000_000))


def test_other_side_that_has_gone_is_noticed(ends: Ends) -> None:
    wire, theirs = ends
    assert not wire.is_gone()
    theirs.sendall(b"more")
    assert not wire.is_gone()
    assert wire.exactly(4, 9) == b"more"
    theirs.close()
    assert wire.is_gone()


def test_last_answer_arrives_though_more_was_sent_than_is_heard(ends: Ends) -> None:
    wire, theirs = ends
    theirs.sendall(b"never heard")
    wire.send(b"answer")
    theirs.shutdown(socket.SHUT_WR)
    wire.finish()
    assert theirs.recv(100) == b"answer"
    assert theirs.recv(100) == b""
