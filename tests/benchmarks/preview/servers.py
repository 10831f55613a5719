"""The previews that are compared: how each is started, and ended again."""

import os
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import perf_counter

from tests.benchmarks.corpus.records import AS_OF
from tests.benchmarks.install import Programs
from tests.benchmarks.processes import Command, start
from tests.benchmarks.tools import OURS

# The words that serve a site's folder at a port.
Serve = Callable[[Path, int], tuple[str, ...]]
_PATIENCE = 10


@dataclass(frozen=True, slots=True)
class Server:
    """A preview that runs: its port, its process, and when that was started."""

    port: int
    pid: int
    started: float


def previews(programs: Programs) -> dict[str, Serve]:
    """The command of each generator whose preview is measured, by the generator's name.

    Hugo's renders in memory as ours does, with its live reload and its fast render, as people run it.
    """
    day = AS_OF.isoformat()
    return {
        OURS: lambda site, port: (*programs.openings, "serve", "--port", str(port), "--as-of", day),
        "Hugo": lambda site, port: (
            *(*programs.hugo, "server", "--port", str(port), "--bind", "127.0.0.1", "--renderToMemory"),
            *("--disableLiveReload=false", "--clock", f"{day}T12:00:00Z"),
        ),
    }


@contextmanager
def running(serve: Serve, site: Path) -> Iterator[Server]:
    """A preview of a site, ended as by Ctrl-C."""
    port = _free_port()
    os.sync()  # what was written before must not be paid for in this start
    with TemporaryFile() as output:
        started = perf_counter()
        process = start(Command(serve(site, port), site), output)
        try:
            yield Server(port, process.pid, started)
        except AssertionError as error:
            output.seek(0)
            error.add_note(output.read().decode("utf-8", "replace"))
            raise
        finally:
            _end(process)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGINT)
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise
