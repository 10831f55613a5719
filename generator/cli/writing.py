"""Files written so that nobody reads half of one, and none is overwritten by mistake."""

import errno
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
        waiting = _waiting(target)
        try:
            waiting.write_bytes(data)
            if target.exists():
                shutil.copymode(target, waiting)
            waiting.replace(target)
        finally:
            waiting.unlink(missing_ok=True)


def create_file(path: Path, data: bytes) -> None:
    """A new file with its folders, there as a whole or not at all.

    An OpeningsError where one is there already, or it can't be written.
    """
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        waiting = _waiting(path)
        try:
            waiting.write_bytes(data)
            _link(waiting, path)
        except FileExistsError:
            hint = "move it away, or choose another name"
            raise OpeningsError(f"`{_shown(path)}` is there already", hint) from None
        finally:
            waiting.unlink(missing_ok=True)


def _link(waiting: Path, path: Path) -> None:
    """Gives the file its name; a FileExistsError where that is taken."""
    try:
        os.link(waiting, path)
    except FileExistsError:
        raise
    except OSError:  # some disks know no second names
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        waiting.rename(path)


def _waiting(path: Path) -> Path:
    """The name under which a file is written: nothing reads names that begin with a dot."""
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def _shown(path: Path) -> Path:
    """The path as people call it who stand in the site's folder."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system refuses, as an OpeningsError that names the file."""
    try:
        yield
    except OSError as error:
        refused = OSError(error.errno, error.strerror)
        raise OpeningsError(f"`{_shown(path)}` can't be written: {failure(refused)}") from error
