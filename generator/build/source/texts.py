"""The texts that problems point into: the site's files and its theme's."""

from pathlib import Path

from generator.build.source.shipped import shipped_folder
from generator.content.source import Source, decode


def plain_text(path: str, data: bytes) -> str:
    """A file's text with plain line ends, as lines and columns count it."""
    source = decode(path, data)
    if isinstance(source, Source):
        return source.text
    return data.decode("utf-8", "replace").replace("\r", "")


def theme_file(root: Path, path: str) -> Path | None:
    """Where `themes/…` is of the site's own, else of those that ship; never through a link that leads out."""
    for themes in (root / "themes", shipped_folder("themes")):
        file = themes / path.removeprefix("themes/")
        if file.is_file() and file.resolve().is_relative_to(themes.resolve()):
            return file
    return None
