"""What the system tells of changes in folders, as far as it does: hints and nothing more."""

import logging
import os
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import EventEmitter, ObservedWatch

# Not that a file was opened or read: we read them ourselves.
_KINDS: list[type[FileSystemEvent]] = [
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
]


class Notices(FileSystemEventHandler):
    """Calls `hint` whenever something changes in the folders that are followed."""

    def __init__(self, hint: Callable[[], None]) -> None:
        self._hint = hint
        # What it says of folders that have just gone is for nobody here.
        logging.getLogger("watchdog").addHandler(logging.NullHandler())
        warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")
        self._observer = Observer()
        self._observer._emitter_class = _ending_quietly(self._observer._emitter_class)
        self._watches: dict[tuple[Path, bool], tuple[int, ObservedWatch]] = {}
        self._observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something changed."""
        self._hint()

    def follow(self, folders: Iterable[tuple[Path, bool]]) -> bool:
        """Follows these folders and no others, each with what is below it or without; whether any is new.

        One that was replaced is followed anew, and one whose thread has ended. OSError where the system can't
        follow so many.
        """
        alive = {emitter.watch for emitter in self._observer.emitters if emitter.is_alive()}
        wanted = {folder: number for folder in folders if (number := _number(folder[0]))}
        for folder, (number, watch) in list(self._watches.items()):
            if wanted.get(folder) != number or watch not in alive:
                self._observer.unschedule(watch)
                del self._watches[folder]
        new = [folder for folder in wanted if folder not in self._watches]
        for folder in new:
            path, is_deep = folder
            watch = self._observer.schedule(self, str(path), recursive=is_deep, event_filter=_KINDS)
            self._watches[folder] = (wanted[folder], watch)
        return bool(new)

    def close(self) -> None:
        """Follows nothing any longer."""
        self._observer.stop()


def _ending_quietly(kind: type[EventEmitter]) -> type[EventEmitter]:
    """The class of threads that listen, ending without a word where it fails.

    It looks into folders that may have gone a moment ago.
    """

    class Quiet(kind):  # type: ignore[misc, valid-type]  # the class differs from system to system
        def run(self) -> None:
            with suppress(Exception):
                super().run()

    return Quiet


def _number(folder: Path) -> int:
    """What tells a folder from another in its place; 0 where there is none."""
    try:
        return os.stat(folder).st_ino if folder.is_dir() else 0
    except OSError:
        return 0
