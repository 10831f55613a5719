"""Output on disk: changed whole or not at all, and never at the cost of what isn't ours."""

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct, field

from generator.build.output.guard import Guard, bears_mark, refuse_dangerous
from generator.build.output.manifest import File, Manifest, Recorded
from generator.build.output.sink import Former, Output, Writer, Written
from generator.build.store.keys import digest
from generator.build.store.signatures import is_settled, now, signature
from generator.diagnostics.codes import files as codes
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, Span
from generator.pages.claims import folders_above
from generator.pages.urls import STAGING

_WAYS_OUT = {
    errno.ENOSPC: "make room on the disk",
    errno.EACCES: "check who may write there",
    errno.EPERM: "check who may write there",
    errno.EROFS: "name a folder that can be written with --output",
    errno.ENAMETOOLONG: "shorten the name of the file",
}


class DirectorySink:
    """A folder on disk. Overwrites and deletes only what its manifest says a former build of this site wrote.

    Changed files wait in a fresh folder inside the output and are renamed into place, folders that are
    new as a whole, so that nobody ever reads half a file, and a build that stops before that leaves the
    old site as it was.
    """

    is_shared = True

    def __init__(self, output: Path, site: Path) -> None:
        with _told(output):
            self._output = output.resolve()
            refuse_dangerous(self._output, site.resolve())
        self._manifest = Manifest(site, self._output)
        self._held = ExitStack()
        self._staging: Path | None = None
        self._proved: dict[str, File] = {}
        with _told(self._output):
            self._existed = self._output.exists()
            self._held.enter_context(self._manifest.alone())
            recorded = self._manifest.read()
            self._recorded = recorded or Recorded({})
            self._is_orphan = recorded is None and bears_mark(self._output / "index.html")

    def problems(self) -> tuple[Diagnostic, ...]:
        """A warning where the records are lost: then nobody knows which pages no longer belong."""
        if not self._is_orphan:
            return ()
        what = "there is no record of the build that made the output folder"
        hint = "pages that no longer belong may stay there; empty the folder once to be sure"
        return (Diagnostic(codes.RECORDS_LOST, what, hint, Span(self._output.name)),)

    def former(self) -> Former:
        """The files that are as a former build left them; its build key only where all of them are."""
        recorded = self._recorded
        keys = {path: file.key for path, file in recorded.files.items() if self._is_untouched(path, file)}
        is_whole = len(keys) == len(recorded.files)
        return Former(keys, recorded.build if is_whole else b"", recorded.report)

    def _is_untouched(self, path: str, file: File) -> bool:
        """Whether a file's bytes are still those of its record: by its look, else by reading it."""
        try:
            status = os.lstat(f"{self._output}/{path}")
        except OSError:
            return False
        mark, moment = signature(status), now()
        if not file.key or not stat.S_ISREG(status.st_mode):
            return False
        if mark == file.signature and is_settled(mark, file.moment):
            return True
        with suppress(OSError), open(f"{self._output}/{path}", "rb") as there:
            if digest(there.read()) == file.digest:
                self._proved[path] = File(file.key, file.digest, mark, moment)
                return True
        return False

    def writer(self) -> Writer:
        """Stages files; it may be sent to other processes."""
        with _told(self._output):
            return _FolderWriter(str(self._output), str(self._fresh_staging()), is_new=not self._existed)

    def _fresh_staging(self) -> Path:
        """Where files wait: in a folder that is new, so that no link can stand in its place."""
        if self._staging is None:
            self._output.mkdir(parents=True, exist_ok=True)
            for left in self._output.glob(f"{STAGING}*"):  # by a build that was killed: we are alone here
                if left.is_dir() and not left.is_symlink():
                    shutil.rmtree(left)
            self._staging = Path(tempfile.mkdtemp(prefix=f"{STAGING}-", dir=self._output))
            self._staging.chmod(0o755)
        return self._staging

    def contents(self, outputs: list[Output]) -> Mapping[str, bytes]:
        """The files as they will be: those that wait, and those that stay."""
        staging = self._fresh_staging()
        return FolderFiles({o.path: (staging if o.is_new else self._output) / o.path for o in outputs})

    def keep(self) -> Written:
        """Leaves everything as it is."""
        try:
            if self._proved:
                self._manifest.update(self._proved)
            return Written(kept=len(self._recorded.files))
        finally:
            self.abort()

    def commit(self, outputs: list[Output], build: bytes, report: bytes) -> Written:
        """Renames what was staged into place, and deletes what only a former build wrote."""
        try:
            with _told(self._output):
                return self._commit(outputs, build, report)
        finally:
            self.abort()

    def _commit(self, outputs: list[Output], build: bytes, report: bytes) -> Written:
        staged = [output.path for output in outputs if output.is_new]
        obsolete = self._recorded.files.keys() - {output.path for output in outputs}
        Guard(self._output, self._recorded.files.keys(), self._is_orphan).refuse_foreign(staged)
        if staged or obsolete:
            # Written before anything is touched: whatever stops us now, the next build knows these as ours.
            self._manifest.claim((*staged, *obsolete))
        first = in_the_way(obsolete, staged)
        deleted = sum(self._delete(path) for path in sorted(first))
        if staged:
            _merge(str(self._fresh_staging()), str(self._output))
        deleted += sum(self._delete(path) for path in sorted(obsolete - first))
        self._manifest.record(self._records(outputs), obsolete, build, report)
        return Written(len(staged), len(outputs) - len(staged), deleted)

    def _records(self, outputs: Iterable[Output]) -> dict[str, File]:
        """The records that changed: of files that were made, and of those that had to be read."""
        moment = now()
        made = {
            made.path: File(made.key, made.digest, signature(os.lstat(f"{self._output}/{made.path}")), moment)
            for made in outputs
            if made.digest
        }
        return {**self._proved, **made}

    def forget(self) -> None:
        """Throws away what waits."""
        if self._staging:
            shutil.rmtree(self._staging, ignore_errors=True)
            self._staging = None

    def abort(self) -> None:
        """Throws away what waits, and the output folder where only that brought it about."""
        self.forget()
        if not self._existed and self._output.is_dir() and not any(self._output.iterdir()):
            self._output.rmdir()
        self._held.close()

    def _delete(self, path: str) -> bool:
        target = self._output / path
        if not target.parent.resolve().is_relative_to(self._output) or not target.is_file():
            return False
        target.unlink()
        remove_empty_above(target, self._output)
        return True


class _FolderWriter(Struct):
    """Puts files that are new or changed into the staging folder, under the paths they will have."""

    output: str
    staging: str
    is_new: bool
    _folders: set[str] = field(default_factory=set)

    def write(self, path: str, data: bytes) -> bool:
        """Whether the file had to be staged: not where the same bytes are there already."""
        try:
            if not self.is_new and _is_same(f"{self.output}/{path}", data):
                return False
            self._make_folder(os.path.dirname(path))
            _write(f"{self.staging}/{path}", data)
        except OSError as error:
            raise _refusal(error, Path(self.output, path)) from error
        return True

    def _make_folder(self, folder: str) -> None:
        """Makes a folder and those above it, each tried once: other processes may have been first."""
        if folder and folder not in self._folders:
            self._make_folder(os.path.dirname(folder))
            with suppress(FileExistsError):
                os.mkdir(f"{self.staging}/{folder}")
            self._folders.add(folder)


def _write(path: str, data: bytes) -> None:
    """A new file, in as few calls of the system as can be: they weigh more than what is written."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


@dataclass(frozen=True, slots=True)
class FolderFiles(Mapping[str, bytes]):
    """Files by their names in the site, read when one is asked for."""

    paths: Mapping[str, Path]

    def __getitem__(self, name: str) -> bytes:
        return self.paths[name].read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)

    def __contains__(self, name: object) -> bool:
        return name in self.paths


def sizes_of(files: Mapping[str, bytes]) -> dict[str, int]:
    """How many bytes each file has; those of a folder aren't read for that."""
    if isinstance(files, FolderFiles):
        return {name: path.stat().st_size for name, path in files.paths.items()}
    return {name: len(data) for name, data in files.items()}


def _merge(source: str, target: str) -> None:
    """Renames what waits into place: a folder that isn't there yet in one go, else file by file."""
    with os.scandir(source) as waiting:
        for entry in waiting:
            to = f"{target}/{entry.name}"
            if entry.is_dir(follow_symlinks=False) and os.path.lexists(to):
                _merge(entry.path, to)
            else:
                os.replace(entry.path, to)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what the file system refuses into words."""
    try:
        yield
    except OSError as error:
        raise _refusal(error, path) from error


def _refusal(error: OSError, path: Path) -> OpeningsError:
    why = (error.strerror or str(error)).lower()
    where = error.filename or path
    hint = _WAYS_OUT.get(error.errno or 0, "name another --output")
    return OpeningsError(f"`{where}` can't be written: {why}", hint)


def _is_same(target: str, data: bytes) -> bool:
    try:
        status = os.lstat(target)
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return False
        with open(target, "rb") as there:
            return there.read() == data
    except OSError:
        return False


def remove_empty_above(file: Path, root: Path) -> None:
    """Removes the folders below the root that a file was alone in; a full one refuses by itself."""
    with suppress(OSError):
        for folder in file.relative_to(root).parents[:-1]:
            (root / folder).rmdir()


def in_the_way(obsolete: Iterable[str], staged: list[str]) -> set[str]:
    """Files of a former build where a folder has to be now, or in a folder where a file has to be."""
    folders = {parent for path in staged for parent in folders_above(path)}
    files = set(staged)
    return {path for path in obsolete if path in folders or not files.isdisjoint(folders_above(path))}
