"""The standard streams, which whoever starts us may have closed, filled or left halfway."""

import os
import sys
from io import StringIO, TextIOWrapper

from generator.diagnostics.diagnostic import OpeningsError


def prepare_streams() -> None:
    """Lets every text be printed, and nothing be read or told where stdin or stderr is closed."""
    # Python has None for a stream that is closed from the beginning.
    sys.stdin = sys.stdin or StringIO()
    sys.stderr = sys.stderr or StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def require_stdout() -> None:
    """An OpeningsError where stdout is closed."""
    if not sys.stdout:
        raise OpeningsError("stdout is closed", "send it to a file, or to /dev/null")


def give_up_streams() -> None:
    """Drops what a stream didn't take: Python flushes once more at its end, and would complain then."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
