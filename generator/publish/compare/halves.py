"""The files of both sites, each by itself: those that are the same on both sides are read once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from generator.build.options import Options
from generator.build.pool import in_order
from generator.build.reading import Content, File, problems_of, read_content
from generator.build.source.workspace import (
    UNREAD,
    Workspace,
    problem_from_outside,
    read_file,
    shown_name,
)
from generator.build.store.cache import Cache, Entry
from generator.build.store.codec import decode
from generator.build.store.keys import digest, key, parse_key
from generator.build.store.kinds import CONFIG
from generator.content.settings import ParseSettings, settings_of
from generator.diagnostics.diagnostic import Diagnostic, has_errors
from generator.model.files import SITE_FILE, kind_of
from generator.model.site_config import SiteConfig
from generator.publish.compare.former import Former

# Below so many files, starting workers takes longer than they save.
_PAYS = 150


class Half(Struct, frozen=True):
    """The files of one side by their paths, in order, and what is wrong with each by itself.

    `config` is what site.yaml says, None where it has errors; `remains` is what could be read of it then.
    """

    config: SiteConfig | None
    remains: SiteConfig | None
    files: Mapping[str, File]
    problems: tuple[Diagnostic, ...]


class Halves(Struct, frozen=True):
    """Both sides, and the paths of the files that may differ."""

    before: Half
    after: Half
    changed: frozenset[str]


class _Parsing(Struct, frozen=True):
    """The work of parsing files: those whose bytes aren't given are read from the site's folder."""

    root: Path
    files: tuple[tuple[str, bytes | None], ...]
    settings: ParseSettings

    def begin(self) -> Callable[[Sequence[int]], list[tuple[Entry, bytes, bytes]]]:
        """Parses some of the files."""
        from generator.build.parsing import parsed_file  # pulls in all that parses

        def parse(number: int) -> tuple[Entry, bytes, bytes]:
            path, data = self.files[number]
            return parsed_file(path, read_file(self.root, path) if data is None else data, self.settings)

        return lambda numbers: list(map(parse, numbers))


def read_halves(workspace: Workspace, former: Former, cache: Cache, options: Options) -> Halves:
    """The site as it is in its folder, and as it was."""
    content = read_content(workspace, options, cache)
    found = dict(_found_before(former))
    unread = {path for path, problem in found.items() if problem and problem.code in UNREAD}
    files = {path: former.files[path] for path in found if path not in unread}
    of_files = (*_kept(workspace.diagnostics, former), *filter(None, found.values()))
    before = _former(workspace, content, Former(files, former.added), of_files, cache, options)
    after = Half(_readable(content.config, content.files), content.config, content.files, content.diagnostics)
    others = (path for path in before.files.keys() & after.files.keys() if _differ(path, before, after))
    return Halves(before, after, frozenset((*files, *former.added, *others)))


def _found_before(former: Former) -> Iterator[tuple[str, Diagnostic | None]]:
    """The files that were otherwise, with what was wrong with each from outside."""
    for path, data in former.files.items():
        if path.startswith("content/"):
            yield path, problem_from_outside(path, len(data))


def _kept(found: Iterable[Diagnostic], former: Former) -> Iterator[Diagnostic]:
    """What is wrong with files, or folders that nobody can read, in which nothing is otherwise."""
    touched = set[str]()
    for path in map(shown_name, (*former.files, *former.added)):
        while path not in touched and path:
            touched.add(path)
            path = path.rpartition("/")[0]
    return (problem for problem in found if problem.at and problem.at.path not in touched)


def _readable(config: SiteConfig | None, files: Mapping[str, File]) -> SiteConfig | None:
    """The settings, if nothing in site.yaml is lost to an error."""
    return None if SITE_FILE in files and has_errors(problems_of(files[SITE_FILE])) else config


def _differ(path: str, before: Half, after: Half) -> bool:
    one, other = before.files[path], after.files[path]
    return one is not other and one.entry != other.entry


def _former(
    workspace: Workspace,
    content: Content,
    former: Former,
    of_files: tuple[Diagnostic, ...],
    cache: Cache,
    options: Options,
) -> Half:
    """The files as they were: those of now, with all differences undone; `of_files` was wrong with them."""
    kept = {p: file for p, file in content.files.items() if p not in former.added and p not in former.files}
    config, files = content.config if SITE_FILE in kept else None, dict[str, File]()
    if SITE_FILE in former.files:
        files = _parsed({SITE_FILE: former.files[SITE_FILE]}, {}, workspace, ParseSettings(), cache, options)
        ((_, data),) = cache.metadata([files[SITE_FILE].key])
        config = decode(data, CONFIG)
    readable, now = _readable(config, files or kept), _readable(content.config, content.files)
    # Where settings can't be told, both sides are read alike.
    settings = settings_of(readable if readable and now else content.config)
    texts = kept if settings != settings_of(content.config) else {}
    wanted: dict[str, bytes | None] = {path: None for path in texts if kind_of(path)}
    wanted |= {path: data for path, data in former.files.items() if path != SITE_FILE}
    files |= _parsed(wanted, texts, workspace, settings, cache, options)
    whole = dict(sorted({**kept, **files}.items()))
    own = (problem for file in whole.values() for problem in problems_of(file))
    return Half(readable, config, whole, (*of_files, *own))


def _parsed(
    wanted: Mapping[str, bytes | None],
    known: Mapping[str, File],
    workspace: Workspace,
    settings: ParseSettings,
    cache: Cache,
    options: Options,
) -> dict[str, File]:
    """Files as the cache has them, else parsed now and kept; `known` are those whose bytes aren't given."""
    if not wanted:
        return {}
    scope, entries = key(settings.language, settings.languages, settings.phrases), cache.entries()
    digests = {p: known[p].digest if data is None else digest(data) for p, data in wanted.items()}
    keys = {path: parse_key(scope, path, own) for path, own in digests.items()}
    stale = tuple((path, data) for path, data in wanted.items() if keys[path] not in entries)
    jobs = options.processes if len(stale) >= _PAYS else 1
    if jobs > 1:
        cache.commit()
        cache.close()  # a forked process would take its locks for its own
    fresh = list(in_order(_Parsing(workspace.root, stale, settings), len(stale), jobs)) if stale else []
    stored = {keys[path]: one for (path, _), one in zip(stale, fresh, strict=True)}
    cache.put(stored)
    cache.commit()
    entries |= {own: one[0] for own, one in stored.items()}
    return {path: File(digests[path], keys[path], entries[keys[path]]) for path in wanted}
