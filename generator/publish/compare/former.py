"""What the site's files held in a commit, where they hold something else now: by git's own judgement.

A file with other line ends, or with other bytes by a filter of git's, is no other file.
"""

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from generator.build.source.git import git, prefix_in_repository
from generator.build.source.litter import is_litter
from generator.model.files import SITE_FILE

_CONTENT = SITE_FILE.partition("/")[0]
_THEMES = "themes"
_DIFF = ("diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--ignore-submodules=all")
_FILE, _LINK = b"100", b"120000"
_UNMERGED = b"U"


class Former(Struct, frozen=True):
    """What a commit has otherwise: the bytes of files that changed or went, and which came since.

    Paths are from the site's folder. What git ignores, or a submodule holds, counts as unchanged.
    """

    files: Mapping[str, bytes]
    added: frozenset[str]


class _Entry(Struct, frozen=True):
    """A file of a commit: its mode, and its blob's number."""

    mode: bytes
    blob: bytes


def read_former(root: Path, commit: str, environment: Mapping[str, str]) -> Former:
    """How the files of the site and its themes were in the commit, as far as they differ."""
    prefix = prefix_in_repository(root, environment)
    folders = ("--", _CONTENT, _THEMES)
    told = git(root, environment, *_DIFF, commit, *folders)
    others = git(root, environment, "ls-files", "--others", "--exclude-standard", "-z", *folders)
    tree = git(root, environment, "ls-tree", "-r", "-z", commit, *folders)
    changes = {path.removeprefix(prefix): entry for path, entry in _changes(told)}
    links = dict(_links(tree)) if _LINK in tree else {}
    wanted = {path: entry.blob for path, entry in changes.items() if entry.mode.startswith(_FILE)}
    wanted |= _targets(root, environment, f"{commit}:{prefix}", links, changes)
    files = _blobs(root, environment, {path: blob for path, blob in wanted.items() if _is_read(path)})
    added = {path for path, entry in changes.items() if path not in files}
    return Former(files, frozenset(added.union(os.fsdecode(path) for path in others.split(b"\0") if path)))


def _changes(told: bytes) -> Iterator[tuple[str, _Entry]]:
    """Each file that differs, by its path in the repository: as `git diff --raw -z` tells them."""
    parts = iter(told.split(b"\0"))
    for part in parts:
        if part.startswith(b":"):
            mode, _, blob, _, status = part[1:].split(b" ")
            path = next(parts)
            if status != _UNMERGED:  # which is told once more, as what it is
                yield os.fsdecode(path), _Entry(mode, blob)


def _links(tree: bytes) -> Iterator[tuple[str, bytes]]:
    """Each link of a commit, by its path: as `git ls-tree -z` tells them."""
    for line in tree.split(b"\0"):
        about, _, path = line.partition(b"\t")
        if about.startswith(_LINK):
            yield os.fsdecode(path), about.rpartition(b" ")[2]


def _targets(
    root: Path,
    environment: Mapping[str, str],
    start: str,
    links: Mapping[str, bytes],
    changes: Mapping[str, _Entry],
) -> dict[str, bytes]:
    """What to read for links to files of the site: where the link, or the file that it leads to, changed."""
    found = {}
    for path, target in _blobs(root, environment, links).items():
        to = posixpath.normpath(posixpath.join(posixpath.dirname(path), os.fsdecode(target)))
        if to.startswith(f"{_CONTENT}/") and (path in changes or to in changes):
            found[path] = os.fsencode(f"{start}{to}")
    return found


def _blobs(root: Path, environment: Mapping[str, str], wanted: Mapping[str, bytes]) -> dict[str, bytes]:
    """The bytes of blobs by path; without those that git doesn't have."""
    asked = {path: blob for path, blob in wanted.items() if b"\n" not in blob}
    if not asked:
        return {}
    said = git(root, environment, "cat-file", "--batch", data=b"".join(b"%s\n" % b for b in asked.values()))
    found, at = {}, 0
    for path in asked:
        end = said.index(b"\n", at)
        head, at = said[at:end], end + 1
        if head.split(b" ")[-2:-1] == [b"blob"]:
            size = int(head.rpartition(b" ")[2])
            found[path], at = said[at : at + size], at + size + 1
    return found


def _is_read(path: str) -> bool:
    """Whether a site has such a file at all: not what systems leave, nor a name that isn't UTF-8."""
    return not any("\ud800" <= ch <= "\udfff" for ch in path) and not _has_litter(path.split("/"))


def _has_litter(names: Iterable[str]) -> bool:
    return any(map(is_litter, names))
