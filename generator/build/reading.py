"""What the site's files say, each by itself: from the cache where a file is known, else by parsing it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator.build.options import Options
from generator.build.source.workspace import Workspace
from generator.build.store.cache import Cache, Entry, Seen
from generator.build.store.codec import Told, decode, retold
from generator.build.store.keys import key, parse_key
from generator.build.store.kinds import CONFIG, DOCUMENT
from generator.build.store.sharing import Sharing
from generator.build.store.signatures import is_settled
from generator.content.settings import ParseSettings, settings_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.documents import Document
from generator.model.files import LOCK_FILE, SITE_FILE, STATIC_FOLDER, kind_of
from generator.model.published import UrlsLock
from generator.model.site_config import SiteConfig
from generator.pages.assets import Asset

# Below so many files, starting workers takes longer than they save.
_PAYS = 150
# So often what was parsed is written down: enough that an interrupted first build isn't lost.
_BATCH = 128
_STATIC = f"{STATIC_FOLDER}/"


T = TypeVar("T")
# Told of each step of long work, and of how many steps there are.
Progress = Callable[[int, int], None]


class File(Struct, frozen=True):
    """A file's bytes by their digest, where the cache keeps what they say, and what is known of that."""

    digest: bytes
    key: bytes
    entry: Entry


@dataclass(frozen=True)
class Content:
    """All files of the site, in the order of their paths; what they say is fetched when it is asked for."""

    config: SiteConfig | None
    files: Mapping[str, File]
    diagnostics: tuple[Diagnostic, ...]
    cache: Cache

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """All documents."""
        files = [file for path, file in self.files.items() if kind_of(path)]
        shared = Sharing().shared
        kept = self.cache.metadata([file.key for file in files])
        found = {key: shared(decode(data, DOCUMENT)) for key, data in kept}
        return tuple(document for file in files if (document := found[file.key]))

    @property
    def lock(self) -> UrlsLock | None:
        """What content/urls.lock says, None where there is none."""
        files = [self.files[LOCK_FILE]] if LOCK_FILE in self.files else []
        return next(iter(_values(self.cache, files, UrlsLock)), None)

    @cached_property
    def static(self) -> dict[str, Asset]:
        """The files below `content/static/` by their path there."""
        static = {path.removeprefix(_STATIC): f for path, f in self.files.items() if path.startswith(_STATIC)}
        return dict(zip(static, _values(self.cache, static.values(), Asset), strict=True))


def read_content(
    workspace: Workspace,
    options: Options,
    cache: Cache,
    progress: Progress = lambda done, total: None,
) -> Content:
    """Every file by itself; without a site.yaml that can be read, the others still show their problems."""
    seen, entries = cache.seen(), cache.entries()
    site = [path for path in workspace.files if path == SITE_FILE]
    others = [path for path in workspace.files if path != SITE_FILE]
    files = _read(site, workspace, ParseSettings(), cache, seen, entries, 1, progress)
    parsed: list[SiteConfig | None] = _values(cache, files.values(), CONFIG)
    config = _overridden(parsed[0], options) if parsed and parsed[0] else None
    files |= _read(others, workspace, settings_of(config), cache, seen, entries, options.processes, progress)
    cache.forget(seen.keys() - files.keys())
    cache.commit()
    problems = (problem for file in files.values() for problem in problems_of(file))
    return Content(config, dict(sorted(files.items())), (*workspace.diagnostics, *problems), cache)


def _read(
    paths: Iterable[str],
    workspace: Workspace,
    settings: ParseSettings,
    cache: Cache,
    seen: Mapping[str, Seen],
    entries: dict[bytes, Entry],
    jobs: int,
    progress: Progress,
) -> dict[str, File]:
    """The files as the cache knows them; those it doesn't know are parsed and kept."""
    scope = key(settings.language, settings.languages, settings.phrases)
    files: dict[str, File] = {}
    stale: list[tuple[str, str]] = []
    for path in paths:
        mark, known = workspace.signatures[path], seen.get(path)
        if known and known.signature == mark and is_settled(mark, known.moment):
            own = parse_key(scope, path, known.digest)
            if own in entries:
                files[path] = File(known.digest, own, entries[own])
                continue
        stale.append((path, mark))
    if stale:
        files |= _parsed(stale, workspace, settings, scope, cache, entries, jobs, progress)
    return files


def _parsed(
    stale: list[tuple[str, str]],
    workspace: Workspace,
    settings: ParseSettings,
    scope: bytes,
    cache: Cache,
    entries: dict[bytes, Entry],
    jobs: int,
    progress: Progress,
) -> dict[str, File]:
    """Files read anew, and kept in the cache."""
    from generator.build.parsing import Parsing  # pulls in all that parses, which most runs don't need
    from generator.build.pool import in_order

    work = Parsing(workspace.root, tuple(stale), settings, scope, frozenset(entries))
    fresh = in_order(work, len(stale), jobs if len(stale) >= _PAYS else 1)
    files: dict[str, File] = {}
    each = zip([path for path, _ in stale], fresh, strict=True)
    while read := list(islice(each, _BATCH)):
        cache.put({one.key: one.stored for _, one in read if one.stored})
        cache.see({path: one.seen for path, one in read})
        cache.commit()
        for path, one in read:
            entry = one.stored[0] if one.stored else entries[one.key]
            files[path] = File(one.seen.digest, one.key, entry)
        progress(len(files), len(stale))
    return files


def _values(cache: Cache, files: Collection[File], kind: type[T]) -> list[T]:
    """What the files say."""
    values = {key: decode(data, kind) for key, data in cache.metadata([file.key for file in files])}
    return [values[file.key] for file in files]


def problems_of(file: File) -> tuple[Diagnostic, ...]:
    """What is wrong with one file by itself."""
    return retold(decode(file.entry.problems, tuple[Told, ...])) if file.entry.problems else ()


def _overridden(config: SiteConfig, options: Options) -> SiteConfig:
    if options.base_url:
        config = replace(config, url=options.base_url.rstrip("/"))
    if options.theme:
        config = replace(config, theme=replace(config.theme, name=options.theme))
    return config
