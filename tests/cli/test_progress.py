from io import StringIO

from generator.cli.progress import Meter


class Screen(StringIO):
    """A stream that is a terminal, or isn't."""

    def __init__(self, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


def shown(seconds: list[float], is_terminal: bool = True) -> str:
    """What a meter shows that is told of a step at each of these times."""
    times = iter([0.0, *seconds])
    screen = Screen(is_terminal)
    with Meter("page", screen, lambda: next(times)) as meter:
        for done, _ in enumerate(seconds, 1):
            meter(done, len(seconds))
    return screen.getvalue()


def test_short_work_shows_nothing() -> None:
    assert shown([0.1, 0.2, 0.4]) == ""


def test_long_work_shows_one_line_and_wipes_it() -> None:
    assert shown([0.1, 0.6, 0.9]) == "\r\x1b[2Kpage 2 of 3\r\x1b[2Kpage 3 of 3\r\x1b[2K"


def test_line_is_not_rewritten_too_often() -> None:
    assert shown([0.6, 0.61, 0.62]) == "\r\x1b[2Kpage 1 of 3\r\x1b[2K"


def test_pipe_gets_nothing() -> None:
    assert shown([1.0, 2.0], is_terminal=False) == ""
