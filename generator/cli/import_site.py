"""A site as an import needs it: what is there, and what is written."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.cli.loading import Loaded
from generator.cli.writing import create_file, replace_file
from generator.content.documents import identity_of, parse_posting
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, in_order
from generator.importers.finding import Here
from generator.importers.lock import lock_text, read_lock
from generator.importers.planning import Plan
from generator.importers.reading import Reading
from generator.model.documents import LocationPage, Posting
from generator.model.files import IMPORTS_FOLDER, POSTING, kind_of
from generator.model.slugs import fold


def reading(loaded: Loaded) -> Reading:
    """What an adapter has to know of the site."""
    pages = [page for page in loaded.content.documents if isinstance(page, LocationPage)]
    names = (name for page in pages for name in (page.title, *page.aliases))
    config = loaded.site.config
    return Reading(config.language, config.time_zone, frozenset(map(fold, names)))


def here(loaded: Loaded, lock_path: str) -> Here:
    """The site's postings, as the source that has this lock meets them."""
    postings = [one for one in loaded.content.documents if isinstance(one, Posting)]
    main = [one for one in postings if one.identity.language == loaded.settings.language]
    paths = tuple(path for path in loaded.workspace.texts() if kind_of(path) is POSTING)
    stems: dict[str, list[str]] = {}
    for path in paths:
        stems.setdefault(identity_of(path, loaded.settings).stem, []).append(path)

    def translations(path: str) -> Sequence[str]:
        return stems.get(identity_of(path, loaded.settings).stem, (path,))

    # The last one with an id is found by it, so that is in the site's main language.
    ids = {one.spans.path: one.id for one in sorted(postings, key=main.__contains__)}
    source = lock_path.removeprefix(f"{IMPORTS_FOLDER}/").removesuffix(".lock")
    others, elsewhere = _names(loaded), _ids_elsewhere(loaded, lock_path)
    return Here(paths, ids, translations, loaded.workspace.read, source, others, elsewhere)


def _names(loaded: Loaded) -> tuple[str, ...]:
    """The paths of all that lies among the postings: links and folders too, which are no postings."""
    folder = loaded.workspace.root / POSTING.folder
    return tuple(f"{POSTING.folder}/{name}" for name in os.listdir(folder)) if folder.is_dir() else ()


def _ids_elsewhere(loaded: Loaded, own: str) -> frozenset[str]:
    """The ids of the postings of other sources."""
    locks = (path for path in loaded.workspace.files if path.startswith(f"{IMPORTS_FOLDER}/") and path != own)
    found = (read_lock(path, loaded.workspace.read(path)) for path in locks if path.endswith(".lock"))
    return frozenset(record.id for lock in found for record in lock.values())


def write(loaded: Loaded, lock_path: str, plan: Plan, *, is_dry: bool) -> tuple[Diagnostic, ...]:
    """What is wrong with the files; unless it is dry, all are written, and behind them the lock.

    Where that is interrupted, the same import finds by their ids what it wrote, and by the promise what it
    was closing or opening, and goes on.
    """
    _check_free(loaded, (lock_path, *plan.files))
    problems = _problems(loaded, plan.files)
    if is_dry:
        return problems
    root = loaded.workspace.root
    _put(root / lock_path, lock_text(plan.promise).encode())
    for path, data in plan.files.items():
        _put(root / path, data)
    _put(root / lock_path, lock_text(plan.lock).encode())
    return problems


def _check_free(loaded: Loaded, paths: Iterable[str]) -> None:
    """An OpeningsError where something that is no file of the site is in a file's way."""
    for path in paths:
        if path not in loaded.workspace.files and os.path.lexists(loaded.workspace.root / path):
            hint = "move it away; nothing was changed"
            raise OpeningsError(f"`{path}` is a link or a folder, and no file of the site", hint, 1)


def _put(path: Path, data: bytes) -> None:
    if not path.is_file():
        create_file(path, data)
    elif path.read_bytes() != data:
        replace_file(path, data)


def _problems(loaded: Loaded, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    parsed = (parse_posting(path, data, loaded.settings) for path, data in files.items())
    return in_order(problem for one in parsed for problem in one.diagnostics)
