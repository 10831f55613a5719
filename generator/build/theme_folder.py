"""A theme's folder becomes a theme: its files are read once, and no link in it is followed."""

from collections.abc import Iterator
from pathlib import Path

from generator.build.shipped import shipped_folder
from generator.content.catalogue import parse_catalogue
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError
from generator.diagnostics.suggest import nearest
from generator.render.theme import Catalogue, Theme


def read_theme(site: Path, name: str) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The site's own theme of that name, else the one that ships; OpeningsError where neither is."""
    folder = _find(site, name)
    shown = f"themes/{name}"
    words: dict[str, Catalogue] = {}
    problems: list[Diagnostic] = []
    for path, data in _files(folder / "words"):
        catalogue, own = parse_catalogue(f"{shown}/words/{path}", data)
        words[path.removesuffix(".yaml")] = catalogue
        problems += own
    templates = {path: data.decode("utf-8", "replace") for path, data in _files(folder / "templates")}
    return Theme(name, shown, templates, words, dict(_files(folder / "assets"))), tuple(problems)


def _find(site: Path, name: str) -> Path:
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
    """Each file below a folder with its path there, in order."""
    for path in sorted(folder.rglob("*")):
        links = (path, *(parent for parent in path.parents if parent.is_relative_to(folder)))
        if path.is_file() and not any(link.is_symlink() for link in links):
            yield path.relative_to(folder).as_posix(), path.read_bytes()
