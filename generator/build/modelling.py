"""What all documents make together: worked out, or known from a former build that had the very same."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct, field

from generator.build.cards import CardKit
from generator.build.output.sink import Output
from generator.build.pool import in_order
from generator.build.relating import Related, relate
from generator.build.rendering import Made, PlannedPages, Press, Record, StoredPages
from generator.build.report import Summary
from generator.build.run import Run
from generator.build.similar import similar_table
from generator.build.store.codec import Told, decode, encode, retold, told
from generator.build.store.keys import digest
from generator.build.summary import summary_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.pages.assets import Assets
from generator.pages.kinds import UNREAD, Kind
from generator.pages.page import Page
from generator.pages.plan import Plan
from generator.pages.view import Viewer

# Below so many pages, starting workers takes longer than they save.
_PAYS = 150
# A picture takes as long as so many pages.
_PICTURE = 50
# So many views are written down at a time and in one go: until that is done, workers can't read bodies.
_BATCH = 500


class _Stored(Struct, frozen=True):
    """A model as the cache keeps it; `frame` is the key that its frame is kept under."""

    summary: Summary
    problems: tuple[Told, ...]
    frame: bytes
    records: tuple[Record, ...]


def modelled(run: Run, theme_urls: Mapping[str, str], cards: CardKit) -> "KnownModel | NewModel":
    """The model of a run, from the cache where all it depends on is as it was."""
    own = run.model_key(tuple(theme_urls.values()), cards.fonts)
    stored = run.cache.memo(own)
    if stored:
        return _restored(run, own, stored)
    assets = Assets(run.content.static, theme_urls, cards.assets)
    similar = partial(similar_table, memos=run.cache, processes=run.options.processes)
    content, drafts = run.content, run.options.drafts
    related = relate(content.documents, run.config, run.today, assets, drafts, similar, content.lock)
    return NewModel(run, own, related, summary_of(related.plan, _readable(related.plan)), related.diagnostics)


class KnownModel(Struct, frozen=True):
    """A model of a former build: pages whose key changed are made from their stored views."""

    run: Run
    summary: Summary
    problems: tuple[Diagnostic, ...]
    key: bytes
    frame: bytes
    records: tuple[Record, ...]

    def memos(self) -> frozenset[bytes]:
        """The keys of all that the model needs in the cache."""
        return frozenset((self.key, self.frame, *(record.view_key for record in self.records)))

    def pages(self, press: Press) -> Iterator[Made]:
        """The pages that are as they were, then those that had to be made again."""
        keys = {record: press.key_of(record) for record in self.records}
        kept = [record for record, own in keys.items() if press.former.get(record.path) == own]
        changed = tuple(record for record, own in keys.items() if press.former.get(record.path) != own)
        yield from (Made(record, Output(record.path, keys[record])) for record in kept)
        changed = tuple(sorted(changed, key=_is_of_one_job))
        again = StoredPages(press, changed, self.frame)
        self.run.cache.commit()
        self.run.cache.close()  # workers open it for themselves
        yield from in_order(again, len(changed), _jobs(self.run, changed), _lists(changed))


class NewModel(Struct, frozen=True):
    """A model that had to be worked out; it is remembered once all its pages are made."""

    run: Run
    key: bytes
    related: Related
    summary: Summary
    problems: tuple[Diagnostic, ...]
    _used: set[bytes] = field(default_factory=set)

    def memos(self) -> frozenset[bytes]:
        """The keys of all that the model needs in the cache, once its pages are made."""
        return frozenset(self._used)

    def pages(self, press: Press) -> Iterator[Made]:
        """All pages, those of one job last."""
        plan, cache = self.related.plan, self.run.cache
        pages = tuple(sorted(plan.pages, key=_is_of_one_job))
        work = PlannedPages(press, plan, pages, cache.memos() if self.run.options.cache else None)
        cache.commit()
        cache.close()  # workers open it for themselves
        records: list[Record] = []
        views: dict[bytes, bytes] = {}
        for made in in_order(work, len(pages), _jobs(self.run, pages), _lists(pages)):
            yield made
            records.append(made.record)
            self._used.add(made.record.view_key)
            if made.view:
                views[made.record.view_key] = made.view
            if len(views) >= _BATCH:
                cache.remember(views)
                cache.commit()
                views.clear()
        cache.remember(views)
        if self.run.options.cache:
            frame = encode(Viewer(plan, press.language).frame)
            cache.remember({digest(frame): frame, self.key: self._stored(digest(frame), records)})
            self._used.update((digest(frame), self.key))

    def _stored(self, frame: bytes, records: Iterable[Record]) -> bytes:
        return encode(_Stored(self.summary, told(self.problems), frame, tuple(records)))


def _restored(run: Run, own: bytes, data: bytes) -> KnownModel:
    """The model that was stored."""
    known = decode(data, _Stored)
    return KnownModel(run, known.summary, retold(known.problems), own, known.frame, known.records)


def _readable(plan: Plan) -> int:
    """How many pages there are for people to read."""
    return sum(page.kind not in UNREAD for page in plan.pages)


def _is_of_one_job(page: Page | Record) -> bool:
    return page.kind in (Kind.JOB, Kind.CARD)


def _lists(pages: Iterable[Page | Record]) -> int:
    """How many pages list jobs: the same rows again and again, so that one worker had best make them all."""
    return sum(not _is_of_one_job(page) for page in pages)


def _jobs(run: Run, pages: Iterable[Page | Record]) -> int:
    """How many processes pages are worth."""
    if sum(map(_work, pages)) < _PAYS or not run.sink.is_shared:
        return 1
    return run.options.processes


def _work(page: Page | Record) -> int:
    return _PICTURE if page.kind is Kind.CARD else 1
