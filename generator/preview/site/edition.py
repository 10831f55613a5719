"""The site on one day, each file of it made when somebody asks for it."""

import os
import stat
import time
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from generator.build.source.workspace import read_file
from generator.build.store.signatures import signature
from generator.checks.echoes import without_echoes
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, in_order
from generator.model.files import STATIC_FOLDER
from generator.pages import urls
from generator.pages.assets import Asset
from generator.pages.data_views import View
from generator.pages.host_views import host_view
from generator.pages.hosts import CLOUDFLARE, NETLIFY, is_for
from generator.pages.kinds import DATA, UNREAD, Kind
from generator.pages.page import Page
from generator.preview.site.failures import Failures
from generator.preview.site.files import PAGE_ENDINGS, File, PageError, file
from generator.preview.site.model import Model
from generator.preview.site.printing import Printer
from generator.preview.site.stock import Stock
from generator.preview.site.theming import Theming
from generator.render.hosts import host_file

# So many bytes of pages are kept as they were made.
_KEPT = 4_000_000
# A file that is being written is read again so often, with a pause (s) in between.
_TRIES, _PAUSE = 10, 0.02


class Edition:
    """All files of the site by their URLs; any number of threads may ask.

    `failures` remembers for the editions that follow which pages the theme couldn't make.
    """

    def __init__(
        self, stock: Stock, theming: Theming, model: Model, printer: Printer, failures: Failures
    ) -> None:
        self.stock, self.theming, self.model = stock, theming, model
        self.base_path = unquote(model.plan.base_path)
        self._printer, self._failures = printer, failures
        failures.begin(theming)
        self._made: dict[str, File] = {}
        self._size = 0
        self._assets = {url: name for name, url in theming.urls.items()}

    def file(self, url: str) -> File | None:
        """What a static host serves at a decoded path from the site's root, None where there is nothing.

        PageError where its template fails, and did from the beginning.
        """
        if page := self.model.pages.get(url):
            return self._page(page)
        if name := self._assets.get(url):
            return file(url.lstrip("/"), self.theming.published[name])
        if data := self.theming.earlier.get(url):
            return file(url.lstrip("/"), data)
        return self._static(urls.file_of(url))

    def view(self, url: str) -> View | None:
        """What the theme is given for the page at a URL."""
        page = self.model.pages.get(url)
        with self._printer.lock:
            return self.model.viewer.view(page) if page else None

    def problems(self) -> tuple[Diagnostic, ...]:
        """All that is wrong with the files, between them, with the theme, and with pages.

        A page of each kind is made for that, and those are made again that failed before.
        """
        reading, theming = self.stock.diagnostics, self.theming
        between = without_echoes((*theming.problems, *self.model.problems()), reading)
        self._try_pages()
        of_templates = (*self._printer.flaws(theming), *self._failures.problems())
        return in_order((*reading, *between, *of_templates))

    def _try_pages(self) -> None:
        pages = self.model.pages
        of_each_kind = {page.kind: page for page in pages.values() if page.kind not in DATA}
        with self._printer.lock:
            again = [pages[url] for url in self._failures.keep(frozenset(pages))]
            again += of_each_kind.values() if self._failures.is_first_try() else ()
        for page in again:
            with suppress(PageError):
                self._page(page)

    @cached_property
    def header_rules(self) -> str:
        """The headers that hosts are asked to send, as `_headers` says it."""
        return self._rules(urls.HEADERS, Kind.HEADERS)

    @cached_property
    def redirect_rules(self) -> str:
        """The redirects that hosts are asked to make, as `_redirects` says it."""
        return self._rules(urls.REDIRECTS, Kind.REDIRECTS)

    def _rules(self, url: str, kind: Kind) -> str:
        """The site's own rules where a host of its choice reads them, else ours, which all hosts are told."""
        is_read = is_for(self.model.config, NETLIFY, CLOUDFLARE)
        own = self._static(urls.file_of(url)) if is_read else None
        data = own.data if own else host_file(host_view(kind, self.model.plan))
        return data.decode("utf-8", "replace")

    def _page(self, page: Page) -> File:
        with self._printer.lock:
            known = self._made.get(page.url)
            return known or self._kept(page, self._printed(page))

    def _kept(self, page: Page, data: bytes) -> File:
        made = file(urls.file_of(page.url), data, page.kind not in UNREAD)
        self._size += len(data)
        while self._size > _KEPT and self._made:
            oldest = next(iter(self._made))
            self._size -= len(self._made.pop(oldest).data)
        self._made[page.url] = made
        return made

    def _printed(self, page: Page) -> bytes:
        view = self.model.viewer.view(page)
        made = self._printer.printed(self.theming, self.stock, page.kind, view)
        self._failures.note(self.theming, page.url, made.problem)
        if made.problem and not made.data:
            raise PageError(made.problem.message)
        return made.data

    def _static(self, name: str) -> File | None:
        """A file of `content/static/` as it is now, None where there is none or it has just gone."""
        if name not in self.model.plan.assets.static:
            return None
        path = f"{STATIC_FOLDER}/{name}"
        found = _settled(self.stock.workspace.root, path)
        if found is None:
            return None
        mark, data = found
        known = self.stock.items[path]
        is_page = name.endswith(PAGE_ENDINGS)
        if mark == known.signature and known.is_settled and isinstance(known.value, Asset):
            return File(
                name, data, known.value.digest, is_page
            )  # a film needn't be digested for each part of it
        return file(name, data, is_page)


def _settled(root: Path, path: str) -> tuple[str, bytes] | None:
    """The look and the bytes of a file of the site, once nobody was writing it meanwhile."""
    found = None
    for _ in range(_TRIES):
        whole = os.path.realpath(root / path)
        if not whole.startswith(f"{root / 'content'}{os.sep}"):
            return None  # a link has taken its place
        mark = _look(whole)
        if not mark:
            return None
        try:
            found = mark, read_file(root, path)
        except OpeningsError:
            return None
        if _look(whole) == mark:
            break
        time.sleep(_PAUSE)
    return found


def _look(path: str) -> str:
    """What a file looks like from outside; nothing where there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return ""
    return signature(status) if stat.S_ISREG(status.st_mode) else ""
