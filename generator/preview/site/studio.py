"""The newest state of the site, for every wish, and what leads from one state to the next."""

import gc
import os
from datetime import date
from pathlib import Path
from threading import Condition, Lock

from msgspec import Struct, field
from msgspec.structs import replace

from generator.build.collector import without_collector
from generator.build.options import Options
from generator.build.output.manifest import FOLDER
from generator.build.source.clock import build_day
from generator.build.store.bytecode import kept_bytecode
from generator.build.store.keys import engine
from generator.build.store.pictures import open_pictures
from generator.diagnostics.codes.files import OUT_OF_REACH
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, Span, in_order
from generator.preview.site.edition import Edition
from generator.preview.site.failures import Failures
from generator.preview.site.model import Model
from generator.preview.site.printing import Printer
from generator.preview.site.stock import Stock, first_stock, next_stock
from generator.preview.site.theming import Dresser, Theming
from generator.preview.site.wish import Wish

# The models of so many wishes are kept: each takes about as much memory as the site itself.
_MODELS = 4


class _Scene(Struct, frozen=True, eq=False):
    """One state of the site: its files, its theme and today, and what is out of reach; its editions by wish.

    Without a site.yaml that could ever be read there is no theme, and without a theme no edition.
    """

    stock: Stock | None = None
    theming: Theming | None = None
    today: date | None = None
    trouble: tuple[Diagnostic, ...] = ()
    editions: dict[Wish, Edition] = field(default_factory=dict)


class Studio:
    """The site as it is now. One thread looks at the folder again and again, any number asks for editions.

    A new state takes the place of the old one whole. `version` grows with all that a browser should hear of.
    """

    def __init__(self, root: Path, options: Options) -> None:
        self.base = Wish(options.as_of, options.drafts)
        self.progress = (0, 0)
        self.is_closed = False
        self._root, self._options = root, options
        self.printer = Printer()
        pictures = open_pictures(root / FOLDER)
        bytecode = kept_bytecode(engine(), options.environment)
        self._dresser = Dresser(self.printer.words, bytecode, pictures)
        self._scene = _Scene()
        self._models: dict[Wish, tuple[object, Model]] = {}
        self._failures: dict[Wish, Failures] = {}
        self._making = Lock()
        self._changed = Condition()
        self._version = 0

    @property
    def stock(self) -> Stock | None:
        """The site's files as they are now; None until they are read for the first time."""
        return self._scene.stock

    @property
    def today(self) -> date | None:
        """The day that it is where the site's days begin; None while nobody knows where that is."""
        return self._scene.today

    @property
    def is_read(self) -> bool:
        """Whether the first reading is over, with whatever outcome."""
        return self._scene.stock is not None or bool(self._scene.trouble)

    @property
    def is_settled(self) -> bool:
        """Whether nothing calls for another look soon."""
        stock = self._scene.stock
        return stock is not None and not self._scene.trouble and stock.is_settled

    def look(self) -> bool:
        """Takes in what is new in the site's folder, and says whether anything is."""
        with self._making, without_collector():
            former, scene = self._scene, self._next()
            if _is_same(former, scene):
                self._scene = replace(scene, editions=former.editions)
                return False
            if scene.theming:
                scene.editions[self.base] = self._edition(scene, self.base)
        is_remade = _is_remade(former, scene)
        del former
        self._scene = scene
        self.tell()
        if is_remade:
            gc.collect()  # what makes views and fills templates goes in circles, and would stay
        return True

    def edition(self, wish: Wish) -> Edition | None:
        """The site as somebody wants to see it; None while there is nothing to show."""
        scene = self._scene
        edition = scene.editions.get(wish)
        if edition is None and scene.theming:
            with self._making, without_collector():
                edition = scene.editions.get(wish) or self._edition(scene, wish)
                scene.editions[wish] = edition
        return edition

    def problems(self, wish: Wish) -> tuple[Diagnostic, ...]:
        """All that is wrong with the site as somebody wants to see it."""
        scene, edition = self._scene, self.edition(wish)
        if edition:
            return in_order((*scene.trouble, *edition.problems()))
        return in_order((*scene.trouble, *(scene.stock.diagnostics if scene.stock else ())))

    def version(self) -> int:
        """A number that grows with every change that a browser should hear of."""
        return self._version

    def wait(self, known: int, timeout: float) -> int:
        """The version, once it is another than `known`, `timeout` seconds are over, or the studio closes."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != known or self.is_closed, timeout)
            return self._version

    def tell(self) -> None:
        """Lets all who wait know that something changed."""
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Lets go of everything, and of all who wait."""
        self.is_closed = True
        with self._changed:
            self._changed.notify_all()
        self._dresser.close()

    def _next(self) -> _Scene:
        former = self._scene
        try:
            stock = next_stock(former.stock, self._options) if former.stock else self._first()
        except (OpeningsError, OSError) as error:
            return replace(former, trouble=(self._trouble(error),), editions={})
        return self._after(former, stock)

    def _first(self) -> Stock:
        stock = first_stock(self._root, self._options, self._step)
        gc.freeze()  # it stays, and goes in no circles: nobody has to look for them there
        return stock

    def _step(self, done: int, total: int) -> None:
        self.progress = (done, total)
        self.tell()

    def _after(self, former: _Scene, stock: Stock) -> _Scene:
        if stock.config is None:
            return _Scene(stock)
        try:
            today = build_day(None, self._options.environment, stock.config.time_zone)
            theming = self._dresser.themed(stock, stock.config, former.theming)
        except (OpeningsError, OSError) as error:
            at = stock.config.spans.at("theme.name")
            return replace(former, stock=stock, trouble=(self._trouble(error, at),), editions={})
        return _Scene(stock, theming, today)

    def _edition(self, scene: _Scene, wish: Wish) -> Edition:
        stock, theming = scene.stock, scene.theming
        assert stock is not None
        assert stock.config is not None
        assert theming is not None
        assert scene.today is not None
        day = wish.as_of or scene.today
        own = (stock.model, theming.urls, theming.cards.fonts, day)
        known = self._models.pop(wish, None)
        if known is None or known[0] != own:
            known = own, Model(stock, stock.config, theming, day, wish.drafts)
        self._models[wish] = known
        self._let_go(scene)
        failures = self._failures.setdefault(wish, Failures(self.tell))
        return Edition(stock, theming, known[1], self.printer, failures)

    def _let_go(self, scene: _Scene) -> None:
        """Forgets the models that were asked for longest ago, but never what the command line asked for."""
        while len(self._models) > _MODELS:
            oldest = next(wish for wish in self._models if wish != self.base)
            del self._models[oldest]
            self._failures.pop(oldest, None)
            scene.editions.pop(oldest, None)

    def _trouble(self, error: OpeningsError | OSError, at: Span | None = None) -> Diagnostic:
        """What stops us, without where the site lies: browsers are told."""
        if isinstance(error, OSError):
            why = (error.strerror or "unknown reason").lower()
            error = OpeningsError(f"`{error.filename}` can't be read: {why}", "check who may read it")
        own = f"{self._root}{os.sep}"
        return Diagnostic(OUT_OF_REACH, error.message.replace(own, ""), error.hint.replace(own, ""), at)


def _is_same(former: _Scene, scene: _Scene) -> bool:
    return (
        _version(former) == _version(scene)
        and former.theming is scene.theming
        and former.today == scene.today
        and former.trouble == scene.trouble
    )


def _version(scene: _Scene) -> int:
    return scene.stock.version if scene.stock else -1


def _is_remade(former: _Scene, scene: _Scene) -> bool:
    """Whether another model or another theme has taken the place of the former one."""
    if former.stock is None or scene.stock is None:
        return False
    return former.stock.model != scene.stock.model or former.theming is not scene.theming
