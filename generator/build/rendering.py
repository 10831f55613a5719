"""Pages become files: each is made only if its key says that a former build didn't make it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from jinja2 import BytecodeCache
from msgspec import Struct
from msgspec.structs import replace

from generator.build.drawing import Drawing
from generator.build.output.sink import Output, Writer, output
from generator.build.store.cache import CacheReader
from generator.build.store.codec import decode
from generator.build.store.keys import page_key
from generator.build.store.view_codec import ViewCodec, sources_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.pages import urls
from generator.pages.data_views import View
from generator.pages.kinds import Kind
from generator.pages.page import Page
from generator.pages.plan import Plan
from generator.pages.view import Viewer
from generator.pages.views import Frame
from generator.render.renderer import Rendered, Renderer
from generator.render.theme import Theme


class BodyAt(Struct, frozen=True):
    """Where the cache keeps a file's body, and its digest."""

    key: bytes
    digest: bytes


class Record(Struct, frozen=True, array_like=True):
    """A page as the cache remembers it: the key of its stored view, and the files whose words it shows."""

    path: str
    kind: Kind
    view_key: bytes
    sources: tuple[str, ...]


class Made(Struct, frozen=True):
    """A page and its file, unless a template failed; its view as JSON where the cache hasn't got it yet."""

    record: Record
    output: Output
    problem: Diagnostic | None = None
    view: bytes = b""


class Press(Struct, frozen=True):
    """All that a page depends on besides its view; it can be sent to other processes.

    `looks` holds, for each kind of page, the digest of the templates and words it is made with.
    """

    theme: Theme
    language: str
    looks: Mapping[Kind, bytes]
    bodies: Mapping[str, BodyAt]
    cache: Path
    former: Mapping[str, bytes]
    writer: Writer
    bytecode: BytecodeCache | None
    drawing: Drawing | None = None

    def key_of(self, record: Record) -> bytes:
        """The digest of everything the page's bytes depend on."""
        words = [self.bodies[source].digest for source in record.sources]
        return page_key(record.view_key, words, self.looks[record.kind])

    def reader(self) -> CacheReader:
        """The cache, for one process."""
        return CacheReader(self.cache)

    def finisher(self, cache: CacheReader) -> Callable[[Sequence[Record], Sequence[View]], list[Made]]:
        """What makes the files of some pages, unless a former build left them just so."""
        bodies: dict[str, tuple[str, ...]] = {}
        mark = self.drawing.mark if self.drawing else ""
        renderer = Renderer(self.theme, self.language, bodies.__getitem__, self.bytecode, mark)

        def finish(records: Sequence[Record], views: Sequence[View]) -> list[Made]:
            keys = [self.key_of(record) for record in records]
            is_kept = [self.former.get(r.path) == key for r, key in zip(records, keys, strict=True)]
            changed = [record for record, kept in zip(records, is_kept, strict=True) if not kept]
            bodies.clear()  # and filled here: a template would take a broken cache for a mistake of its own
            bodies.update((source, self._body(cache, source)) for r in changed for source in r.sources)
            pages = [
                None if kept else self._drawn(record.kind, renderer.render(record.kind, view))
                for record, view, kept in zip(records, views, is_kept, strict=True)
            ]
            return [self._made(*each) for each in zip(records, keys, pages, strict=True)]

        return finish

    def _drawn(self, kind: Kind, page: Rendered) -> Rendered:
        """A page as it is, a card as a picture."""
        return self.drawing.drawn(page) if self.drawing and kind is Kind.CARD else page

    def _body(self, cache: CacheReader, source: str) -> tuple[str, ...]:
        return decode(cache.body(self.bodies[source].key), tuple[str, ...])

    def _made(self, record: Record, key: bytes, page: Rendered | None) -> Made:
        if page is None or page.problem:
            return Made(record, Output(record.path, key), page.problem if page else None)
        return Made(record, output(record.path, key, page.data, self.writer))


class PlannedPages(Struct, frozen=True):
    """The work of making `pages` of the plan; `stored` are the views that needn't be told, None for all."""

    press: Press
    plan: Plan
    pages: tuple[Page, ...]
    stored: frozenset[bytes] | None

    def begin(self) -> Callable[[Sequence[int]], list[Made]]:
        """What makes some pages, by their places among the pages."""
        viewer = Viewer(self.plan, self.press.language)
        codec = ViewCodec(viewer.frame)
        finish = self.press.finisher(self.press.reader())

        def make(numbers: Sequence[int]) -> list[Made]:
            pages = [self.pages[number] for number in numbers]
            views = [viewer.view(page) for page in pages]
            encoded = [codec.encode(view) for view in views]
            records = [
                Record(urls.file_of(page.url), page.kind, key, sources_of(view))
                for page, view, (_, key) in zip(pages, views, encoded, strict=True)
            ]
            made = finish(records, views)
            return [
                replace(one, view=data) if self._is_news(key) else one
                for one, (data, key) in zip(made, encoded, strict=True)
            ]

        return make

    def _is_news(self, key: bytes) -> bool:
        return self.stored is not None and key not in self.stored


class StoredPages(Struct, frozen=True):
    """The work of making pages again from views that the cache keeps."""

    press: Press
    records: tuple[Record, ...]
    frame: bytes

    def begin(self) -> Callable[[Sequence[int]], list[Made]]:
        """What makes some pages, by their places among the records."""
        cache = self.press.reader()
        codec = ViewCodec(decode(cache.recall(self.frame), Frame))
        finish = self.press.finisher(cache)

        def make(numbers: Sequence[int]) -> list[Made]:
            records = [self.records[number] for number in numbers]
            return finish(records, [codec.decode(cache.recall(record.view_key)) for record in records])

        return make
