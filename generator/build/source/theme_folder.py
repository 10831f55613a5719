"""A theme's folder: which it is, and its files, read once and through no link."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from generator.build.source.litter import is_litter
from generator.build.source.shipped import shipped_folder
from generator.build.store.keys import key
from generator.diagnostics.diagnostic import OpeningsError
from generator.diagnostics.suggest import nearest

_PARTS = ("assets", "templates", "words")
# What pictures for sharing are made with; its fonts are large, and not read for nothing.
_CARDS = "cards"


class ThemeFiles(Struct, frozen=True):
    """The files of a theme by their paths below its folder, in order."""

    name: str
    files: Mapping[str, bytes]

    @property
    def digest(self) -> bytes:
        """One digest of all of them."""
        return key(self.name, (part for path, data in self.files.items() for part in (path, data)))

    def below(self, folder: str) -> dict[str, bytes]:
        """The files in one of the theme's folders, by their paths there."""
        prefix = f"{folder}/"
        return {p.removeprefix(prefix): data for p, data in self.files.items() if p.startswith(prefix)}


def read_theme(site: Path, name: str, with_cards: bool = False) -> ThemeFiles:
    """The site's own theme of that name, else the one that ships; OpeningsError where neither is."""
    folder = theme_folder(site, name)
    parts = (*_PARTS, _CARDS) if with_cards else _PARTS
    return ThemeFiles(name, {f"{part}/{p}": data for part in parts for p, data in _files(folder / part)})


def theme_folder(site: Path, name: str) -> Path:
    """Where the theme of that name lies; OpeningsError where there is none."""
    for parent in (site / "themes", shipped_folder("themes")):
        if name in _names(parent):
            return parent / name
    known = {*_names(site / "themes"), *_names(shipped_folder("themes"))}
    near = nearest(name, known)
    raise OpeningsError(
        f"there is no theme `{name}`",
        f"did you mean `{near}`?" if near else f"themes that are there: {', '.join(sorted(known))}",
    )


def _names(parent: Path) -> list[str]:
    if parent.is_symlink() or not parent.is_dir():
        return []
    return sorted(path.name for path in parent.iterdir() if path.is_dir() and not path.is_symlink())


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each file below a folder with its path there, in order; none that an editor has beside another."""
    for path in sorted(folder.rglob("*")):
        links = (path, *(parent for parent in path.parents if parent.is_relative_to(folder)))
        is_hidden = path.name.startswith(".") or is_litter(path.name)
        if path.is_file() and not is_hidden and not any(link.is_symlink() for link in links):
            with suppress(FileNotFoundError):  # it has just gone
                yield path.relative_to(folder).as_posix(), path.read_bytes()
