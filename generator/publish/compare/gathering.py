"""From a site's folder and its repository to the two sites that are compared."""

import sqlite3
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from msgspec import Struct

from generator.build.options import Options
from generator.build.source.clock import build_day
from generator.build.source.workspace import Workspace, open_workspace, site_root
from generator.build.store.cache import Cache
from generator.build.store.cache_folder import open_cache
from generator.build.store.codec import retold
from generator.build.store.keys import digest
from generator.checks.echoes import without_echoes
from generator.diagnostics.diagnostic import OpeningsError
from generator.model.files import SITE_FILE, kind_of
from generator.publish.compare.contents import STATIC, bodies_of, documents_of, lock_of
from generator.publish.compare.facts import Facts
from generator.publish.compare.former import Former, read_former
from generator.publish.compare.halves import Half, Halves, read_halves
from generator.publish.compare.recalling import recalled_facts
from generator.publish.compare.revision import Revision, find_revision
from generator.publish.compare.side import Side


class Both(Struct, frozen=True):
    """The site as it was in a commit and as it is now, both on the same day."""

    revision: Revision
    day: date
    before: Side
    after: Side


def gather(folder: Path, name: str | None, as_of: date | None, environment: Mapping[str, str]) -> Both:
    """Both sites; an OpeningsError without a site, a repository, or a commit of that name."""
    root = site_root(folder)
    with ThreadPoolExecutor(1) as beside:  # git looks at the files while we do; no thread is left at a fork
        asked = beside.submit(_asked, root, name, environment)
        workspace = open_workspace(root)
        revision, former = asked.result()
    options = Options(as_of=as_of, environment=environment)
    try:
        with open_cache(root) as (cache, _):
            return _both(workspace, revision, former, cache, options)
    except sqlite3.DatabaseError:  # damaged, or kept by a build for long: we can do without
        with open_cache(root, is_kept=False) as (cache, _):
            return _both(workspace, revision, former, cache, options)


def _asked(root: Path, name: str | None, environment: Mapping[str, str]) -> tuple[Revision, Former]:
    """What git says."""
    revision = find_revision(root, name, environment)
    return revision, read_former(root, revision.commit, environment)


def _both(workspace: Workspace, revision: Revision, former: Former, cache: Cache, options: Options) -> Both:
    halves = read_halves(workspace, former, cache, options)
    before, after = halves.before, halves.after
    config = after.config or before.config or after.remains or before.remains
    if config is None:
        raise OpeningsError(f"{SITE_FILE} can't be read", "`openings check` says what is wrong with it", 1)
    day = build_day(options.as_of, options.environment, config.time_zone)
    facts = recalled_facts((before, after), config, day, cache, options)
    return Both(
        revision=revision,
        day=day,
        before=_side(before, facts[0], halves, former, workspace, cache),
        after=_side(after, facts[1], halves, former, workspace, cache),
    )


def _side(
    half: Half, facts: Facts, halves: Halves, former: Former, workspace: Workspace, cache: Cache
) -> Side:
    changed = {path: half.files[path] for path in sorted(halves.changed) if path in half.files}
    texts = {path: file for path, file in changed.items() if kind_of(path)}
    digests = {path: file.digest for path, file in changed.items()}
    between = without_echoes(retold(facts.problems), half.problems)
    return Side(
        config=half.config,
        has_settings=SITE_FILE in half.files,
        documents=documents_of(texts, cache),
        bodies=bodies_of(texts, cache),
        digests=digests | _themes(half is halves.before, former, workspace.root),
        static=frozenset(p.removeprefix(STATIC) for p in half.files if p.startswith(STATIC)),
        lock=lock_of(half, cache),
        facts=facts,
        problems=(*half.problems, *between),
    )


def _themes(was: bool, former: Former, root: Path) -> dict[str, bytes]:
    """The digests of the theme's files that differ."""
    if was:
        return {path: digest(data) for path, data in former.files.items() if not path.startswith("content/")}
    paths = {path for path in (*former.files, *former.added) if not path.startswith("content/")}
    return {path: digest((root / path).read_bytes()) for path in sorted(paths) if (root / path).is_file()}
