"""The facts of both sides: as a former comparison has found them, else found now."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from generator.build.options import Options
from generator.build.pool import in_order
from generator.build.store.cache import Cache
from generator.build.store.codec import decode, encode
from generator.build.store.keys import key
from generator.build.store.kinds import DOCUMENT
from generator.model.files import kind_of
from generator.model.site_config import SiteConfig
from generator.publish.compare.contents import lock_of, static_of
from generator.publish.compare.facts import Facts
from generator.publish.compare.halves import Half

if TYPE_CHECKING:
    from generator.publish.compare.finding import Sources


def recalled_facts(
    sides: tuple[Half, ...], config: SiteConfig, day: date, cache: Cache, options: Options
) -> list[Facts]:
    """The facts of both sides, as far as they aren't known from a former comparison."""
    keys = [_facts_key(half, half.config or config, day) for half in sides]
    known = {own: value for own in keys if (value := cache.memo(own)) is not None}
    unknown = {own: half for own, half in zip(keys, sides, strict=True) if own not in known}
    if unknown:
        from generator.publish.compare.finding import FactFinding  # brings all rules, which few runs need

        sources = tuple(_sources(unknown.values(), config, cache))
        cache.close()  # a forked process would take its locks for its own
        finding = FactFinding(sources, day)
        found = finding.together(in_order(finding, finding.pieces, min(options.processes, finding.pieces)))
        fresh = {own: encode(facts) for own, facts in zip(unknown, found, strict=True)}
        cache.remember(fresh)
        cache.commit()
        known |= fresh
    return [decode(known[own], Facts) for own in keys]


def _facts_key(half: Half, config: SiteConfig, day: date) -> bytes:
    """What a side's facts depend on besides our code, which the cache is kept for."""
    files = (part for path, file in half.files.items() for part in (path, file.entry.metadata))
    return key("facts", day.isoformat(), "" if half.config else repr(config), files)


def _sources(halves: Iterable[Half], config: SiteConfig, cache: Cache) -> "Iterable[Sources]":
    """What the sides are made from."""
    from generator.publish.compare.finding import Sources

    sides = tuple(halves)
    texts = {file.key for half in sides for path, file in half.files.items() if kind_of(path)}
    documents = {own: decode(data, DOCUMENT) for own, data in cache.metadata(texts)}
    for half in sides:
        found = (documents[file.key] for path, file in half.files.items() if kind_of(path))
        yield Sources(
            documents=tuple(document for document in found if document),
            config=half.config or config,
            static=static_of(half, cache),
            lock=lock_of(half, cache),
        )
