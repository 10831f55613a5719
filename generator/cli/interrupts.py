"""Ctrl-C while a command is still being imported."""

import os
import signal
from types import FrameType

INTERRUPTED = 130  # 128 + SIGINT, as shells count it


def end_at_once() -> None:
    """Lets Ctrl-C end the process where it stands, since nothing has begun yet.

    An exception could come within one of the importing system's callbacks, which swallow it.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def raise_again() -> None:
    """Lets Ctrl-C be a KeyboardInterrupt again."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(_number: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)
