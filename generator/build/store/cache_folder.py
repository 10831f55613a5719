"""Where the cache of a site lies, and what to say when it had to be made anew."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from generator.build.output.manifest import FOLDER
from generator.build.store.cache import Cache
from generator.build.store.keys import engine
from generator.build.store.sqlite import throw_away
from generator.diagnostics.codes import files as codes
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError

_NAME = "cache.sqlite3"


@contextmanager
def open_cache(
    site: Path, is_kept: bool = True, is_damaged: bool = False
) -> Iterator[tuple[Cache, tuple[Diagnostic, ...]]]:
    """The site's cache, with a notice where what former builds left can't be used.

    One that nobody keeps, or that can't be written, lies in a folder that goes away again. `is_damaged`
    throws away what is there.
    """
    with tempfile.TemporaryDirectory(prefix="openings-") as temporary:
        path = (_place(site) if is_kept else None) or Path(temporary) / _NAME
        if is_damaged:
            throw_away(path)
        with closing(Cache(path, engine())) as cache:
            was_lost = is_damaged or cache.was_unusable or (cache.was_missing and _has_built(path))
            yield cache, (_made_anew(),) if was_lost else ()


def _place(site: Path) -> Path | None:
    """The cache's path in the site, if it can be written there."""
    folder = site / FOLDER
    if folder.is_symlink():
        raise OpeningsError(f"`{folder}` is a link", "remove it: build records are kept there")
    try:
        folder.mkdir(exist_ok=True)
        (folder / _NAME).open("ab").close()
    except OSError:
        return None
    return folder / _NAME


def _has_built(path: Path) -> bool:
    """Whether a build left its records beside the missing cache."""
    return any(path.parent.glob("output-*.sqlite3"))


def _made_anew() -> Diagnostic:
    what = "the cache of former builds can't be used, so everything is made anew"
    return Diagnostic(codes.CACHE_REBUILT, what, "nothing to do: it is damaged, gone, or another release's")
