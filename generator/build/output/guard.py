"""What must never happen to an output folder: that something is lost or overwritten that isn't ours."""

import os
from collections.abc import Iterable
from pathlib import Path

from generator.build.output.manifest import FOLDER
from generator.diagnostics.diagnostic import OpeningsError

# Where sites are built that are for other addresses than site.yaml's.
SITES = (FOLDER, "sites")
_MARK = b'name="generator" content="Openings'


def refuse_dangerous(output: Path, site: Path) -> None:
    """The output must not hold the site's sources, nor lie among them or in a hidden folder."""
    inside = output.relative_to(site).parts if output.is_relative_to(site) else ()
    is_hidden = any(part.startswith(".") for part in inside) and inside[:-1] != SITES
    is_source = is_hidden or inside[:1] in (("content",), ("themes",))
    if site.is_relative_to(output) or is_source:
        raise OpeningsError(
            f"`{output}` can't be the output: the site's own files are there",
            "name a folder of its own, such as --output output",
        )
    if output.exists() and not output.is_dir():
        raise OpeningsError(f"`{output}` is a file", "name a folder with --output")


def bears_mark(file: Path) -> bool:
    """Whether a page says that we made it."""
    return file.suffix == ".html" and file.is_file() and _MARK in file.read_bytes()


class Guard:
    """Stops a commit that would destroy what isn't ours, or reach out of the output.

    `elsewhere` says where another folder is named.
    """

    def __init__(
        self, output: Path, ours: Iterable[str], is_orphan: bool, elsewhere: str = "with --output"
    ) -> None:
        self._output = output
        self._elsewhere = elsewhere
        self._ours = frozenset(ours)
        self._is_orphan = is_orphan
        self._folders: dict[str, bool] = {"": True}

    def refuse_foreign(self, paths: Iterable[str]) -> None:
        """OpeningsError where one of the files can't be put into place."""
        for path in paths:
            if self._has_folder(os.path.dirname(path)) and not self._may_replace(path):
                raise self._in_the_way(path)

    def _has_folder(self, folder: str) -> bool:
        """Whether a folder is there, checked once; what is missing can't hold anything."""
        if folder not in self._folders:
            parent = os.path.dirname(folder)
            self._folders[folder] = self._has_folder(parent) and self._is_safe_folder(folder)
        return self._folders[folder]

    def _is_safe_folder(self, folder: str) -> bool:
        there = self._output / folder
        if there.is_symlink() and there.is_dir() and not there.resolve().is_relative_to(self._output):
            raise OpeningsError(
                f"`{there}` leads out of the folder",
                f"remove that link, or name another folder {self._elsewhere}",
            )
        if not there.is_dir() and os.path.lexists(there) and not self._is_our_file(folder, there):
            raise self._in_the_way(folder)
        return there.is_dir()

    def _may_replace(self, path: str) -> bool:
        there = self._output / path
        if there.is_dir() and not there.is_symlink():
            inner = (p.relative_to(self._output).as_posix() for p in there.rglob("*") if not p.is_dir())
            return all(name in self._ours for name in inner)
        return self._is_our_file(path, there)

    def _is_our_file(self, path: str, there: Path) -> bool:
        if path in self._ours or not os.path.lexists(there):
            return True
        return not there.is_symlink() and (self._is_orphan or bears_mark(there))

    def _in_the_way(self, path: str) -> OpeningsError:
        return OpeningsError(
            f"`{self._output / path}` is in the way: it isn't ours to overwrite",
            f"move what is there, or name an empty folder {self._elsewhere}",
        )
