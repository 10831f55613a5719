"""What open tabs are told: whether anything changed, and what is wrong by now."""

from threading import Lock, Thread

import msgspec
from msgspec import Struct, field

from generator.build.store.keys import key
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.preview.desk.day import back_to, note_of
from generator.preview.desk.problems import counted
from generator.preview.site.edition import Edition
from generator.preview.site.model import Model
from generator.preview.site.stock import Stock
from generator.preview.site.studio import Studio
from generator.preview.site.wish import Wish

_STYLES = ".css"
# These say how hosts deliver other files, so that any page may be another.
_RULES = frozenset({"_headers", "_redirects"})
# The files of so many states are known, and of so many that changed a page is told the names.
_STATES, _NAMES = 8, 50


class State(Struct, frozen=True):
    """The news for one wish; `errors` and `warnings` are None while nobody has worked them out.

    `progress` is a sentence while the files are read for the first time. `note` and `back` are for a wish of
    the browser's own. `styles` and `files` change with the site's files that keep their names.
    """

    version: int
    errors: int | None
    warnings: int | None
    progress: str
    note: str
    back: str
    styles: str
    files: str


class _Told(Struct, frozen=True, eq=False):
    """What was told of one version of the studio."""

    version: int
    states: dict[Wish, bytes] = field(default_factory=dict)


class News:
    """Tells the state of a studio; what takes long is worked out aside, and told once it is known."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._judging: set[Model] = set()
        self._lock = Lock()
        self._stamps: tuple[Stock | None, tuple[str, str]] = (None, ("", ""))
        self._files: dict[str, dict[str, str]] = {}
        self._told = _Told(0)

    def state(self, wish: Wish) -> bytes:
        """The state as JSON; all tabs that wish the same are told the same."""
        version, told = self._studio.version(), self._told
        if told.version != version:  # threads may be at different versions: each keeps to its own
            self._told = told = _Told(version)
        if wish not in told.states:
            told.states[wish] = self._state(wish, version)
        return told.states[wish]

    def changed(self, since: str) -> tuple[str, ...] | None:
        """The files, by their paths in `content/static/`, that aren't what they were with the stamp `since`.

        None where they are many, can't be told, or are rules for all.
        """
        _, stamp = self._stamps_of(self._studio.stock)
        with self._lock:
            before, now = self._files.get(since), self._files.get(stamp)
        if before is None or now is None:
            return None
        names = {name for name, _ in before.items() ^ now.items()}
        return None if len(names) > _NAMES or names & _RULES else tuple(sorted(names))

    def _state(self, wish: Wish, version: int) -> bytes:
        stock = self._studio.stock
        found = self._problems(wish) if self._studio.is_read else None
        numbers = None if found is None else counted(found)
        styles, files = self._stamps_of(stock)
        state = State(
            version=version,
            errors=None if numbers is None else numbers[Severity.ERROR],
            warnings=None if numbers is None else numbers[Severity.WARNING],
            progress="" if self._studio.is_read else progress_of(self._studio),
            note=note_of(wish, self._studio.base, self._studio.today),
            back=back_to(self._studio.base),
            styles=styles,
            files=files,
        )
        return msgspec.json.encode(state)

    def _problems(self, wish: Wish) -> tuple[Diagnostic, ...] | None:
        edition = self._studio.edition(wish)
        if edition and not edition.model.is_judged:
            self._judge(edition)
            return None
        return self._studio.problems(wish)

    def _judge(self, edition: Edition) -> None:
        """Works out the problems of an edition, unless somebody is at it."""
        with self._lock:
            if edition.model in self._judging:
                return
            self._judging.add(edition.model)
        Thread(target=self._judged, args=(edition.model,), daemon=True).start()

    def _judged(self, model: Model) -> None:
        try:
            model.problems()
        finally:
            with self._lock:
                self._judging.discard(model)
        self._studio.tell()

    def _stamps_of(self, stock: Stock | None) -> tuple[str, str]:
        """The digests of the site's own stylesheets, and of its other files."""
        known, stamps = self._stamps
        if stock is not known and stock:
            files = _digests(stock, are_styles=False)
            stamps = _stamp(_digests(stock, are_styles=True)), _stamp(files)
            self._keep(stamps[1], files)
            self._stamps = stock, stamps
        return stamps

    def _keep(self, stamp: str, files: dict[str, str]) -> None:
        with self._lock:
            self._files.pop(stamp, None)
            self._files[stamp] = files
            while len(self._files) > _STATES:
                del self._files[next(iter(self._files))]


def progress_of(studio: Studio) -> str:
    """How far the first reading is, in a sentence."""
    done, total = studio.progress
    # site.yaml is read by itself before all others.
    return f"Reading the site: {done:,} of {total:,} files" if total > 1 else "Reading the site"


def _digests(stock: Stock, *, are_styles: bool) -> dict[str, str]:
    static = stock.static.items()
    return {name: asset.digest for name, asset in static if name.endswith(_STYLES) == are_styles}


def _stamp(files: dict[str, str]) -> str:
    return key("static", (text for file in sorted(files.items()) for text in file)).hex()[:16]
