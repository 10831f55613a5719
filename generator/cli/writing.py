"""Files written so that nobody reads half of one, and none is overwritten by mistake."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.cli.saying import failure
from generator.diagnostics.diagnostic import OpeningsError


def replace_file(path: Path, data: bytes) -> None:
    """The bytes, renamed into place; permissions of a file that is there stay, and a link stays a link."""
    with _told(path):
        target = path.resolve()
        waiting = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            waiting.write_bytes(data)
            if target.exists():
                shutil.copymode(target, waiting)
            waiting.replace(target)
        finally:
            waiting.unlink(missing_ok=True)


def create_file(path: Path, data: bytes) -> None:
    """A new file with its folders; an OpeningsError where one is there already, or it can't be written."""
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            file = path.open("xb")
        except FileExistsError:
            hint = "move it away, or choose another name"
            raise OpeningsError(f"`{path}` is there already", hint) from None
        try:
            with file:
                file.write(data)
        except OSError:
            path.unlink()
            raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system refuses, as an OpeningsError that names the file."""
    try:
        yield
    except OSError as error:
        refused = OSError(error.errno, error.strerror)
        raise OpeningsError(f"`{path}` can't be written: {failure(refused)}") from error
