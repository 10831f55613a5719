"""The command on a terminal of its own, with somebody who types."""

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 20  # seconds until a terminal that says nothing counts as stuck


class Terminal:
    """A running command; `shown` is all that it wrote so far."""

    def __init__(self, folder: Path, arguments: Sequence[str]) -> None:
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"},
            cwd=folder,
            # A shell's background jobs ignore the signal, and what they start does too.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        os.close(theirs)
        self.shown = ""
        self._seen = 0

    def wait_for(self, text: str) -> None:
        """Reads until the text is shown behind what was waited for before."""
        while text not in self.shown[self._seen :] and self._read():
            pass
        if text not in self.shown[self._seen :]:
            self.process.kill()
            self.end()
            raise AssertionError(f"{text!r} was never shown: {self.shown}")
        self._seen = self.shown.index(text, self._seen) + len(text)

    def answer(self, question: str, text: str) -> None:
        """Waits for the question and types a line."""
        self.wait_for(question)
        os.write(self._ours, f"{text}\n".encode())

    def interrupt(self) -> None:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)

    def end(self) -> int:
        """The exit code, once the command has ended."""
        while self._read():
            pass
        os.close(self._ours)
        return self.process.wait(_PATIENCE)

    def _read(self) -> bool:
        if not select.select([self._ours], [], [], _PATIENCE)[0]:
            return False
        try:
            data = os.read(self._ours, 4096)
        except OSError:  # Linux: the other end was closed
            return False
        self.shown += data.decode("utf-8", "replace")
        return bool(data)
