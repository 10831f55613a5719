"""The files of a folder on this machine, read within limits and through no link."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.content.controls import without_controls
from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.folder.records import ENDINGS

MOST_FILES = 10_000
LARGEST = 2_000_000
LARGEST_ALL = 200_000_000
# Folders in which tools keep what people didn't write.
_WHICH = "name the folder that holds the postings' files"
_ALONE = "name the folder that holds the postings alone"
_TOOLS = frozenset(("node_modules", "__pycache__", "_site", "public", "dist"))


def folder_files(root: Path, most: int = MOST_FILES, largest: int = LARGEST) -> Mapping[str, bytes]:
    """The bytes of all files that may hold postings, by their paths below the folder; or of one such file.

    An OpeningsError where there is no such folder, or more than the limits let through.
    """
    if root.is_file() and root.suffix.lower() in ENDINGS:
        return {_name(root, root.parent): _bytes(root, largest)}
    if not root.is_dir():
        hint = "for a table: `openings import csv`" if root.is_file() else _WHICH
        raise OpeningsError(f"there is no folder `{root}`", hint)
    files: dict[str, bytes] = {}
    size = 0
    for path in _paths(root):
        if len(files) == most:
            raise OpeningsError(f"`{root}` has more than {most:,} files", _ALONE)
        files[_name(path, root)] = _bytes(path, largest)
        size += len(files[_name(path, root)])
        if size > LARGEST_ALL:
            raise OpeningsError(f"the files of `{root}` have more than {LARGEST_ALL:,} bytes", _ALONE)
    if not files:
        hint = f"name the folder that holds the postings: files ending in {', '.join(sorted(ENDINGS))}"
        raise OpeningsError(f"`{root}` has no files that could be postings", hint)
    return files


def _paths(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root, onerror=_refuse):
        folders[:] = sorted(name for name in folders if name not in _TOOLS and not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            is_wanted = path.suffix.lower() in ENDINGS and not name.startswith(".")
            if is_wanted and not path.is_symlink() and path.is_file():
                yield path


def _name(path: Path, root: Path) -> str:
    """The path below the folder, without what no text may hold."""
    return without_controls(path.relative_to(root).as_posix().encode("utf-8", "replace").decode())


def _refuse(error: OSError) -> None:
    why = (error.strerror or "unknown reason").lower()
    raise OpeningsError(f"`{error.filename}` can't be read: {why}", "let yourself read it, or move it away")


def _bytes(path: Path, largest: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise OpeningsError(
            f"`{path}` can't be read: {why}", "let yourself read it, or move it away"
        ) from None
    if len(data) > largest:
        raise OpeningsError(f"`{path}` has more than {largest:,} bytes", "no posting has: move it elsewhere")
    return data
