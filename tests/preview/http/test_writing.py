import pytest

from generator.preview.http.messages import Response
from generator.preview.http.writing import written


def _sent(*headers: tuple[str, str], status: int = 200, method: str = "GET", is_last: bool = False) -> bytes:
    return written(Response(status, headers, b"abc"), method, is_last)


def test_answer_says_where_it_ends() -> None:
    head, _, body = _sent(("X-One", "é"), is_last=True).partition(b"\r\n\r\n")
    first, date, *rest = head.decode().split("\r\n")
    assert (first, rest) == ("HTTP/1.1 200 OK", ["X-One: é", "Content-Length: 3", "Connection: close"])
    assert date.startswith("Date: ")
    assert date.endswith(" GMT")
    assert body == b"abc"


def test_head_has_no_body_but_its_length() -> None:
    assert _sent(method="HEAD").endswith(b"\r\nContent-Length: 3\r\n\r\n")


@pytest.mark.parametrize("status", [204, 304])
def test_answer_without_a_body_has_no_length(status: int) -> None:
    assert b"Content-Length" not in _sent(status=status)
    assert _sent(status=status).endswith(b"\r\n\r\n")


def test_framing_is_said_once() -> None:
    sent = _sent(*((name, "99") for name in ("content-length", "Transfer-Encoding", "CONNECTION", "date")))
    assert sent.startswith(b"HTTP/1.1 200 OK\r\nDate: ")
    assert sent.endswith(b" GMT\r\nContent-Length: 3\r\n\r\nabc")


@pytest.mark.parametrize(
    "header",
    [("X", "a\r\nY: b"), ("X", "a\nb"), ("X", "a\x00"), ("X\r\nY", "a"), ("X:", "a"), ("", "a")],
)
def test_header_that_would_break_out_is_a_mistake_of_ours(header: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="break out"):
        _sent(header)
