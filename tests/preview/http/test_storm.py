"""A hundred readers while the site changes all the time: every answer is whole, and of one moment."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

from generator.preview.site.files import file
from tests.preview.http.stand_ins import PATIENCE, Client, SiteStandIn, StudioStandIn, serving

_READERS, _REQUESTS = 100, 20
_ROWS = 400


def _moment(number: int) -> SiteStandIn:
    """A site in which every file says the same number all over."""
    page = f"<!doctype html><body>{f'<p>{number}</p>' * _ROWS}</body>".encode()
    rules = f"/*\n  X-Moment: {number}\n"
    return SiteStandIn(
        {"/": page, "/style.css": b"%d;" % number * _ROWS, "/404.html": page}, header_rules=rules
    )


def _read(port: int) -> int:
    """How many answers were right."""
    right = 0
    with Client(port) as client:
        for turn in range(_REQUESTS):
            target = ("/", "/style.css", "/nowhere/", "/")[turn % 4]
            reply = client.ask(target)
            assert reply.status == (404 if target == "/nowhere/" else 200)
            numbers = re.findall(rb"(?<!\w)(\d+)(?=;|</p>)", reply.body)
            assert len(numbers) == _ROWS
            assert set(numbers) == {reply.headers["x-moment"].encode()}
            right += 1
    return right


def test_readers_get_whole_and_right_answers_while_the_site_changes() -> None:
    studio, stopped = StudioStandIn(_moment(0)), Event()

    def save() -> None:
        number = 0
        while not stopped.wait(0.002):
            number += 1
            studio.show(_moment(number))

    with serving(studio) as port, ThreadPoolExecutor(_READERS) as readers:
        saving = Thread(target=save)
        saving.start()
        try:
            answers = list(readers.map(_read, [port] * _READERS, timeout=6 * PATIENCE))
        finally:
            stopped.set()
            saving.join(PATIENCE)
    assert answers == [_REQUESTS] * _READERS
    assert studio.version() > 10


def test_file_that_is_read_in_parts_is_never_mixed() -> None:
    """A part of another state is refused by `If-Range`, so that the browser begins anew."""
    old, new = file("a.mp4", b"a" * 100), b"b" * 100
    studio = StudioStandIn(SiteStandIn({"/a.mp4": old.data}))
    with serving(studio) as port, Client(port) as client:
        first = client.ask("/a.mp4", range="bytes=0-49")
        studio.show(SiteStandIn({"/a.mp4": new}))
        rest = client.ask("/a.mp4", range="bytes=50-", if_range=first.headers["etag"])
        assert (rest.status, rest.body) == (200, new)
