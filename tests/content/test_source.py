import pytest

from generator.content.source import decode


def test_text_loses_its_byte_order_mark_and_odd_line_ends() -> None:
    source, problems = decode("a.md", b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert source is not None
    assert source.text == "one\ntwo\nthree\n"
    assert problems == ()


def test_marks_of_the_markdown_part_and_nul_are_replaced() -> None:
    source, _ = decode("a.md", "a\0b\ue000c\ue001d".encode())
    assert source is not None
    assert source.text == "a\ufffdb\ufffdc\ufffdd"


def test_line_separators_that_editors_do_not_count_become_spaces() -> None:
    source, _ = decode("a.md", "one\u2028two\u2029three\x85four".encode())
    assert source is not None
    assert source.text == "one two three four"


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
    source, (problem,) = decode("a.md", data)
    assert source is None
    assert problem.at is not None
    assert (problem.code.code, problem.at.line, problem.at.column) == ("FM003", line, column)
    assert problem.message == message
    assert "choose UTF-8" in problem.hint
