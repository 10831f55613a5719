"""A site as an import needs it: what is there, and what is written."""

from collections.abc import Mapping, Sequence

from generator.cli.loading import Loaded
from generator.cli.writing import create_file, replace_file
from generator.content.documents import identity_of, parse_posting
from generator.diagnostics.diagnostic import Diagnostic, in_order
from generator.importers.lock import lock_text
from generator.importers.planning import Here, Plan
from generator.importers.reading import Reading
from generator.model.documents import LocationPage, Posting
from generator.model.files import POSTING, kind_of
from generator.model.slugs import fold


def reading(loaded: Loaded, known: Mapping[str, str]) -> Reading:
    """What an adapter has to know of the site, and the postings that need not be read again."""
    pages = [page for page in loaded.content.documents if isinstance(page, LocationPage)]
    names = (name for page in pages for name in (page.title, *page.aliases))
    config = loaded.site.config
    return Reading(config.language, config.time_zone, frozenset(map(fold, names)), known)


def here(loaded: Loaded) -> Here:
    """The site's postings."""
    postings = [one for one in loaded.content.documents if isinstance(one, Posting)]
    main = [one for one in postings if one.identity.language == loaded.settings.language]
    paths = tuple(path for path in loaded.workspace.texts() if kind_of(path) is POSTING)
    stems: dict[str, list[str]] = {}
    for path in paths:
        stems.setdefault(identity_of(path, loaded.settings).stem, []).append(path)

    def translations(path: str) -> Sequence[str]:
        return stems.get(identity_of(path, loaded.settings).stem, (path,))

    by_id = {one.id: one.spans.path for one in (*postings, *main)}
    return Here(paths, by_id, translations, loaded.workspace.read)


def write(loaded: Loaded, lock_path: str, plan: Plan, *, is_dry: bool) -> tuple[Diagnostic, ...]:
    """What is wrong with the files; unless it is dry, all are written, and behind them the lock.

    Where that is interrupted, the same import finds by their ids what it wrote, and goes on.
    """
    problems = _problems(loaded, plan.files)
    if is_dry:
        return problems
    for path, data in plan.files.items():
        _put(loaded, path, data)
    text = lock_text(plan.lock).encode()
    if lock_path not in loaded.workspace.files or loaded.workspace.read(lock_path) != text:
        _put(loaded, lock_path, text)
    return problems


def _put(loaded: Loaded, path: str, data: bytes) -> None:
    if path in loaded.workspace.files:
        replace_file(loaded.workspace.root / path, data)
    else:
        create_file(loaded.workspace.root / path, data)


def _problems(loaded: Loaded, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    parsed = (parse_posting(path, data, loaded.settings) for path, data in files.items())
    return in_order(problem for one in parsed for problem in one.diagnostics)
