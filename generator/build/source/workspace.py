"""A site's folder: which files it has, read never through a link that leads out of it."""

import errno
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from generator.build.source.litter import is_litter
from generator.build.store.signatures import signature
from generator.diagnostics.codes import files as codes
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, Span
from generator.model.files import FILE_KINDS, IMPORTS_FOLDER, LOCK_FILE, SITE_FILE, STATIC_FOLDER, kind_of

# What is wrong with files that aren't read at all.
UNREAD = (codes.FILE_TOO_LARGE, codes.UNREADABLE_FILE)
_PART = 1 << 16  # more at a time makes the allocator ask the system for room each time
_LARGEST_TEXT = 2_000_000
_STATIC = f"{STATIC_FOLDER}/"


class Workspace(Struct, frozen=True):
    """The folder that holds `content/`; `files` are paths below it with forward slashes, sorted.

    `signatures` says what each of them looks like from outside, at the time of the look.
    """

    root: Path
    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    signatures: Mapping[str, str]

    def read(self, path: str) -> bytes:
        """The bytes of one of `files`."""
        return read_file(self.root, path)

    def texts(self) -> Iterator[str]:
        """The Markdown files that become something."""
        return (path for path in self.files if kind_of(path))

    def static(self) -> Iterator[str]:
        """The files that are copied as they are."""
        return (path for path in self.files if path.startswith(_STATIC))


def read_file(root: Path, path: str) -> bytes:
    """The bytes of a file that was there a moment ago; OpeningsError where it is gone."""
    try:
        return _read(f"{root}/{path}")
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise OpeningsError(f"`{path}` can't be read: {why}", "it changed a moment ago: try again") from error


def _read(path: str) -> bytes:
    """A file's bytes, in as few calls of the system as can be: they weigh more than what is read."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = [os.read(file, _PART)]
        while len(parts[-1]) == _PART:
            parts.append(os.read(file, _PART))
        return b"".join(parts)
    finally:
        os.close(file)


def site_root(folder: Path) -> Path:
    """The whole path of a site's folder; OpeningsError where there is no site."""
    root = folder.resolve()
    if (root / "content").is_symlink():
        raise OpeningsError("content/ is a link", "put the folder itself into the site")
    if not (root / SITE_FILE).is_file():
        raise OpeningsError(
            f"there is no site in {_shown(root)}: {SITE_FILE} is missing",
            "go to the folder that holds content/, or name it with `openings -C DIR …`; "
            "`openings init` makes a new site",
        )
    return root


def open_workspace(folder: Path, former: Workspace | None = None) -> Workspace:
    """The site in a folder; OpeningsError where there is none.

    Files that look as they did to a `former` look, which found nothing wrong with them, aren't judged again.
    """
    root = site_root(folder)
    problems: list[Diagnostic] = []
    found = dict(sorted(_walk(root, "content", problems)))
    signatures = {path: signature(status) for path, status in found.items()}
    known = _faultless(former) if former else {}
    new = [path for path, mark in signatures.items() if known.get(path) != mark]
    judged = {path: problem for path in new if (problem := _judge(path, root, found[path]))}
    problems += judged.values()
    for path, problem in judged.items():
        if problem.code in UNREAD:
            del signatures[path]
    return Workspace(root, tuple(signatures), tuple(problems), signatures)


def _faultless(former: Workspace) -> dict[str, str]:
    """The signatures of the files that nothing was wrong with."""
    blamed = {problem.at.path for problem in former.diagnostics if problem.at}
    return {path: mark for path, mark in former.signatures.items() if path not in blamed}


def _shown(root: Path) -> str:
    return "this folder" if root == Path.cwd() else f"`{root}`"


def _walk(root: Path, folder: str, problems: list[Diagnostic]) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder, links that lead out of the site left out."""
    try:
        with os.scandir(f"{root}/{folder}") as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_unreadable(folder, error))
        return
    for entry in entries:
        name = f"{folder}/{entry.name}"
        if not _is_text(entry.name):
            problems.append(_unreadable_name(name))
        elif is_litter(entry.name) or (entry.is_symlink() and not _stays_inside(root, name, problems)):
            continue
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(root, name, problems)
        elif entry.is_file():
            yield name, entry.stat()


def _stays_inside(root: Path, name: str, problems: list[Diagnostic]) -> bool:
    try:
        target = (root / name).resolve(strict=True)
        if target.is_relative_to(root / "content") and target.is_file():
            return True
    except (OSError, RuntimeError):  # a link to nowhere, or to itself
        pass
    what = f"`{name}` is a link that leads out of content/, to a folder or nowhere"
    hint = "put the file itself here instead of a link"
    problems.append(Diagnostic(codes.LINK_OUT_OF_SITE, what, hint, Span(name)))
    return False


def _judge(path: str, root: Path, status: os.stat_result) -> Diagnostic | None:
    """What is wrong with a file before its first byte is read."""
    if not os.access(f"{root}/{path}", os.R_OK):
        return _unreadable(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    return problem_from_outside(path, status.st_size)


def problem_from_outside(path: str, size: int) -> Diagnostic | None:
    """What is wrong with a file of that name and size, if anything."""
    if path in (SITE_FILE, LOCK_FILE) or path.startswith(_STATIC) or path.rpartition("/")[2].startswith("."):
        return None
    if path.startswith(f"{IMPORTS_FOLDER}/") and path.endswith(".lock"):
        return None
    if kind_of(path) is None:
        return _stray(path)
    if size > _LARGEST_TEXT:
        what = f"the file is {size / 1_000_000:.1f} MB large"
        return Diagnostic(codes.FILE_TOO_LARGE, what, "keep texts below 2 MB", Span(path))
    return None


def _stray(path: str) -> Diagnostic:
    """Why nothing is made of a file."""
    if any(path.startswith(f"{kind.folder}/") for kind in FILE_KINDS):
        what, hint = "the name doesn't end with `.md`, so the file isn't read", "end its name with `.md`"
        if not path.endswith((".markdown", ".mdown", ".txt", ".MD")):
            hint = f"files that the site serves belong in {STATIC_FOLDER}/"
        return Diagnostic(codes.STRAY_FILE, what, hint, Span(path))
    folders = ", ".join(f"{kind.folder}/" for kind in FILE_KINDS)
    what = "the file is in no folder that we know, so nothing is made of it"
    return Diagnostic(codes.STRAY_FILE, what, f"move it to one of {folders} or {STATIC_FOLDER}/", Span(path))


def _is_text(name: str) -> bool:
    """Whether a file's name is UTF-8: other bytes come from the system as lone surrogates."""
    return name.isascii() or not any("\ud800" <= ch <= "\udfff" for ch in name)


def shown_name(name: str) -> str:
    """The name as text, whatever bytes it has."""
    return name.encode("utf-8", "replace").decode()


def _unreadable_name(name: str) -> Diagnostic:
    what = "the file's name isn't UTF-8"
    return Diagnostic(codes.UNREADABLE_NAME, what, "rename the file", Span(shown_name(name)))


def _unreadable(name: str, error: OSError) -> Diagnostic:
    why = (error.strerror or "unknown reason").lower()
    return Diagnostic(codes.UNREADABLE_FILE, f"can't be read: {why}", "check its permissions", Span(name))
