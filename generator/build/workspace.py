"""A site's folder: which files it has, read never through a link that leads out of it."""

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics.codes import files as codes
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, Span
from generator.model.files import FILE_KINDS, SITE_FILE, STATIC_FOLDER, kind_of

_UNREAD = (codes.FILE_TOO_LARGE, codes.UNREADABLE_FILE)
_LARGEST_TEXT = 2_000_000
_LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")
_LITTER_ENDINGS = ("~", ".swp", ".swo", ".tmp", ".orig")


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that holds `content/`; `files` are paths below it with forward slashes, sorted."""

    root: Path
    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    def read(self, path: str) -> bytes:
        """The bytes of one of `files`."""
        return (self.root / path).read_bytes()

    def texts(self) -> Iterator[str]:
        """The Markdown files that become something."""
        return (path for path in self.files if kind_of(path))

    def static(self) -> Iterator[str]:
        """The files that are copied as they are."""
        return (path for path in self.files if path.startswith(f"{STATIC_FOLDER}/"))


def open_workspace(root: Path) -> Workspace:
    """The site in a folder; OpeningsError where there is none."""
    root = root.resolve()
    if (root / "content").is_symlink():
        raise OpeningsError("content/ is a link", "put the folder itself into the site")
    if not (root / SITE_FILE).is_file():
        raise OpeningsError(
            f"there is no site in {_shown(root)}: {SITE_FILE} is missing",
            "go to the folder that holds content/, or name it with `openings -C DIR …`; "
            "`openings init` makes a new site",
        )
    problems: list[Diagnostic] = []
    found = sorted(_walk(root, root / "content", problems))
    judged = {path: _judge(path, root) for path in found}
    problems += filter(None, judged.values())
    refused = {path for path, problem in judged.items() if problem and problem.code in _UNREAD}
    return Workspace(root, tuple(path for path in found if path not in refused), tuple(problems))


def _shown(root: Path) -> str:
    return "this folder" if root == Path.cwd() else f"`{root}`"


def _walk(root: Path, folder: Path, problems: list[Diagnostic]) -> Iterator[str]:
    """Every file below a folder, links that lead out of the site left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_unreadable(folder.relative_to(root).as_posix(), error))
        return
    for entry in entries:
        path = Path(entry.path)
        name = path.relative_to(root).as_posix()
        if not _is_text(entry.name):
            problems.append(_unreadable_name(name))
            continue
        if entry.name in _LITTER or entry.name.endswith(_LITTER_ENDINGS):
            continue
        if entry.is_symlink() and not _stays_inside(path, root, name, problems):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, path, problems)
        elif entry.is_file():
            yield name


def _stays_inside(path: Path, root: Path, name: str, problems: list[Diagnostic]) -> bool:
    try:
        target = path.resolve(strict=True)
        if target.is_relative_to(root / "content") and target.is_file():
            return True
    except (OSError, RuntimeError):  # a link to nowhere, or to itself
        pass
    what = f"`{name}` is a link that leads out of content/, to a folder or nowhere"
    hint = "put the file itself here instead of a link"
    problems.append(Diagnostic(codes.LINK_OUT_OF_SITE, what, hint, Span(name)))
    return False


def _judge(path: str, root: Path) -> Diagnostic | None:
    """What is wrong with a file before its first byte is read."""
    if not os.access(root / path, os.R_OK):
        return _unreadable(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    if path == SITE_FILE or path.startswith(f"{STATIC_FOLDER}/") or path.rpartition("/")[2].startswith("."):
        return None
    if kind_of(path) is None:
        return _stray(path)
    size = (root / path).stat().st_size
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
    return not any("\ud800" <= ch <= "\udfff" for ch in name)


def _unreadable_name(name: str) -> Diagnostic:
    shown = name.encode("utf-8", "replace").decode()
    return Diagnostic(codes.UNREADABLE_NAME, "the file's name isn't UTF-8", "rename the file", Span(shown))


def _unreadable(name: str, error: OSError) -> Diagnostic:
    why = (error.strerror or "unknown reason").lower()
    return Diagnostic(codes.UNREADABLE_FILE, f"can't be read: {why}", "check its permissions", Span(name))
