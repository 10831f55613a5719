"""A folder on this machine as a target: what a web server beside us serves."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.build.output.folder import in_the_way, remove_empty_above
from generator.build.output.guard import Guard
from generator.build.output.manifest import take
from generator.diagnostics.diagnostic import OpeningsError
from generator.model.site_config import Deployment
from generator.pages.urls import STAGING
from generator.publish.deploy.own_folders import folder_named, refuse_own_folders
from generator.publish.deploy.record import RECORD, Record, read_record, record_text
from generator.publish.deploy.target import Found, Told

_NAMES_SHOWN = 5
# From so many files on, one flush of the whole machine takes less than one for each of them.
_MANY = 200
_WAYS_OUT = {
    errno.ENOSPC: "make room on the disk, then deploy again",
    errno.EDQUOT: "make room on the disk, then deploy again",
    errno.EXDEV: "deploy to a folder that lies on one disk",
    errno.ENAMETOOLONG: "shorten the name of the file",
}


class Folder:
    """A folder that files are renamed into, each once it is whole.

    They wait in a folder of their own inside it, which is new and which nobody else can read, until all that
    are sent together are on the disk: where that fails, nothing has been touched yet.
    """

    def __init__(self, place: Deployment, site: Path, output: Path, environment: Mapping[str, str]) -> None:
        self._root = folder_named(place.folder, site, environment)
        self._output = output
        self._lock: int | None = None
        self._former: Record | None = None
        self._written: Record | None = None
        self._ours: frozenset[str] = frozenset()
        with _in_words(self._root):
            refuse_own_folders(self._root, site, output)

    def look(self) -> Found:
        """The record in the folder; a folder that isn't there yet holds nothing."""
        with _in_words(self._root):
            if not self._root.exists():
                self._refuse_to_make_parents()
                return Found()
            self._hold()
            self._former = self._written = self._read_record()
            return Found(self._former, () if self._former else self._names())

    def _refuse_to_make_parents(self) -> None:
        parent = self._root.parent
        if not parent.is_dir():
            raise OpeningsError(
                f"`{parent}` isn't there, so `{self._root.name}` can't be made in it",
                "look for a slip in site.yaml or a disk that isn't mounted, or make that folder",
            )

    def _hold(self) -> None:
        """Keeps other deploys out until this one is closed, however it ends."""
        if self._lock is not None or os.name == "nt":  # where a folder can't be opened
            return
        self._lock = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY)
        if not take(self._lock):
            raise OpeningsError(f"another deploy is writing to `{self._root}`", "wait until it is done")

    def _read_record(self) -> Record | None:
        file = self._root / RECORD
        return read_record(file.read_bytes()) if file.is_file() else None

    def _names(self) -> tuple[str, ...]:
        names = (name for name in os.listdir(self._root) if name != RECORD and not name.startswith(STAGING))
        return tuple(sorted(names)[:_NAMES_SHOWN])

    def prepare(self, sends: Sequence[str], adopts: bool) -> None:
        """Sees that the folder can be written to, and that nothing foreign is in the way."""
        with _in_words(self._root):
            there = self._root if self._root.exists() else self._root.parent
            if not os.access(there, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(there))
            ours = self._former.files if self._former else {}
            Guard(self._root, ours, adopts, "in site.yaml").refuse_foreign(sends)

    def holds(self, record: Record | None) -> bool:
        """True: the lock keeps others out."""
        return True

    def claim(self, record: Record) -> None:
        """Makes the folder where it isn't there, and writes what will be ours."""
        with _in_words(self._root):
            self._root.mkdir(exist_ok=True)
            self._hold()
            self._throw_away_litter()
            self._ours = frozenset(record.files)
            self._write_record(record)

    def _throw_away_litter(self) -> None:
        """Removes what a deploy that was killed left behind: no other is at work here."""
        for left in self._root.glob(f"{STAGING}*"):
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left)

    def send(self, stages: Sequence[Sequence[str]], told: Told) -> None:
        """Puts files there once all of them are on the disk."""
        paths = [path for stage in stages for path in stage]
        if not paths:
            return
        with _in_words(self._root), self._staging() as staging:
            waiting = [shutil.copyfile(self._output / path, staging / str(n)) for n, path in enumerate(paths)]
            _flush(waiting)
            for path in sorted(in_the_way(self._ours.difference(paths), paths)):
                self._delete(path)
            for path, file in zip(paths, waiting, strict=True):
                self._put(file, path)
                told(path)

    @contextmanager
    def _staging(self) -> Iterator[Path]:
        """A folder for files that wait: a new one, so that no link can stand in its place."""
        with tempfile.TemporaryDirectory(prefix=f"{STAGING}-", dir=self._root) as folder:
            yield Path(folder)

    def _put(self, file: Path, path: str) -> None:
        to = self._root / path
        to.parent.mkdir(parents=True, exist_ok=True)
        if to.is_dir() and not to.is_symlink():
            to.rmdir()  # the guard has seen that it holds nothing
        file.replace(to)

    def remove(self, paths: Sequence[str], told: Told) -> None:
        """Deletes files, and the folders that this leaves empty."""
        with _in_words(self._root):
            for path in paths:
                self._delete(path)
                told(path)

    def _delete(self, path: str) -> None:
        """Deletes a file of ours where there is one; never through a link, and never a link."""
        file = self._root / path
        if not file.parent.resolve().is_relative_to(self._root) or file.is_symlink() or not file.is_file():
            return
        file.unlink()
        remove_empty_above(file, self._root)

    def finish(self, record: Record) -> None:
        """Writes down what lies there now."""
        with _in_words(self._root):
            self._write_record(record)

    def _write_record(self, record: Record) -> None:
        if record == self._written:
            return
        with self._staging() as staging:
            file = staging / RECORD
            file.write_bytes(record_text(record))
            _flush([file])
            file.replace(self._root / RECORD)
            _flush([self._root])
        self._written = record

    def close(self) -> None:
        """Lets other deploys in."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _flush(files: Sequence[Path]) -> None:
    """Waits until the disk has the files: a name must never outlive, in a power cut, what it names."""
    if os.name == "nt":
        return
    if len(files) > _MANY:
        os.sync()
        return
    for file in files:
        handle = os.open(file, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _in_words(root: Path) -> Iterator[None]:
    """Turns what the file system refuses into words."""
    try:
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        hint = _WAYS_OUT.get(error.errno or 0, "check who may write there, then deploy again")
        raise OpeningsError(f"`{error.filename2 or error.filename or root}`: {why}", hint) from error
