"""Pages become files: each is made only if its key says that a former build didn't make it."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import BytecodeCache
from msgspec import Struct
from msgspec.structs import replace

from generator.build.output.sink import Output, Writer, output
from generator.build.store.cache import CacheReader
from generator.build.store.codec import decode
from generator.build.store.keys import page_key
from generator.build.store.view_codec import ViewCodec, sources_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.pages import urls
from generator.pages.kinds import Kind
from generator.pages.plan import Plan
from generator.pages.view import Viewer
from generator.pages.views import Frame, View
from generator.render.renderer import Renderer
from generator.render.theme import Theme

# A page's own words are needed once, a snippet's again and again.
_BODIES = 64


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

    def key_of(self, record: Record) -> bytes:
        """The digest of everything the page's bytes depend on."""
        words = [self.bodies[source].digest for source in record.sources]
        return page_key(record.view_key, words, self.looks[record.kind])

    def reader(self) -> CacheReader:
        """The cache, for one process."""
        return CacheReader(self.cache)

    def finisher(self, cache: CacheReader) -> Callable[[Record, Callable[[], View]], Made]:
        """What makes a page's file, unless a former build left it just so."""

        @lru_cache(maxsize=_BODIES)
        def body(source: str) -> tuple[str, ...]:
            return decode(cache.body(self.bodies[source].key), tuple[str, ...])

        renderer = Renderer(self.theme, self.language, body, self.bytecode)

        def finish(record: Record, view: Callable[[], View]) -> Made:
            own = self.key_of(record)
            if self.former.get(record.path) == own:
                return Made(record, Output(record.path, own))
            for source in record.sources:
                body(source)  # here and not within a template, which would take a broken cache for its own
            rendered = renderer.render(record.kind, view())
            if rendered.problem:
                return Made(record, Output(record.path, own), rendered.problem)
            return Made(record, output(record.path, own, rendered.data, self.writer))

        return finish


class PlannedPages(Struct, frozen=True):
    """The work of making pages from the plan; `stored` are the views that needn't be told, None for all."""

    press: Press
    plan: Plan
    stored: frozenset[bytes] | None

    def begin(self) -> Callable[[int], Made]:
        """What makes one page, by its place in the plan."""
        viewer = Viewer(self.plan, self.press.language)
        codec = ViewCodec(viewer.frame)
        finish = self.press.finisher(self.press.reader())

        def make(number: int) -> Made:
            page = self.plan.pages[number]
            view = viewer.view(page)
            data, key = codec.encode(view)
            record = Record(urls.file_of(page.url), page.kind, key, sources_of(view))
            made = finish(record, lambda: view)
            is_told = self.stored is not None and record.view_key not in self.stored
            return replace(made, view=data) if is_told else made

        return make


class StoredPages(Struct, frozen=True):
    """The work of making pages again from views that the cache keeps."""

    press: Press
    records: tuple[Record, ...]
    frame: bytes

    def begin(self) -> Callable[[int], Made]:
        """What makes one page, by its place among the records."""
        cache = self.press.reader()
        codec = ViewCodec(decode(cache.recall(self.frame), Frame))
        finish = self.press.finisher(cache)

        def make(number: int) -> Made:
            record = self.records[number]
            return finish(record, lambda: codec.decode(cache.recall(record.view_key)))

        return make
