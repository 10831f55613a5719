"""One door for all output: what is staged becomes visible only when everything is there."""

import hashlib
import json
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from generator.diagnostics.diagnostic import OpeningsError

_STAGING = ".openings-staging"
_MARK = b'name="generator" content="Openings'


@dataclass(frozen=True, slots=True)
class Written:
    """What a commit did, in numbers of files."""

    written: int = 0
    kept: int = 0
    deleted: int = 0


class Sink(Protocol):
    """Where files go: `stage` them all, then `commit` or `abort`."""

    def stage(self, path: str, data: bytes) -> None:
        """Takes the bytes of one file, by its path below the output."""

    def commit(self) -> Written:
        """Makes all that was staged visible, and takes away what a former build left."""

    def abort(self) -> None:
        """Forgets all that was staged."""


@dataclass(slots=True)
class MemorySink:
    """Keeps the files in memory: for checks, comparisons and tests."""

    files: dict[str, bytes] = field(default_factory=dict)

    def stage(self, path: str, data: bytes) -> None:
        """Takes the bytes of one file."""
        self.files[path] = data

    def commit(self) -> Written:
        """The number of files."""
        return Written(written=len(self.files))

    def abort(self) -> None:
        """Forgets them."""
        self.files.clear()


class DirectorySink:
    """A folder on disk. Deletes only what its manifest says a former build of this site wrote.

    Changed files wait in a folder inside the output and are renamed into place one by one, so that nobody
    ever reads half a file, and a build that stops before that leaves the old site as it was.
    """

    def __init__(self, output: Path, site: Path) -> None:
        self._output = output.resolve()
        self._staging = self._output / _STAGING
        self._manifest = _manifest_path(site, self._output)
        self._former = _read_manifest(self._manifest)
        self._staged: list[str] = []
        self._kept: list[str] = []
        self._safe_folders: set[Path] = set()
        _refuse_dangerous(self._output, site)
        shutil.rmtree(self._staging, ignore_errors=True)  # what a build that was killed left behind
        self._existed = self._output.exists()
        self._is_ours = bool(self._former) or _looks_like_ours(self._output)

    def stage(self, path: str, data: bytes) -> None:
        """Takes the bytes of one file; one that is there already with the same bytes is left alone."""
        target = self._output / path
        self._refuse_foreign(path, target)
        if _same(target, data):
            self._kept.append(path)
            return
        waiting = self._staging / path
        waiting.parent.mkdir(parents=True, exist_ok=True)
        waiting.write_bytes(data)
        self._staged.append(path)

    def commit(self) -> Written:
        """Renames what was staged into place, then deletes what only a former build wrote."""
        self._output.mkdir(parents=True, exist_ok=True)
        files = sorted({*self._staged, *self._kept})
        # Written before anything is renamed: whatever stops us now, the next build knows these as ours.
        _write_manifest(self._manifest, sorted({*files, *self._former}))
        for path in self._staged:
            target = self._output / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (self._staging / path).replace(target)
        deleted = sum(self._delete(path) for path in sorted(self._former - set(files)))
        _write_manifest(self._manifest, files)
        self.abort()
        return Written(len(self._staged), len(self._kept), deleted)

    def abort(self) -> None:
        """Throws away what waits, and the output folder where only that brought it about."""
        shutil.rmtree(self._staging, ignore_errors=True)
        if not self._existed and self._output.is_dir() and not any(self._output.iterdir()):
            self._output.rmdir()

    def _refuse_foreign(self, path: str, target: Path) -> None:
        """Stops where writing would destroy what isn't ours, or reach out of the output."""
        folder = target.parent
        if folder not in self._safe_folders:
            if not folder.resolve().is_relative_to(self._output):
                raise OpeningsError(
                    f"`{folder}` leads out of the output folder", "remove that link, or name another --output"
                )
            self._safe_folders.add(folder)
        if target.is_dir() or (not self._is_ours and target.exists()):
            raise OpeningsError(
                f"`{target}` is in the way: it isn't ours to overwrite",
                "name an empty folder with --output, or move what is there",
            )

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
    """The output must not hold the site's sources, nor lie among them."""
    site = site.resolve()
    sources = (site / "content", site / "themes", site / ".git")
    if site.is_relative_to(output) or any(output.is_relative_to(source) for source in sources):
        raise OpeningsError(
            f"`{output}` can't be the output: the site's own files are there",
            "name a folder of its own, such as --output output",
        )
    if output.exists() and not output.is_dir():
        raise OpeningsError(f"`{output}` is a file", "name a folder with --output")


def _looks_like_ours(output: Path) -> bool:
    """Whether the home page there is one that we made: a build whose records were thrown away."""
    home = output / "index.html"
    return home.is_file() and _MARK in home.read_bytes()


def _same(target: Path, data: bytes) -> bool:
    try:
        return target.stat().st_size == len(data) and target.read_bytes() == data
    except OSError:
        return False


def _manifest_path(site: Path, output: Path) -> Path:
    """Beside the site and never in the output, one for each output folder."""
    name = hashlib.sha256(os.fsencode(output)).hexdigest()[:16]
    return site / ".openings" / f"output-{name}.json"


def _read_manifest(path: Path) -> frozenset[str]:
    """The files a former build wrote; none where the record is missing or spoilt."""
    try:
        return frozenset(filter(_is_inside, json.loads(path.read_bytes())["files"]))
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _is_inside(path: object) -> bool:
    """Whether a recorded path can only mean a file below the output."""
    return isinstance(path, str) and not path.startswith("/") and ".." not in path.split("/")


def _write_manifest(path: Path, files: list[str]) -> None:
    path.parent.mkdir(exist_ok=True)
    waiting = path.with_suffix(".part")
    waiting.write_text(json.dumps({"files": files}, indent=0), encoding="utf-8")
    waiting.replace(path)
