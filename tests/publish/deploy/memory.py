"""A target in memory that stops at any step, and a built site to send to it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from pathlib import Path

from generator.build.store.keys import digest
from generator.publish.deploy.built import Built
from generator.publish.deploy.guard import refuse_taken
from generator.publish.deploy.record import Record, read_record, record_text
from generator.publish.deploy.target import Found, Told

SITE = "https://careers.example.com"


class StoppedError(Exception):
    """The deploy was stopped."""


class MemoryTarget:
    """Files in memory, changed one by one; `stop_after` so many steps it stops, as a lost connection would.

    `steps` has a line for each change, and `moments` the files as they were after it. What stands in
    `meanwhile` is done once, right after the step of that name.
    """

    def __init__(self, output: Path, files: dict[str, bytes] | None = None) -> None:
        self.output, self.files = output, files if files is not None else {}
        self.record = b""
        self.stop_after = -1
        self.steps: list[str] = []
        self.moments: list[dict[str, bytes]] = []
        self.meanwhile: dict[str, Callable[[], object]] = {}

    def _step(self, line: str) -> None:
        self.steps.append(line)
        self.moments.append(dict(self.files))
        if len(self.steps) == self.stop_after:
            raise StoppedError
        self._pass_time(line)

    def _pass_time(self, line: str) -> None:
        self.meanwhile.pop(line, lambda: None)()

    def look(self) -> Found:
        return Found(read_record(self.record), tuple(self.files))

    def prepare(self, sends: Sequence[str], adopts: bool) -> None:
        ours = record.files if (record := read_record(self.record)) else {}
        taken = sorted((set(sends) & self.files.keys()) - ours.keys())
        if not adopts:
            refuse_taken(taken, "the target")
        self._pass_time("prepare")

    def holds(self, record: Record | None) -> bool:
        return read_record(self.record) == record

    def claim(self, record: Record) -> None:
        self.record = record_text(record)
        self._step("claim")

    def send(self, stages: Sequence[Sequence[str]], told: Told) -> None:
        for path in chain.from_iterable(stages):
            self.files[path] = (self.output / path).read_bytes()
            self._step(f"send {path}")
            told(path)

    def remove(self, paths: Sequence[str], told: Told) -> None:
        for path in paths:
            self.files.pop(path, None)
            self._step(f"delete {path}")
            told(path)

    def finish(self, record: Record) -> None:
        self.record = record_text(record)
        self._step("finish")

    def close(self) -> None:
        pass


def built_of(folder: Path, files: Mapping[str, str], url: str = SITE) -> Built:
    """A site of these texts by path, on disk; files from before stay there and are no part of it."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return Built(url, folder, {path: digest(text.encode()).hex() for path, text in files.items()})
