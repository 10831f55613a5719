"""A folder that rsync reaches as a target: on a server by ssh, in a daemon's module, or on this machine."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build.output.folder import in_the_way
from generator.diagnostics.diagnostic import OpeningsError
from generator.model.site_config import Deployment
from generator.pages.claims import folders_above
from generator.publish.deploy.record import RECORD, Record, read_record, record_text
from generator.publish.deploy.rsync_address import read_address
from generator.publish.deploy.rsync_command import Ended, RsyncCommand
from generator.publish.deploy.target import Found, Told

_PAUSES = (2.0, 8.0)
_NAMES_SHOWN = 5
# The record, and what rsync calls it until it is whole.
_OURS = (RECORD, f".{RECORD}.")
# rsync's exit codes where some files couldn't be had, and where files were listed that aren't there.
_PARTIAL = 23
_VANISHED = 24
# Exactly the files of a list, sent whatever size and time say, for the record knows what changed. rsync
# writes each beside its place and renames it. Owners, permissions and times of this machine stay here:
# folders come about as the server makes them, and everybody may read what is published.
_LISTED = ("--files-from=-", "--from0", "--no-implied-dirs", "--ignore-times")
_SENT = (*_LISTED, "--chmod=F644", "--out-format=%n")
_ASKED = (*_LISTED, "--existing", "--dry-run", "--out-format=%n")
# As the only one of its folder: a file that may not be there is an error where it is asked for by name.
_RECORD_ALONE = ("--dirs", f"--include=/{RECORD}", "--exclude=*")
_DELETED = (*_LISTED, "--delete-missing-args")


class Rsync:
    """A folder that the rsync command sends files to; nothing is ever deleted but what is listed by name."""

    def __init__(
        self,
        place: Deployment,
        site: Path,
        output: Path,
        environment: Mapping[str, str],
        pauses: Sequence[float] = _PAUSES,
    ) -> None:
        address = read_address(place.rsync, site, output, environment)
        self._address = address
        self._there = address.folder
        self._output = output
        self._rsync = RsyncCommand(address, environment, pauses)
        self._former: Record | None = None
        self._written: Record | None = None
        self._ours: frozenset[str] = frozenset()

    def look(self) -> Found:
        """The record there, else names of what lies there; a folder that isn't there holds nothing."""
        self._rsync.refuse_unfit()
        with _new_folder() as folder:
            self._former = self._written = self._read_record(folder)
            return Found(self._former, () if self._former else self._names(folder))

    def _read_record(self, folder: Path) -> Record | None:
        """The record there, fetched into a folder of ours."""
        self._rsync.run(*_RECORD_ALONE, "--", self._there, f"{folder}/", expected=_is_missing)
        file = folder / RECORD
        return read_record(file.read_bytes()) if file.is_file() else None

    def _names(self, folder: Path) -> tuple[str, ...]:
        """A few names of what lies there: of what rsync would copy."""
        names: list[str] = []
        listing = ("--dirs", "--links", "--dry-run", "--out-format=%n", "--", self._there, f"{folder}/")
        self._rsync.run(*listing, heard=names.append, expected=_is_missing)
        others = (name.rstrip("/") for name in names if name != "./" and not name.startswith(_OURS))
        return tuple(sorted(others)[:_NAMES_SHOWN])

    def prepare(self, sends: Sequence[str], adopts: bool) -> None:
        """Sees that nothing foreign is in the way of what is new."""
        if self._former and not adopts:
            self._refuse_foreign(_new_places(sends, self._former.files.keys()))

    def holds(self, record: Record | None) -> bool:
        """Whether the record there is this one still."""
        with _new_folder() as folder:
            return self._read_record(folder) == record

    def claim(self, record: Record) -> None:
        """Writes what will be ours."""
        self._ours = frozenset(record.files)
        self._write_record(record)

    def _refuse_foreign(self, paths: Sequence[str]) -> None:
        """OpeningsError where a file is there already of which no former deploy has said that it is ours."""
        there: list[str] = []
        if paths:
            self._rsync.run(*_ASKED, "--", f"{self._output}/", self._there, paths=paths, heard=there.append)
        if there:
            raise OpeningsError(
                f"`{there[0]}` is in the way on {self._address.there}: it isn't ours to overwrite",
                "move what is there, or replace it with --adopt",
            )

    def send(self, stages: Sequence[Sequence[str]], told: Told) -> None:
        """Sends files, those that go together at once, since rsync sorts what it is given.

        What a former deploy left in their way goes just before.
        """
        paths = [path for stage in stages for path in stage]
        self._take_away(in_the_way(self._ours.difference(paths), paths))
        for stage in stages:
            self._send(stage, told)

    def _send(self, paths: Sequence[str], told: Told) -> None:
        waiting = set(paths)

        def heard(line: str) -> None:
            if line in waiting:
                waiting.remove(line)
                told(line)

        self._rsync.run(*_SENT, "--", f"{self._output}/", self._there, paths=paths, heard=heard)
        for path in sorted(waiting):  # rsync spells odd names in a way of its own
            told(path)

    def remove(self, paths: Sequence[str], told: Told) -> None:
        """Deletes files, and the folders that this leaves empty."""
        self._take_away(self._ours.intersection(paths))
        for path in paths:
            told(path)

    def _take_away(self, paths: Set[str]) -> None:
        """Deletes files of ours, and then the folders that hold nothing of ours any more."""
        self._ours -= paths
        self._delete(sorted(paths))
        kept = {folder for path in self._ours for folder in folders_above(path)}
        emptied = {folder for path in paths for folder in folders_above(path)} - kept
        for folders in _deepest_first(emptied):
            self._delete(folders)

    def _delete(self, paths: Sequence[str]) -> None:
        """Deletes what is listed, for it is missing in the folder that is sent; a folder with files stays."""
        if not paths:
            return
        listed = frozenset(paths)
        with _new_folder() as empty:
            for path in paths:
                if listed.isdisjoint(folders_above(path)):
                    (empty / path).parent.mkdir(parents=True, exist_ok=True)
            self._rsync.run(*_DELETED, "--", f"{empty}/", self._there, paths=paths, expected=_is_gone)

    def finish(self, record: Record) -> None:
        """Writes down what lies there now."""
        self._write_record(record)

    def _write_record(self, record: Record) -> None:
        if record == self._written:
            return
        with _new_folder() as folder:
            (folder / RECORD).write_bytes(record_text(record))
            self._rsync.run(*_SENT, "--", f"{folder}/", self._there, paths=(RECORD,))
        self._written = record

    def close(self) -> None:
        """Nothing is left to let go of."""


def _new_places(sends: Sequence[str], former: Set[str]) -> list[str]:
    """The files to send for which nothing of ours is there, be it a file, a folder, or a file above."""
    ours = former | {folder for path in former for folder in folders_above(path)}
    return sorted(p for p in sends if p not in ours and former.isdisjoint(folders_above(p)))


def _deepest_first(folders: Iterable[str]) -> Iterator[list[str]]:
    """Folders by their depth: rsync looks at one before it looks into it."""
    by_depth = sorted(folders, key=lambda folder: (-folder.count("/"), folder))
    for _, level in groupby(by_depth, key=lambda folder: folder.count("/")):
        yield list(level)


@contextmanager
def _new_folder() -> Iterator[Path]:
    with TemporaryDirectory(prefix="openings-") as folder:
        yield Path(folder)


def _is_gone(ended: Ended) -> bool:
    """Whether nothing is wrong but that files are missing here, as they have to be."""
    return ended.code == _VANISHED


def _is_missing(ended: Ended) -> bool:
    """Whether rsync says that the folder isn't there, and nothing worse."""
    failures = [line for line in ended.said.splitlines() if " failed: " in line]
    is_that_alone = all("No such file or directory" in line for line in failures)
    return ended.code == _PARTIAL and bool(failures) and is_that_alone
