"""Views become bytes, by the theme as it is, or as it was when it last could."""

from collections.abc import Iterator
from threading import RLock

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

    def printed(self, theming: Theming, stock: Stock, kind: Kind, view: View) -> Iterator[Rendered]:
        """The page, or why it can't be made; then as the themes make it that made such a page before."""
        self._stock = stock
        first = _drawn(theming, kind, theming.renderer.render(kind, view))
        yield first
        if not first.problem:
            self._keep(kind, theming)
            return
        for older in self._good.get(kind, ()):
            if older is not theming:
                yield _drawn(older, kind, older.renderer.render(kind, view))

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


def _drawn(theming: Theming, kind: Kind, page: Rendered) -> Rendered:
    """A page as it is, a card as a picture."""
    drawing = theming.cards.drawing
    return drawing.drawn(page) if drawing and kind is Kind.CARD else page
