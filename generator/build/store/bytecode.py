"""Where compiled templates are kept: in the user's own cache folder, since they are code that will be run.

Everything else that builds keep lies beside the site and is only data; a site's folder may come from a
stranger, and code in it must never be run.
"""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache

# So many releases of our code and its libraries keep their templates.
_RELEASES = 4


def kept_bytecode(engine: bytes, environment: Mapping[str, str]) -> BytecodeCache | None:
    """The compiled templates of this very code; None where there is no place to keep them."""
    place = _place(environment)
    if place is None:
        return None
    folder = place / "openings" / "templates" / engine.hex()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.touch()
        if not os.access(folder, os.W_OK):
            return None
        _let_go(folder.parent)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def _place(environment: Mapping[str, str]) -> Path | None:
    """The folder for what programs can make again, as the system or its user chose it."""
    if sys.platform == "win32":
        chosen, usual = environment.get("LOCALAPPDATA"), None
    else:
        home = environment.get("HOME")
        chosen, usual = environment.get("XDG_CACHE_HOME"), Path(home, ".cache") if home else None
    place = Path(chosen) if chosen else usual
    return place if place and place.is_absolute() else None


def _let_go(folder: Path) -> None:
    """Deletes the templates of the releases that were used longest ago."""
    releases = sorted(folder.iterdir(), key=lambda release: release.stat().st_mtime, reverse=True)
    for release in releases[_RELEASES:]:
        shutil.rmtree(release, ignore_errors=True)
