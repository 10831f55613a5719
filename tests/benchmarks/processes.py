"""Whole processes, measured from outside: time, processor time and memory of a command and all it starts."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import perf_counter, sleep
from typing import IO

_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Command:
    """What to run, and in which folder."""

    words: tuple[str, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock, seconds of processor time, and the largest process's peak in bytes."""

    wall: float
    cpu: float
    largest: int


def timed(command: Command) -> Run:
    """How long a command takes, with the processor time of its whole tree of processes."""
    os.sync()  # what earlier runs wrote must not be paid for in this one
    with TemporaryFile() as output:
        began = perf_counter()
        process = start(command, output)
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        _succeeded(process, output)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def peak_memory(command: Command) -> int:
    """The largest sum, in bytes, of the proportional set sizes of a command's processes.

    A page that forked workers share counts once, divided among them. Looking costs time, so no run is both
    timed and looked at.
    """
    highest = 0
    with TemporaryFile() as output:
        process = start(command, output)
        while process.poll() is None:
            highest = max(highest, memory(process.pid))
            sleep(_EVERY)
        _succeeded(process, output)
    return highest


def memory(pid: int) -> int:
    """The sum, in bytes, of the proportional set sizes of a process and of all below it."""
    return sum(map(_proportional, _tree(pid)))


def start(command: Command, output: IO[bytes]) -> subprocess.Popen[bytes]:
    """The process of a command, that writes all it says to `output`."""
    # Python keeps compiled modules on people's machines; where it is told not to, each start takes longer.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.Popen(
        command.words, cwd=command.folder, stdout=output, stderr=subprocess.STDOUT, env=environment
    )


def _succeeded(process: subprocess.Popen[bytes], output: IO[bytes]) -> None:
    if process.returncode:
        output.seek(0)
        sys.exit(
            f"a build failed with exit code {process.returncode}:\n{output.read().decode('utf-8', 'replace')}"
        )


def _tree(pid: int) -> list[int]:
    """A process and all below it, as far as they still run."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []
    return [pid, *(below for child in children for below in _tree(child))]


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
