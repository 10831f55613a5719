import pytest

from generator.content.source import Source, decode
from generator.diagnostics.diagnostic import Diagnostic


def test_text_loses_its_byte_order_mark_and_odd_line_ends() -> None:
    assert decode("a.md", b"\xef\xbb\xbfone\r\ntwo\rthree\n") == Source("a.md", "one\ntwo\nthree\n")


def test_nul_is_replaced() -> None:
    assert decode("a.md", b"a\0b") == Source("a.md", "a\ufffdb")


def test_line_separators_that_editors_do_not_count_become_spaces() -> None:
    data = "one\u2028two\u2029three\x85four".encode()
    assert decode("a.md", data) == Source("a.md", "one two three four")


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        (
            "one\ntwo für".encode("latin-1"),
            2,
            6,
            "the file isn't saved as UTF-8: the letter here (perhaps `ü`) can't be read",
        ),
        (
            "a\r\nb\r\né".encode("cp1252"),
            3,
            1,
            "the file isn't saved as UTF-8: the letter here (perhaps `é`) can't be read",
        ),
        (
            b"\xef\xbb\xbf\xc3\xa9\xff",
            1,
            2,
            "the file isn't saved as UTF-8: the letter here (perhaps `ÿ`) can't be read",
        ),
        ("title".encode("utf-16"), 1, 1, "the file is saved as UTF-16, not as UTF-8"),
        ("title".encode("utf-16-le"), 1, 1, "the file is saved as UTF-16, not as UTF-8"),
        ("title".encode("utf-16-be"), 1, 1, "the file is saved as UTF-16, not as UTF-8"),
    ],
    ids=["latin-1", "windows line ends", "after a mark", "utf-16", "utf-16-le", "utf-16-be"],
)
def test_other_encodings_are_named_at_their_first_byte(
    data: bytes, line: int, column: int, message: str
) -> None:
    problem = decode("a.md", data)
    assert isinstance(problem, Diagnostic)
    assert problem.at is not None
    assert (problem.code.code, problem.at.line, problem.at.column) == ("FM003", line, column)
    assert problem.message == message
    assert "choose UTF-8" in problem.hint
