"""A day ahead: the site as of any day, for one browser alone."""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from urllib.parse import parse_qs

from msgspec import Struct

from generator.library.changes import next_change
from generator.library.site import Site
from generator.preview.desk.wording import dated
from generator.preview.http.messages import NEVER_KEPT, PREVIEW, Request, Response, sentence
from generator.preview.http.session import cookie_of, no_cookie
from generator.preview.site.wish import Wish

SESSION_URL = f"{PREVIEW}session"
# Room on both sides for what is reckoned from a day.
_FIRST, _LAST = date(MINYEAR + 999, 1, 1), date(MAXYEAR - 1000, 12, 31)
_MOST_FIELDS = 10


class Shortcut(Struct, frozen=True):
    """A day that somebody may want to see, and why; `text` is the day as people write it."""

    label: str
    day: date
    text: str


class Day(Struct, frozen=True):
    """The day that is shown; `note` says what isn't as the server was told, `back` what would be again."""

    shown: date
    drafts: bool
    note: str
    back: str
    shortcuts: tuple[Shortcut, ...]


def day_of(wish: Wish, base: Wish, today: date, site: Site) -> Day:
    """The day of a wish, with the way to others."""
    day = wish.as_of or today
    return Day(
        day, wish.drafts, note_of(wish, base, today), back_to(base), tuple(_shortcuts(site, today, day))
    )


def note_of(wish: Wish, base: Wish, today: date | None) -> str:
    """What differs from what the server was told, such as `As of 24 December 2026, with drafts`."""
    if wish == base:
        return ""
    day = wish.as_of or today
    when = f"As of {dated(day)}" if day and wish.as_of != base.as_of else ""
    drafts = ("with drafts" if wish.drafts else "without drafts") if wish.drafts != base.drafts else ""
    text = ", ".join(filter(None, (when, drafts)))
    return text[:1].upper() + text[1:]


def back_to(base: Wish) -> str:
    """The words for the way back to what the server was told."""
    return f"Back to {dated(base.as_of)}" if base.as_of else "Back to today"


def _shortcuts(site: Site, today: date, day: date) -> Iterator[Shortcut]:
    for label, other in _days(site, today, day):
        yield Shortcut(label, other, dated(other, is_short=True))


def _days(site: Site, today: date, day: date) -> Iterator[tuple[str, date]]:
    """Days worth a look; the next change is the one after the day that is shown."""
    yield "Today", today
    yield "Tomorrow", today + timedelta(days=1)
    yield "In a week", today + timedelta(days=7)
    change = next_change(site.jobs_with_past, site.config.lifecycle, day)
    if change and change <= _LAST:
        yield "Next change", change
    last = max((job.posting.closes for job in site.jobs if job.posting.closes), default=None)
    if last and last < _LAST:
        yield "All closed", last + timedelta(days=1)


def kept(request: Request, base: Wish, port: int, today: date | None) -> Response:
    """Keeps what a form wishes in the browser's cookie, and leads back to the page that it came from.

    Who wishes to see today goes on to tomorrow at midnight, as those do who wish nothing.
    """
    try:
        text = request.body.decode("ascii")
        fields = parse_qs(text, max_num_fields=_MOST_FIELDS, errors="strict")
        wish = base if "back_to_base" in fields else _wish(fields)
    except (ValueError, OverflowError):
        return sentence(400, "The day has to be written as year, month and day, such as 2026-12-24.")
    if wish.as_of and not _FIRST <= wish.as_of <= _LAST:
        return sentence(400, f"The day has to lie between {dated(_FIRST)} and {dated(_LAST)}.")
    if wish.as_of == today and base.as_of is None:
        wish = Wish(None, wish.drafts)
    cookie = no_cookie(port) if wish == base else cookie_of(wish, port)
    location = own_path(fields.get("page", [""])[0])
    return Response(303, (("Location", location), ("Set-Cookie", cookie), NEVER_KEPT))


def _wish(fields: dict[str, list[str]]) -> Wish:
    """What the fields say; ValueError where the day is none."""
    day = fields.get("as_of", [""])[0].strip()
    return Wish(date.fromisoformat(day) if day else None, "drafts" in fields)


def own_path(address: str) -> str:
    """The address, if it is a path of this server as browsers write it; else the desk's own."""
    is_own = address.startswith("/") and not address.startswith("//") and "\\" not in address
    is_plain = address.isascii() and address.isprintable() and " " not in address
    return address if is_own and is_plain else PREVIEW
