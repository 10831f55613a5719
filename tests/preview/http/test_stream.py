import json
from threading import Event

from generator.preview.http.session import cookie_of
from generator.preview.site.wish import Wish
from tests.preview.http.stand_ins import PATIENCE, Client, SiteStandIn, StudioStandIn, serving


def _listen(client: Client, **headers: str) -> dict[str, str]:
    """The headers of the stream, which begins with the pause before browsers come back."""
    client.send("GET /__openings/events", **headers)
    assert client.file.readline() == b"HTTP/1.1 200 OK\r\n"
    sent: dict[str, str] = {}
    while line := client.file.readline().decode().strip():
        name, _, value = line.partition(": ")
        sent[name.lower()] = value
    assert client.file.readline() + client.file.readline() == b"retry: 1000\n\n"
    return sent


def _event(client: Client) -> dict[str, int]:
    """The next event; comments say nothing."""
    line = client.file.readline()
    while line in (b": still here\n", b"\n"):
        line = client.file.readline()
    assert line.startswith(b"data: ")
    assert client.file.readline() == b"\n"
    event: dict[str, int] = json.loads(line.removeprefix(b"data: "))
    return event


def test_state_is_told_at_once_and_after_every_change() -> None:
    studio = StudioStandIn(SiteStandIn())
    with serving(studio) as port, Client(port) as client:
        headers = _listen(client)
        assert headers["content-type"] == "text/event-stream; charset=utf-8"
        assert headers["cache-control"] == "no-store"
        assert "content-length" not in headers
        assert _event(client) == {"version": 1, "drafts": 0}
        for version in (2, 3, 4):
            studio.show(SiteStandIn())
            assert _event(client)["version"] == version


def test_listener_hears_of_its_own_wish() -> None:
    with serving(StudioStandIn(SiteStandIn())) as port, Client(port) as client:
        _listen(client, cookie=cookie_of(Wish(drafts=True), port).partition(";")[0])
        assert _event(client)["drafts"] == 1


def test_word_now_and_then_keeps_the_connection() -> None:
    with serving(StudioStandIn(SiteStandIn()), heartbeat=0.05) as port, Client(port) as client:
        _listen(client)
        _event(client)
        assert [client.file.readline() for _ in range(4)] == [b": still here\n", b"\n"] * 2


def test_stream_ends_with_the_studio() -> None:
    studio = StudioStandIn(SiteStandIn())
    with serving(studio) as port, Client(port) as client:
        _listen(client)
        _event(client)
        studio.close()
        assert client.is_over()


def test_further_listeners_are_told_to_come_back_until_one_has_gone() -> None:
    studio = StudioStandIn(SiteStandIn())
    with serving(studio, listeners=1, heartbeat=0.05) as port:
        with Client(port) as first:
            _listen(first)
            with Client(port) as second:
                reply = second.ask("/__openings/events")
                assert (reply.status, reply.headers["retry-after"]) == (503, "10")
                assert second.is_over()
        _until_free(port)


def _until_free(port: int) -> None:
    """Asks until there is a place."""
    pause = Event()
    for _ in range(int(PATIENCE / 0.05)):
        with Client(port) as client:
            client.send("GET /__openings/events")
            if client.file.readline() == b"HTTP/1.1 200 OK\r\n":
                return
        pause.wait(0.05)
    raise AssertionError("the place of a closed tab was never given back")
