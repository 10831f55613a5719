import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from generator.build.pool import in_order
from generator.diagnostics.diagnostic import OpeningsError


@dataclass(frozen=True)
class Squares:
    """Squares, later ones sooner; with `fatal` a number at which something happens."""

    fatal: int = -1
    what: str = ""

    def begin(self) -> Callable[[Sequence[int]], list[int]]:
        return lambda numbers: [self._square(number) for number in numbers]

    def _square(self, number: int) -> int:
        if number == self.fatal and self.what == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if number == self.fatal and self.what == "error":
            raise OpeningsError("no room", "make some", exit_code=1)
        time.sleep(0.002 * (number % 3))
        return number * number


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("total", [0, 1, 2, 200])
def test_results_come_in_order(total: int, jobs: int) -> None:
    assert list(in_order(Squares(), total, jobs)) == [number * number for number in range(total)]


def test_worker_that_is_killed_is_told_and_never_waited_for() -> None:
    with pytest.raises(OpeningsError, match="ended in the middle of its work") as caught:
        list(in_order(Squares(50, "killed"), 200, 2))
    assert "SIGKILL" in caught.value.message
    assert "--jobs 1" in caught.value.hint


def test_error_in_a_worker_is_raised_here_with_all_it_says() -> None:
    with pytest.raises(OpeningsError, match="no room") as caught:
        list(in_order(Squares(50, "error"), 200, 2))
    assert (caught.value.hint, caught.value.exit_code) == ("make some", 1)


_ENDLESS = """
import sys, time
from generator.build.pool import in_order
class Endless:
    def begin(self):
        return lambda numbers: time.sleep(60)
print("begun", flush=True)
try:
    list(in_order(Endless(), 4, 2))
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_interruption_ends_all_workers_at_once() -> None:
    run = subprocess.Popen([sys.executable, "-c", _ENDLESS], stdout=subprocess.PIPE, start_new_session=True)
    assert run.stdout
    run.stdout.readline()
    time.sleep(0.5)
    os.killpg(run.pid, signal.SIGINT)
    assert run.wait(30) == 130  # half of what a worker sleeps: it doesn't wait for them
    run.stdout.close()
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


@dataclass(frozen=True)
class Whereabouts:
    """The process that did each piece."""

    def begin(self) -> Callable[[Sequence[int]], list[int]]:
        return lambda numbers: [self._place(number) for number in numbers]

    def _place(self, number: int) -> int:
        time.sleep(0.0005 if number < 100 else 0.002)
        return os.getpid()


def test_kin_pieces_are_done_by_one_worker_while_the_others_have_their_own() -> None:
    places = list(in_order(Whereabouts(), 500, 3, kin=100))
    assert len(set(places[:100])) == 1
    assert len(set(places)) == 3


def test_kin_pieces_are_shared_where_nothing_else_is_left() -> None:
    assert len(set(in_order(Whereabouts(), 300, 3, kin=300))) == 3
    assert list(in_order(Squares(), 200, 3, kin=150)) == [number * number for number in range(200)]
