"""A new site's files on their way into a folder that may hold others."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from msgspec import Struct

from generator.cli.writing import create_file, replace_file
from generator.diagnostics.diagnostic import OpeningsError
from generator.model.files import SITE_FILE

_CONTENT = SITE_FILE.partition("/")[0]
# Files of lines for git and pip: what a site needs in them goes below what is there already.
_OF_LINES = (".gitignore", ".gitattributes", "requirements.txt")
# Behind a requirement's name stand its extras and versions, behind a path its attributes.
_NAME_ENDS = re.compile(r"[\s=<>~!;@\[]")


class Placement(Struct, frozen=True):
    """What is done with each file: written anew, left as it is there, or given the lines it lacks."""

    new: Mapping[str, bytes]
    kept: tuple[str, ...]
    added: Mapping[str, tuple[str, ...]]


def placed(root: Path, files: Mapping[str, bytes]) -> Placement:
    """What can be done with the files, nothing written yet; an OpeningsError for what stands in their way."""
    for path in files:
        _refuse_parents(root, path)
    there = [path for path in files if (root / path).exists() or (root / path).is_symlink()]
    added = {path: _missing(root / path, files[path]) for path in _OF_LINES if path in there}
    return Placement(
        {path: data for path, data in files.items() if path not in there},
        tuple(path for path in there if path not in added and not _is_same(root / path, files[path])),
        {path: lines for path, lines in added.items() if lines},
    )


def place(root: Path, placement: Placement) -> None:
    """Writes the files; content/ comes last and as a whole, so that what fails can be begun again."""
    content = {path for path in placement.new if path.startswith(f"{_CONTENT}/")}
    for path in sorted(placement.new.keys() - content):
        create_file(root / path, placement.new[path])
    for path, lines in placement.added.items():
        before = (root / path).read_bytes()
        gap = b"" if before.endswith(b"\n") or not before else b"\n"
        replace_file(root / path, before + gap + "".join(f"{line}\n" for line in lines).encode())
    with TemporaryDirectory(dir=root, prefix=".openings-") as folder:
        for path in sorted(content):
            create_file(Path(folder, path), placement.new[path])
        Path(folder, _CONTENT).rename(root / _CONTENT)


def _refuse_parents(root: Path, path: str) -> None:
    """An OpeningsError where a file's folder is something else, or leads out of the site."""
    for parent in (root / folder for folder in PurePosixPath(path).parents[:-1]):
        if parent.is_symlink():
            raise OpeningsError(f"`{parent}` is a link", "move it away: nothing is written through a link")
        if parent.exists() and not parent.is_dir():
            raise OpeningsError(f"`{parent}` is no folder", "move it away, or name another folder")


def _missing(path: Path, wanted: bytes) -> tuple[str, ...]:
    """The lines for what a file doesn't name, with or without slashes around it."""
    if path.is_symlink() or not path.is_file():
        raise OpeningsError(f"`{path}` is no plain file", "lines are to be added to it: move it away")
    there = set(_bare(path.read_bytes().decode("utf-8", "replace")))
    lines = wanted.decode().splitlines()
    return tuple(line for line, bare in zip(lines, _bare(wanted.decode()), strict=True) if bare not in there)


def _bare(text: str) -> Iterator[str]:
    """What each line names."""
    return (_NAME_ENDS.split(line.strip())[0].strip("/") for line in text.splitlines())


def _is_same(path: Path, data: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.read_bytes() == data
