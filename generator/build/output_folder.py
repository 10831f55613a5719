"""Output on disk: changed whole or not at all, and never at the cost of what isn't ours."""

import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from generator.build.records import Records
from generator.build.sink import Written
from generator.diagnostics.codes import files as codes
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, Span
from generator.pages.claims import folders_above
from generator.pages.urls import STAGING

_MARK = b'name="generator" content="Openings'

_WAYS_OUT = {
    errno.ENOSPC: "make room on the disk",
    errno.EACCES: "check who may write there",
    errno.EPERM: "check who may write there",
    errno.EROFS: "name a folder that can be written with --output",
    errno.ENAMETOOLONG: "shorten the name of the file",
}


class DirectorySink:
    """A folder on disk. Overwrites and deletes only what its records say a former build of this site wrote.

    Changed files wait in a fresh folder inside the output and are renamed into place one by one, so that
    nobody ever reads half a file, and a build that stops before that leaves the old site as it was.
    """

    def __init__(self, output: Path, site: Path) -> None:
        with _told(output):
            self._output = output.resolve()
            _refuse_dangerous(self._output, site.resolve())
        self._records = Records(site, self._output)
        self._held = ExitStack()
        self._staging: Path | None = None
        self._staged: list[str] = []
        self._kept: list[str] = []
        self._safe_folders: set[Path] = set()
        with _told(self._output):
            self._existed = self._output.exists()
            self._held.enter_context(self._records.alone())
            recorded = self._records.read()
            self._former = recorded or frozenset()
            self._is_orphan = recorded is None and _bears_mark(self._output / "index.html")

    def problems(self) -> tuple[Diagnostic, ...]:
        """A warning where the records are lost: then nobody knows which pages no longer belong."""
        if not self._is_orphan:
            return ()
        what = "there is no record of the build that made the output folder"
        hint = "pages that no longer belong may stay there; empty the folder once to be sure"
        return (Diagnostic(codes.RECORDS_LOST, what, hint, Span(self._output.name)),)

    def stage(self, path: str, data: bytes) -> None:
        """Takes the bytes of one file; one that is there already with the same bytes is left alone."""
        target = self._output / path
        with _told(target):
            if _is_same(target, data):
                self._kept.append(path)
                return
            self._refuse_foreign(path, target)
            waiting = self._waiting(path)
            waiting.parent.mkdir(parents=True, exist_ok=True)
            waiting.write_bytes(data)
            self._staged.append(path)

    def commit(self) -> Written:
        """Renames what was staged into place, and deletes what only a former build wrote."""
        try:
            with _told(self._output):
                return self._commit()
        finally:
            self.abort()

    def _commit(self) -> Written:
        self._output.mkdir(parents=True, exist_ok=True)
        files = {*self._staged, *self._kept}
        obsolete = self._former - files
        # Written before anything is touched: whatever stops us now, the next build knows these as ours.
        self._records.write(sorted(files | self._former))
        in_the_way = _in_the_way(obsolete, self._staged)
        deleted = sum(self._delete(path) for path in sorted(in_the_way))
        for path in self._staged:
            target = self._output / path
            target.parent.mkdir(parents=True, exist_ok=True)
            self._waiting(path).replace(target)
        deleted += sum(self._delete(path) for path in sorted(obsolete - in_the_way))
        self._records.write(sorted(files))
        return Written(len(self._staged), len(self._kept), deleted)

    def abort(self) -> None:
        """Throws away what waits, and the output folder where only that brought it about."""
        if self._staging:
            shutil.rmtree(self._staging, ignore_errors=True)
        if not self._existed and self._output.is_dir() and not any(self._output.iterdir()):
            self._output.rmdir()
        self._held.close()

    def _waiting(self, path: str) -> Path:
        """Where a file waits: in a folder that is new, so that no link can stand in its place."""
        if self._staging is None:
            self._output.mkdir(parents=True, exist_ok=True)
            for left in self._output.glob(f"{STAGING}*"):  # by a build that was killed: we are alone here
                if left.is_dir() and not left.is_symlink():
                    shutil.rmtree(left)
            self._staging = Path(tempfile.mkdtemp(prefix=f"{STAGING}-", dir=self._output))
            self._staging.chmod(0o755)
        return self._staging / path

    def _refuse_foreign(self, path: str, target: Path) -> None:
        """Stops where writing would destroy what isn't ours, or reach out of the output."""
        folder = target.parent
        if folder not in self._safe_folders:
            if not folder.resolve().is_relative_to(self._output):
                raise OpeningsError(
                    f"`{folder}` leads out of the output folder", "remove that link, or name another --output"
                )
            self._safe_folders.add(folder)
        for part in (path, *folders_above(path)):
            if not self._is_ours(part, is_target=part == path):
                raise OpeningsError(
                    f"`{self._output / part}` is in the way: it isn't ours to overwrite",
                    "move what is there, or name an empty folder with --output",
                )

    def _is_ours(self, path: str, is_target: bool) -> bool:
        """Whether a file may be written at `path` (or below it, where it isn't the target itself)."""
        there = self._output / path
        if there.is_symlink():
            return path in self._former and is_target
        if there.is_dir():
            return not is_target or all(
                inner.relative_to(self._output).as_posix() in self._former
                for inner in there.rglob("*")
                if not inner.is_dir()
            )
        return not there.exists() or path in self._former or self._is_orphan or _bears_mark(there)

    def _delete(self, path: str) -> bool:
        target = self._output / path
        if not target.parent.resolve().is_relative_to(self._output) or not target.is_file():
            return False
        target.unlink()
        for folder in target.parents:
            if folder == self._output or any(folder.iterdir()):
                break
            folder.rmdir()
        return True


def _refuse_dangerous(output: Path, site: Path) -> None:
    """The output must not hold the site's sources, nor lie among them or in a hidden folder."""
    inside = output.relative_to(site).parts if output.is_relative_to(site) else ()
    is_hidden = any(part.startswith(".") for part in inside)
    is_source = is_hidden or inside[:1] in (("content",), ("themes",))
    if site.is_relative_to(output) or is_source:
        raise OpeningsError(
            f"`{output}` can't be the output: the site's own files are there",
            "name a folder of its own, such as --output output",
        )
    if output.exists() and not output.is_dir():
        raise OpeningsError(f"`{output}` is a file", "name a folder with --output")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what the file system refuses into words."""
    try:
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        where = error.filename or path
        raise OpeningsError(
            f"`{where}` can't be written: {why}", _WAYS_OUT.get(error.errno or 0, "name another --output")
        ) from error


def _bears_mark(file: Path) -> bool:
    """Whether a page says that we made it."""
    return file.suffix == ".html" and file.is_file() and _MARK in file.read_bytes()


def _is_same(target: Path, data: bytes) -> bool:
    try:
        return not target.is_symlink() and target.stat().st_size == len(data) and target.read_bytes() == data
    except OSError:
        return False


def _in_the_way(obsolete: frozenset[str], staged: list[str]) -> set[str]:
    """Files of a former build where a folder has to be now, or in a folder where a file has to be."""
    folders = {parent for path in staged for parent in folders_above(path)}
    files = set(staged)
    return {path for path in obsolete if path in folders or not files.isdisjoint(folders_above(path))}
