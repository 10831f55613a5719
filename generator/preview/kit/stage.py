"""The specimen sites, laid out and printed as any site is, with the theme of the site that is previewed."""

from collections.abc import Iterable
from threading import RLock

from msgspec.structs import replace

from generator.build.store.codec import encode
from generator.build.store.keys import digest
from generator.model.site_config import SiteConfig
from generator.pages import urls
from generator.preview.http.messages import PREVIEW
from generator.preview.kit.palette import colours_of
from generator.preview.kit.schemes import Scheme, page_in, style_in
from generator.preview.kit.specimen import as_if_today, read_specimens
from generator.preview.kit.states import with_states
from generator.preview.site.edition import Edition
from generator.preview.site.failures import Failures
from generator.preview.site.files import File, file
from generator.preview.site.model import Model
from generator.preview.site.printing import Printer

BASE = f"{PREVIEW}kit"
# One with everything on it, one with nothing.
FULL = "full"
SITES = (FULL, "bare")


class Stage:
    """The specimens in the theme of an edition of the real site, each laid out when first asked for."""

    def __init__(self, site: Edition, printer: Printer) -> None:
        self.site = site
        self._printer = printer
        self._lock = RLock()
        self._editions: dict[tuple[str, Scheme], Edition] = {}
        self._dressed: dict[tuple[str, Scheme], File] = {}

    def is_for(self, site: Edition) -> bool:
        """Whether an edition is the same, or differs in nothing that can be seen here."""
        return site is self.site or _seen(site) == _seen(self.site)

    @property
    def config(self) -> SiteConfig:
        """The settings that the pages of the specimen site are made with, as far as policies go."""
        return replace(self.site.model.config, analytics=None)

    @property
    def state(self) -> str:
        """A digest of all that a page of the kit depends on but our own code."""
        site = self.site
        said = encode((site.model.day, site.stock.config, site.stock.static))
        return digest(site.theming.files.digest + said).hex()

    def edition(self, name: str, scheme: Scheme) -> Edition:
        """One of the specimen sites for one scheme."""
        with self._lock:
            if (name, scheme) not in self._editions:
                self._editions[name, scheme] = self._laid_out(name, scheme)
            return self._editions[name, scheme]

    def file(self, name: str, scheme: Scheme, url: str) -> File | None:
        """A file of a specimen site as it is in one scheme; PageError where the theme can't make it."""
        if name not in SITES:
            return None
        found = self.edition(name, scheme).file(url) or self._own(url)
        return found and self._in_scheme(found, scheme)

    def colours(self) -> tuple[str, ...]:
        """The custom properties of the theme, and of the site's own stylesheets, that are colours."""
        published = self.site.theming.published
        of_theme = (published[name] for name in _sheets(published))
        own = (self._own(f"/{name}") for name in _sheets(self.site.stock.static))
        sheets = (*of_theme, *(sheet.data for sheet in own if sheet))
        return colours_of(data.decode("utf-8", "replace") for data in sheets)

    def sheets_of_pages(self) -> tuple[str, ...]:
        """The URLs of the theme's stylesheets that only some pages load."""
        named = self.site.theming.urls
        return tuple(named[name] for name in _sheets(named) if "/" in name)

    def _own(self, url: str) -> File | None:
        """A file that the real site publishes as it is, such as its logo, fonts and stylesheet."""
        return self.site.file(url) if urls.file_of(url) in self.site.model.plan.assets.static else None

    def _laid_out(self, name: str, scheme: Scheme) -> Edition:
        site = self.site
        stock = as_if_today(read_specimens(name), site.model.day, site.stock, f"{BASE}/{scheme}/{name}")
        config = stock.config
        assert config is not None
        model = Model(stock, config, site.theming, site.model.day, drafts=True)
        return Edition(stock, site.theming, model, self._printer, Failures(lambda: None))

    def _in_scheme(self, found: File, scheme: Scheme) -> File:
        """A page or a stylesheet rewritten, once for as long as the theme stays; any other file as it is."""
        if not found.is_page and not found.path.endswith(".css"):
            return found
        own = found.digest, scheme
        if own not in self._dressed:
            self._dressed[own] = file(found.path, _rewritten(found, scheme), found.is_page)
        return self._dressed[own]


def _seen(site: Edition) -> tuple[object, ...]:
    """What the kit shows of an edition."""
    return site.theming, site.model.day, site.stock.config, site.stock.static


def _sheets(names: Iterable[str]) -> list[str]:
    """The stylesheets among names of files, those of every page first."""
    return sorted((name for name in names if name.endswith(".css")), key=lambda name: ("/" in name, name))


def _rewritten(found: File, scheme: Scheme) -> bytes:
    if found.is_page:
        return page_in(scheme, found.data)
    return with_states(style_in(scheme, found.data.decode("utf-8", "replace"))).encode()
