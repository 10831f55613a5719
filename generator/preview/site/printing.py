"""Views become bytes, by the theme as it is, or as it was when it last could."""

from threading import RLock

from msgspec.structs import replace

from generator.diagnostics.diagnostic import Diagnostic
from generator.pages.data_views import View
from generator.pages.kinds import Kind
from generator.preview.site.stock import Stock
from generator.preview.site.theming import Theming
from generator.render.renderer import Rendered


class Printer:
    """Fills templates, one page at a time: `lock` has to be held from the view on, whose parts are shared."""

    def __init__(self) -> None:
        self.lock = RLock()
        self._stock: Stock | None = None
        self._good: dict[Kind, tuple[Theming, ...]] = {}
        self._judged: Theming | None = None
        self._flaws: tuple[Diagnostic, ...] = ()

    def words(self, source: str) -> tuple[str, ...]:
        """The words of a file of the stock that is being printed, as pieces of HTML."""
        assert self._stock
        return self._stock.words(source)

    def printed(self, theming: Theming, stock: Stock, kind: Kind, view: View) -> Rendered:
        """The page; with a problem, as a theme before could make it, and empty where none could."""
        self._stock = stock
        page = _drawn(theming, kind, view)
        if not page.problem:
            self._keep(kind, theming)
            return page
        older = (_drawn(other, kind, view) for other in self._good.get(kind, ()) if other is not theming)
        return replace(page, data=next((other.data for other in older if not other.problem), b""))

    def flaws(self, theming: Theming) -> tuple[Diagnostic, ...]:
        """What is wrong with the syntax of the theme's templates; found out once."""
        with self.lock:
            if self._judged is not theming:
                self._judged, self._flaws = theming, tuple(theming.renderer.flaws())
            return self._flaws

    def _keep(self, kind: Kind, theming: Theming) -> None:
        """The theming that made a page, and the one before it: the newer one may fail at the next page."""
        known = self._good.get(kind, ())
        if not known or known[0] is not theming:
            self._good[kind] = (theming, *known[:1])


def _drawn(theming: Theming, kind: Kind, view: View) -> Rendered:
    """A page as its template makes it, a card as a picture."""
    page, drawing = theming.renderer.render(kind, view), theming.cards.drawing
    return drawing.drawn(page) if drawing and kind is Kind.CARD else page
