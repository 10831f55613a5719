"""Where the files lie that problems and pages name; any other name is nowhere."""

import re
from pathlib import Path

from msgspec import Struct

from generator.build.source.shipped import shipped_folder
from generator.build.source.texts import plain_text, theme_file
from generator.build.source.theme_folder import ThemeFiles
from generator.build.source.workspace import Workspace

_THEMES = "themes/"


class Whereabouts(Struct, frozen=True):
    """The files of a site and of its theme, None before there is one."""

    workspace: Workspace
    theme: ThemeFiles | None

    def path(self, name: str) -> Path | None:
        """Where a file of the site or its theme is; None for every other name, and where it has gone."""
        if name in self.workspace.signatures:
            return _inside(self.workspace.root / name, self.workspace.root / "content")
        if self.theme and name.removeprefix(f"{_THEMES}{self.theme.name}/") in self.theme.files:
            return theme_file(self.workspace.root, name) if name.startswith(_THEMES) else None
        return None

    def text(self, name: str) -> str | None:
        """The text of such a file."""
        path = self.path(name)
        try:
            return plain_text(name, path.read_bytes()) if path else None
        except OSError:
            return None

    def without_paths(self, text: str) -> str:
        """The text without what tells about this machine."""
        for folder in (self.workspace.root, shipped_folder("themes").parent):
            text = re.sub(rf"{re.escape(str(folder))}(?![\w.-])", "…", text)
        return text


def _inside(path: Path, folder: Path) -> Path | None:
    """The path, unless a link that leads out of the folder has taken its place since."""
    try:
        return path if path.resolve(strict=True).is_relative_to(folder) else None
    except (OSError, RuntimeError):
        return None
