"""Work shared among processes, its results in order."""

import contextlib
import gc
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import active_children, connection, get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Protocol, TypeVar

from msgspec import Struct

from generator.diagnostics.diagnostic import OpeningsError

R = TypeVar("R")

# A worker that waits for its next task while this process is busy is a core that does nothing.
_AHEAD = 2
_TASKS_EACH = 32  # so that workers end at about the same time
_LARGEST_TASK = 32


class Work(Protocol[R]):
    """Numbered work; it is sent to each worker once, where processes can't be forked by pickling it.

    Work in several steps should take each step for all the pieces before the next one. A processor that does
    one thing for a while keeps all it needs near: pages are made in three quarters of the time.
    """

    def begin(self) -> Callable[[Sequence[int]], list[R]]:
        """What does some pieces of the work, by their numbers; called once in each process."""


def in_order(work: Work[R], total: int, jobs: int, kin: int = 0) -> Iterator[R]:
    """The results of pieces 0 to `total` - 1, each as soon as all before it are done.

    The first `kin` pieces share much of what is made for each: one worker does them as far as it can.
    With one job they are made in this process. An error in a worker is raised here, the same one where
    it can be sent; OpeningsError where a worker was ended from outside.
    """
    if jobs <= 1 or total <= 1:
        do = work.begin()
        for task in _tasks(total, _LARGEST_TASK):
            yield from do(task)
        return
    pool = _Pool(work, min(jobs, total))
    try:
        yield from pool.run(total, kin)
    finally:
        pool.end()


def end_workers() -> None:
    """Ends all workers of this process, whatever they are doing: without us they would complain."""
    for worker in active_children():
        worker.kill()


def _context() -> Any:
    """Forked workers share what is in memory; a fork is safe with one thread, and never on macOS."""
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    return get_context("fork" if can_fork else "spawn")


@contextlib.contextmanager
def _interrupts_held(is_spawned: bool) -> Iterator[None]:
    """No Ctrl-C reaches this thread meanwhile, nor ever a process that it starts: the first process hears it
    too, and ends the others.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    if is_spawned:
        resource_tracker.ensure_running()  # which lets them come again once it has started
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Pool:
    """Workers, each with a pipe of its own, so that we know who died with what in hand."""

    def __init__(self, work: Work[Any], count: int) -> None:
        self._workers: dict[Any, BaseProcess] = {}
        context = _context()
        is_forked = context.get_start_method() == "fork"
        with _interrupts_held(is_spawned=not is_forked):
            for _ in range(count):
                ours, theirs = context.Pipe()
                inherited = [*self._workers, ours] if is_forked else []
                worker = context.Process(target=_serve, args=(work, theirs, inherited), daemon=True)
                self._workers[ours] = worker
                worker.start()
                theirs.close()

    def run(self, total: int, kin: int) -> Iterator[Any]:
        size = max(1, min(_LARGEST_TASK, total // (len(self._workers) * _TASKS_EACH)))
        tasks = _Tasks(deque(_tasks(kin, size)), deque(_tasks(total, size, kin)), next(iter(self._workers)))
        for pipe in [*self._workers] * _AHEAD:
            self._hand_out(pipe, tasks.next(pipe))
        waiting: dict[int, list[Any]] = {}
        wanted = 0
        while wanted < total:
            for pipe in connection.wait([*self._workers]):
                start, results = self._received(pipe)
                waiting[start] = results
                self._hand_out(pipe, tasks.next(pipe))
            while wanted in waiting:
                results = waiting.pop(wanted)
                wanted += len(results)
                yield from results

    def _hand_out(self, pipe: Any, task: range | None) -> None:
        if task:
            with contextlib.suppress(BrokenPipeError):  # the worker is gone: reading its pipe tells how
                pipe.send(task)

    def _received(self, pipe: Any) -> tuple[int, list[Any]]:
        try:
            start, results, error = pipe.recv()
        except (EOFError, ConnectionError):
            worker = self._workers[pipe]
            worker.join(1)
            raise OpeningsError(
                f"a worker process ended in the middle of its work ({_how(worker.exitcode)})",
                "was there too little memory? `--jobs 1` needs the least",
                exit_code=1,
            ) from None
        if error:
            raise error
        return start, results

    def end(self) -> None:
        """Ends all workers, whatever they are doing."""
        for pipe, worker in self._workers.items():
            pipe.close()
            worker.kill()
        for worker in self._workers.values():
            worker.join()
            worker.close()


def _tasks(total: int, size: int, first: int = 0) -> Iterator[range]:
    return (range(start, min(start + size, total)) for start in range(first, total, size))


class _Tasks(Struct, frozen=True):
    """What is left to hand out: tasks that are `kin` go to one worker, as long as the others have theirs."""

    kin: deque[range]
    others: deque[range]
    favourite: object

    def next(self, pipe: object) -> range | None:
        """The next task for a worker."""
        if self.kin and (pipe is self.favourite or not self.others):
            return self.kin.popleft() if pipe is self.favourite else self.kin.pop()
        return self.others.popleft() if self.others else None


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"exit code {code}"


def _serve(work: Work[Any], pipe: Connection, inherited: list[Connection]) -> None:
    """A worker's life: it does task after task until nobody is at the other end."""
    gc.disable()  # work makes few circles and ends soon; looking for them would copy what the fork shares
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it couldn't be held back, as on Windows
    for other in inherited:
        other.close()  # else a worker would hold its brothers' pipes open
    do: Callable[[Sequence[int]], list[Any]] | None = None
    with contextlib.suppress(EOFError, ConnectionError):
        while True:
            task = pipe.recv()
            try:
                do = do or work.begin()
                pipe.send((task.start, do(task), None))
            except (EOFError, ConnectionError):
                raise
            except Exception as error:
                pipe.send((task.start, [], _sendable(error)))


def _sendable(error: Exception) -> Exception:
    """The error with what its own process knows of where it came from."""
    error.add_note("".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError("".join(traceback.format_exception(error)))
    return error
