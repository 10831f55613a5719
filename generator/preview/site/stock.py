"""What the site's files say at one moment; at the next one, only those that changed are read."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from generator.build.options import Options
from generator.build.reading import Content, Progress, problems_of, read_content
from generator.build.source.workspace import UNREAD, Workspace, open_workspace
from generator.build.store.cache import Cache
from generator.build.store.cache_folder import open_cache
from generator.build.store.codec import Told, decode, retold
from generator.build.store.kinds import CONFIG, DOCUMENT
from generator.build.store.signatures import is_settled, now
from generator.content.settings import ParseSettings, settings_of
from generator.diagnostics.diagnostic import Diagnostic, has_errors, in_order
from generator.model.documents import Document, Posting
from generator.model.files import LOCK_FILE, SITE_FILE, STATIC_FOLDER, kind_of
from generator.model.published import UrlsLock
from generator.model.site_config import SiteConfig
from generator.pages.assets import Asset
from generator.preview.site.calm import wait_for_calm

if TYPE_CHECKING:
    from generator.build.parsing import Fresh

_STATIC = f"{STATIC_FOLDER}/"
_NOTHING = b"[]"


class Item(Struct, frozen=True):
    """A file as it was read: what it says, None where that can't be told, and its words as JSON.

    A file with an error says what it said before, if that is known. `metadata` is the digest of what it
    says. An unsettled one may have changed since without a sign of it.
    """

    signature: str
    is_settled: bool
    metadata: bytes
    value: object
    body: bytes
    problems: tuple[Diagnostic, ...]


class Stock(Struct, frozen=True):
    """All files of the site. `version` grows with every change, `model` where more than words has changed."""

    workspace: Workspace
    items: Mapping[str, Item]
    version: int = 0
    model: int = 0

    @property
    def config(self) -> SiteConfig | None:
        """What site.yaml says, or said before it broke; None where it never could be read."""
        value = self.items[SITE_FILE].value if SITE_FILE in self.items else None
        return value if isinstance(value, SiteConfig) else None

    @property
    def lock(self) -> UrlsLock | None:
        """What content/urls.lock says, None where there is none."""
        value = self.items[LOCK_FILE].value if LOCK_FILE in self.items else None
        return value if isinstance(value, UrlsLock) else None

    @property
    def documents(self) -> Iterator[Document]:
        """All documents, in the order of their paths; no posting that never had a category.

        No list could show it, and a build, which stops at its error, never has to.
        """
        found = (item.value for item in self.items.values() if isinstance(item.value, Document))
        return (each for each in found if not isinstance(each, Posting) or each.category)

    @property
    def static(self) -> dict[str, Asset]:
        """The files below `content/static/` by their path there."""
        files = ((path, item.value) for path, item in self.items.items() if path.startswith(_STATIC))
        return {path.removeprefix(_STATIC): value for path, value in files if isinstance(value, Asset)}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the files, each by itself."""
        each = (problem for item in self.items.values() for problem in item.problems)
        return in_order((*self.workspace.diagnostics, *each))

    @property
    def is_settled(self) -> bool:
        """Whether every later change of a file will leave a sign."""
        return all(item.is_settled for item in self.items.values())

    def words(self, path: str) -> tuple[str, ...]:
        """A file's words as pieces of HTML."""
        return decode(self.items[path].body, tuple[str, ...])


def first_stock(root: Path, options: Options, progress: Progress = lambda done, total: None) -> Stock:
    """All files, from the cache of former builds as far as it knows them; OpeningsError without a site.

    `progress` is told of the files that have to be parsed.
    """
    moment = now()
    workspace = open_workspace(root)
    try:
        with open_cache(workspace.root) as (cache, _):
            return _stocked(workspace, moment, read_content(workspace, options, cache, progress), cache)
    except sqlite3.DatabaseError:  # damaged, or kept by a build for long: we can do without
        with open_cache(workspace.root, is_kept=False) as (cache, _):
            return _stocked(workspace, moment, read_content(workspace, options, cache, progress), cache)


def get_ready() -> None:
    """Imports what the next stock may need, while nobody waits for it."""
    import_module("generator.build.parsing")


def next_stock(former: Stock, options: Options) -> Stock:
    """The files as they are now, under the same number where nothing changed."""
    moment = now()
    workspace = open_workspace(former.workspace.root, former.workspace)
    fresh = _read_again(former, workspace, moment, [SITE_FILE], ParseSettings())
    config = fresh[SITE_FILE].value if SITE_FILE in fresh else former.config
    assert config is None or isinstance(config, SiteConfig)
    settings = settings_of(config)
    if settings != settings_of(former.config):  # every file reads otherwise
        anew = first_stock(workspace.root, options)
        items = {path: _as_it_was(item, former.items.get(path)) for path, item in anew.items.items()}
        return _after(former, replace(anew, items=items))
    others = [path for path in workspace.files if path != SITE_FILE]
    fresh |= _read_again(former, workspace, moment, others, settings)
    items = {path: fresh.get(path) or former.items[path] for path in workspace.files}
    items |= {path: item for path, item in former.items.items() if _is_refused(path, workspace)}
    return _after(former, Stock(workspace, dict(sorted(items.items()))))


def _is_refused(path: str, workspace: Workspace) -> bool:
    """Whether a file is there, or may be, and can't be read just now: then it says what it said before."""
    if path in workspace.signatures:
        return False
    refused = (problem.at.path for problem in workspace.diagnostics if problem.at and problem.code in UNREAD)
    return any(f"{path}/".startswith(f"{other}/") for other in refused)


def _after(former: Stock, stock: Stock) -> Stock:
    """The stock, numbered by what has changed."""
    old, new = former.items, stock.items
    is_same = stock.workspace.diagnostics == former.workspace.diagnostics and old.keys() == new.keys()
    changed = [path for path in new if path not in old or new[path] is not old[path]]
    is_same = is_same and not any(_says_more(old[path], new[path]) for path in changed)
    is_known = old.keys() == new.keys() and all(old[p].metadata == new[p].metadata for p in changed)
    return replace(
        stock,
        version=former.version if is_same else former.version + 1,
        model=former.model if is_known else former.model + 1,
    )


def _says_more(old: Item, new: Item) -> bool:
    return (old.metadata, old.body, old.problems) != (new.metadata, new.body, new.problems)


def _stocked(workspace: Workspace, moment: int, content: Content, cache: Cache) -> Stock:
    values: dict[str, object] = {document.spans.path: document for document in content.documents}
    values |= {f"{_STATIC}{name}": asset for name, asset in content.static.items()}
    values |= {SITE_FILE: content.config, LOCK_FILE: content.lock}
    texts = [content.files[path].key for path in content.files if kind_of(path)]
    bodies = dict(cache.bodies(texts))
    items = {
        path: Item(
            signature=workspace.signatures[path],
            is_settled=is_settled(workspace.signatures[path], moment),
            metadata=file.entry.metadata,
            value=values.get(path),
            body=bodies.get(file.key, _NOTHING),
            problems=problems_of(file),
        )
        for path, file in content.files.items()
    }
    return Stock(workspace, items)


def _read_again(
    former: Stock, workspace: Workspace, moment: int, paths: list[str], settings: ParseSettings
) -> dict[str, Item]:
    """Those of the files that look changed, but for what was the same on reading it."""
    looks = ((path, workspace.signatures[path]) for path in paths if path in workspace.signatures)
    stale = tuple((path, mark) for path, mark in looks if _is_stale(former.items.get(path), mark))
    if not stale:
        return {}
    from generator.build.parsing import Parsing  # brings all that parses, which no start needs

    wait_for_calm(workspace.root / path for path, _ in stale)
    read = Parsing(workspace.root, stale, settings, b"", frozenset()).begin()(range(len(stale)))
    each = zip(stale, read, strict=True)
    return {path: _item(path, mark, moment, one, former.items.get(path)) for (path, mark), one in each}


def _is_stale(known: Item | None, mark: str) -> bool:
    return known is None or known.signature != mark or not known.is_settled


def _item(path: str, mark: str, moment: int, read: "Fresh", former: Item | None) -> Item:
    assert read.stored
    entry, metadata, body = read.stored
    problems = retold(decode(entry.problems, tuple[Told, ...])) if entry.problems else ()
    settled = is_settled(mark, moment)
    fresh = Item(mark, settled, entry.metadata, _reader(path)(metadata), body, problems)
    return _as_it_was(fresh, former)


def _as_it_was(item: Item, former: Item | None) -> Item:
    """The file; with an error in it, with what it said before, if that is known."""
    if former is None or former.value is None or not has_errors(item.problems):
        return item
    value = former.value
    if isinstance(value, Document) and isinstance(item.value, Document):
        value = replace(value, identity=item.value.identity)  # in another language than before, perhaps
    return replace(
        former, signature=item.signature, is_settled=item.is_settled, value=value, problems=item.problems
    )


def _reader(path: str) -> Callable[[bytes], object]:
    """What reads the metadata of the file at a path."""
    if kind_of(path):
        return lambda data: decode(data, DOCUMENT)
    kind: Any = {SITE_FILE: CONFIG, LOCK_FILE: UrlsLock}.get(path, Asset)
    return lambda data: decode(data, kind)
