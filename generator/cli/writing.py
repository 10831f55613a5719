"""Files written so that nobody reads half of one, and none is overwritten by mistake."""

import os
import shutil
from pathlib import Path

from generator.diagnostics.diagnostic import OpeningsError


def replace_file(path: Path, data: bytes) -> None:
    """The file's new bytes, renamed into place; its permissions stay, and a link stays a link."""
    target = path.resolve()
    waiting = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        waiting.write_bytes(data)
        shutil.copymode(target, waiting)
        waiting.replace(target)
    finally:
        waiting.unlink(missing_ok=True)


def create_file(path: Path, data: bytes) -> None:
    """A new file with its folders; an OpeningsError where one is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise OpeningsError(f"`{path}` is there already", "move it away, or choose another name") from None
