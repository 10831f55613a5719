"""The thread that looks at the site's folder: when something may have changed, and now and then anyway."""

import time
import traceback
from pathlib import Path
from threading import Event, Thread

from generator.build.pool import end_workers
from generator.build.source.shipped import shipped_folder
from generator.preview.site.stock import get_ready
from generator.preview.site.studio import Studio
from generator.preview.watch.notices import Notices

# Seconds without another hint before a look, and how long hints may put it off.
_CALM, _PATIENCE = 0.05, 0.25
# Hints get lost (a full queue, a network drive): a look now and then, and no more than this part of all time.
_LEAST, _SHARE = 2.0, 0.02
# Where there are no hints, looks are all there is.
_POLLED, _POLLED_SHARE = 0.3, 0.2
# After so many changes that nobody told of, we no longer rely on being told.
_UNHEARD = 3
# How long the end waits for a look that is under way, and how often its workers are looked for.
_FAREWELL, _MOMENT = 1.0, 0.05
# Before the same look again, while a file may still change without a sign.
_SOON = 0.1


class Watcher:
    """Looks again and again until it is stopped."""

    def __init__(self, studio: Studio, root: Path, is_polling: bool) -> None:
        self._studio = studio
        self._folders = _folders(root)
        self._hinted, self._is_stopped = Event(), False
        self._is_polling = is_polling
        self._notices: Notices | None = None
        self._duration = 0.0
        self._thread = Thread(target=self._run, name="watcher", daemon=True)

    def start(self) -> None:
        """Looks for the first time, in a thread of its own, and goes on from there."""
        self._thread.start()

    def stop(self) -> bool:
        """Ends with the look that is under way, but without its workers; whether that was soon enough."""
        self._is_stopped = True
        self._hinted.set()
        if self._notices:
            self._notices.close()
        end = time.monotonic() + _FAREWELL
        while self._thread.is_alive() and time.monotonic() < end:
            end_workers()
            self._thread.join(_MOMENT)
        return not self._thread.is_alive()

    def _run(self) -> None:
        self._look()
        get_ready()
        unheard = 0
        while not self._is_stopped:
            pause = 0 if self._follows_more() else self._pause()
            is_hinted = self._hinted.wait(pause)
            if is_hinted:
                self._calm_down()
            if self._look() and not is_hinted and pause > _SOON:
                unheard += 1
            self._is_polling = self._is_polling or unheard >= _UNHEARD

    def _look(self) -> bool:
        start, is_new = time.perf_counter(), False
        try:
            is_new = self._studio.look()
        except Exception:  # a mistake of ours must not end the preview
            if not self._is_stopped:  # and what fails at the end is none
                traceback.print_exc()
        self._duration = time.perf_counter() - start
        return is_new

    def _follows_more(self) -> bool:
        """Follows the folders that are there now; whether any is new: nobody told of what is in it."""
        if self._is_polling or self._is_stopped:
            return False
        try:
            self._notices = self._notices or Notices(self._hinted.set)
            return self._notices.follow(self._folders)
        except OSError:  # the system follows no more folders, or none of this kind
            self._is_polling = True
            return False

    def _pause(self) -> float:
        if not self._studio.is_settled:
            return _SOON
        if self._is_polling:
            return max(_POLLED, self._duration / _POLLED_SHARE)
        return max(_LEAST, self._duration / _SHARE)

    def _calm_down(self) -> None:
        """Waits until hints stop coming, but not for ever: an edit is many, and a checkout is thousands."""
        end = time.monotonic() + _PATIENCE
        while not self._is_stopped and time.monotonic() < end:
            self._hinted.clear()
            if not self._hinted.wait(_CALM):
                break
        self._hinted.clear()


def _folders(root: Path) -> tuple[tuple[Path, bool], ...]:
    """The folders that a site is made of, each with whether what is below it counts."""
    return (
        (root, False),
        (root / "content", True),
        (root / "themes", True),
        (shipped_folder("themes"), True),
    )
