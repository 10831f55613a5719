"""From a site's folder and its repository to the two sites that are compared."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.build.collector import without_collector
from generator.build.options import Options
from generator.build.pool import in_order
from generator.build.reading import File
from generator.build.source.clock import build_day
from generator.build.source.workspace import Workspace, open_workspace
from generator.build.store.cache import Cache
from generator.build.store.cache_folder import open_cache
from generator.build.store.codec import decode, retold
from generator.build.store.keys import digest, key
from generator.build.store.sharing import Sharing
from generator.checks.echoes import without_echoes
from generator.diagnostics.diagnostic import OpeningsError
from generator.model.documents import Document
from generator.model.files import LOCK_FILE, SITE_FILE, STATIC_FOLDER, kind_of
from generator.model.published import UrlsLock
from generator.model.site_config import SiteConfig
from generator.pages.assets import Asset
from generator.publish.compare.facts import FactFinding, Facts, Sources
from generator.publish.compare.former import Former, read_former
from generator.publish.compare.halves import Half, Halves, read_halves
from generator.publish.compare.revision import Revision, find_revision
from generator.publish.compare.side import Side

_DOCUMENT: Any = Document | None
_STATIC = f"{STATIC_FOLDER}/"


class Both(Struct, frozen=True):
    """The site as it was in a commit and as it is now, both on the same day."""

    revision: Revision
    day: date
    before: Side
    after: Side


def gather(folder: Path, name: str, as_of: date | None, environment: Mapping[str, str]) -> Both:
    """Both sites; an OpeningsError without a site, a repository, or a commit of that name."""
    workspace = open_workspace(folder)
    revision = find_revision(workspace.root, name, environment)
    former = read_former(workspace.root, revision.commit, environment)
    options = Options(as_of=as_of, environment=environment)
    with without_collector():
        try:
            with open_cache(workspace.root) as (cache, _):
                return _both(workspace, revision, former, cache, options)
        except sqlite3.DatabaseError:  # damaged, or kept by a build for long: we can do without
            with open_cache(workspace.root, is_kept=False) as (cache, _):
                return _both(workspace, revision, former, cache, options)


def _both(workspace: Workspace, revision: Revision, former: Former, cache: Cache, options: Options) -> Both:
    halves = read_halves(workspace, former, cache, options)
    before, after = halves.before, halves.after
    config = after.config or before.config or after.remains or before.remains
    if config is None:
        raise OpeningsError(f"{SITE_FILE} can't be read", "`openings check` says what is wrong with it", 1)
    day = build_day(options.as_of, options.environment, config.time_zone)
    facts = _facts((before, after), config, day, cache, options)
    return Both(
        revision=revision,
        day=day,
        before=_side(before, facts[0], halves, former, workspace, cache),
        after=_side(after, facts[1], halves, former, workspace, cache),
    )


def _facts(
    sides: tuple[Half, ...], config: SiteConfig, day: date, cache: Cache, options: Options
) -> list[Facts]:
    """The facts of both sides, as far as they aren't known from a former comparison."""
    keys = [_facts_key(half, half.config or config, day) for half in sides]
    known = {own: value for own in keys if (value := cache.memo(own)) is not None}
    unknown = {own: half for own, half in zip(keys, sides, strict=True) if own not in known}
    if unknown:
        sources = tuple(_sources(unknown.values(), config, cache))
        cache.close()  # a forked process would take its locks for its own
        found = in_order(FactFinding(sources, day), len(sources), min(options.processes, len(sources)))
        fresh = dict(zip(unknown, found, strict=True))
        cache.remember(fresh)
        cache.commit()
        known |= fresh
    return [decode(known[own], Facts) for own in keys]


def _facts_key(half: Half, config: SiteConfig, day: date) -> bytes:
    """What a side's facts depend on besides our code, which the cache is kept for."""
    files = (part for path, file in half.files.items() for part in (path, file.entry.metadata))
    return key("facts", day.isoformat(), "" if half.config else repr(config), files)


def _sources(halves: Iterable[Half], config: SiteConfig, cache: Cache) -> Iterable[Sources]:
    """What the sides are made from; what their files say alike is one value."""
    sides = tuple(halves)
    shared = Sharing().shared
    texts = {file.key for half in sides for path, file in half.files.items() if kind_of(path)}
    documents = {own: shared(decode(data, _DOCUMENT)) for own, data in cache.metadata(texts)}
    for half in sides:
        found = (documents[file.key] for path, file in half.files.items() if kind_of(path))
        yield Sources(
            documents=tuple(document for document in found if document),
            config=half.config or config,
            static=_static(half, cache),
            lock=_lock(half, cache),
        )


def _static(half: Half, cache: Cache) -> dict[str, Asset]:
    files = {path: file for path, file in half.files.items() if path.startswith(_STATIC)}
    values = _values(files, Asset, cache)
    return {path.removeprefix(_STATIC): value for path, value in values.items()}


def _lock(half: Half, cache: Cache) -> UrlsLock | None:
    files = {LOCK_FILE: half.files[LOCK_FILE]} if LOCK_FILE in half.files else {}
    return _values(files, UrlsLock, cache).get(LOCK_FILE)


def _values(files: Mapping[str, File], kind: Any, cache: Cache) -> dict[str, Any]:
    """What files say, by path."""
    values = {own: decode(data, kind) for own, data in cache.metadata({f.key for f in files.values()})}
    return {path: values[file.key] for path, file in files.items()}


def _side(
    half: Half, facts: Facts, halves: Halves, former: Former, workspace: Workspace, cache: Cache
) -> Side:
    changed = {path: half.files[path] for path in sorted(halves.changed) if path in half.files}
    texts = {path: file for path, file in changed.items() if kind_of(path)}
    bodies = dict(cache.bodies({file.key for file in texts.values()}))
    digests = {path: file.digest for path, file in changed.items()}
    between = without_echoes(retold(facts.problems), half.problems)
    return Side(
        config=half.config,
        has_settings=SITE_FILE in half.files,
        documents={p: d for p, d in _values(texts, _DOCUMENT, cache).items() if d},
        bodies={path: decode(bodies[file.key], tuple[str, ...]) for path, file in texts.items()},
        digests=digests | _themes(half is halves.before, former, workspace.root),
        static=frozenset(p.removeprefix(_STATIC) for p in half.files if p.startswith(_STATIC)),
        lock=_lock(half, cache),
        facts=facts,
        problems=(*half.problems, *between),
    )


def _themes(was: bool, former: Former, root: Path) -> dict[str, bytes]:
    """The digests of the theme's files that differ."""
    if was:
        return {path: digest(data) for path, data in former.files.items() if not path.startswith("content/")}
    paths = {path for path in (*former.files, *former.added) if not path.startswith("content/")}
    return {path: digest((root / path).read_bytes()) for path in sorted(paths) if (root / path).is_file()}
