"""Names and ids that no other file has."""

from collections.abc import Collection, Iterable

from generator.content.values.names import LONGEST_IDENTIFIER, fitting_identifier
from generator.diagnostics.diagnostic import OpeningsError
from generator.model.files import FileKind, kind_of
from generator.model.slugs import slugify

_LONGEST_STEM = 80


def new_stem(paths: Iterable[str], kind: FileKind, wanted: str, title: str, folder: str = "") -> str:
    """The name asked for, which has to be free among the paths, or one made from the title.

    With a folder, only what lies in it counts as taken; else all files of the kind.
    """
    taken = taken_stems(paths, kind, folder)
    fit = fitting_stem(wanted or title)
    if not wanted:
        return free_stem(fit, taken)
    if fit != wanted:
        rule = f"small letters, digits and hyphens, at most {_LONGEST_STEM}"
        raise OpeningsError(f"`{wanted}` isn't fit for an address: {rule}", f"write `--stem {fit}`")
    if wanted in taken:
        hint = f"`{free_stem(wanted, taken)}` is free"
        raise OpeningsError(f"there is a file `{wanted}` in {folder or kind.folder}/ already", hint)
    return wanted


def taken_stems(paths: Iterable[str], kind: FileKind, folder: str = "") -> set[str]:
    """The names that files of a kind have, in a folder or in all, as addresses would have them."""
    # A name ends at its first dot; what follows is a language and `md`.
    return {
        slugify(path.rpartition("/")[2].partition(".")[0])
        for path in paths
        if kind_of(path) is kind and folder in ("", path.rpartition("/")[0])
    }


def fitting_stem(text: str) -> str:
    """A file's name made from the text."""
    return slugify(text)[:_LONGEST_STEM].rstrip("-")


def fresh_id(stem: str, taken: Collection[str]) -> str:
    """An id for a new posting where the one that its stem gives is taken; empty where it isn't."""
    identifier = fitting_identifier(stem)
    if identifier not in taken:
        return ""
    number = 2
    while (fresh := f"{identifier[: LONGEST_IDENTIFIER - 4]}-{number}") in taken:
        number += 1
    return fresh


def free_stem(stem: str, taken: Collection[str]) -> str:
    """The stem, or the stem with the first number from 2 that is free."""
    number, free = 2, stem
    while free in taken:
        free, number = f"{stem}-{number}", number + 1
    return free
