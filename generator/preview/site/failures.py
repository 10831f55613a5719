"""Pages that a theme couldn't make: remembered from save to save, until they are made again."""

from collections.abc import Callable

from generator.diagnostics.diagnostic import Diagnostic
from generator.preview.site.theming import Theming


class Failures:
    """What went wrong, by URL, in the pages of the newest theming. `told` is called for each that is new."""

    def __init__(self, told: Callable[[], None]) -> None:
        self._told = told
        self._theming: Theming | None = None
        self._found: dict[str, Diagnostic] = {}
        self._is_tried = False

    def begin(self, theming: Theming) -> None:
        """Forgets all where the theming is another than before."""
        if theming is not self._theming:
            self._theming, self._found, self._is_tried = theming, {}, False

    def is_first_try(self) -> bool:
        """Whether nobody has asked that since the theming is there."""
        was_tried, self._is_tried = self._is_tried, True
        return not was_tried

    def note(self, theming: Theming, url: str, problem: Diagnostic | None) -> None:
        """Notes how the making of a page went."""
        if theming is not self._theming:
            return
        if problem is None:
            self._found.pop(url, None)
        else:
            is_new = url not in self._found
            self._found[url] = problem
            if is_new:
                self._told()

    def keep(self, urls: frozenset[str]) -> tuple[str, ...]:
        """The URLs that failed, once those that are no pages any longer are forgotten."""
        self._found = {url: problem for url, problem in self._found.items() if url in urls}
        return tuple(self._found)

    def problems(self) -> tuple[Diagnostic, ...]:
        """What went wrong."""
        return tuple(self._found.values())
