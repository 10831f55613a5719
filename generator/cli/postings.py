"""The site's postings as rows: what `openings list` shows and filters."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from generator.cli.outlook import review_date
from generator.diagnostics.diagnostic import OpeningsError
from generator.diagnostics.suggest import nearest
from generator.library.nodes import Category, Place, is_below
from generator.library.site import Job, Site, State
from generator.model.slugs import fold
from generator.model.territories import country_name
from generator.model.vocabulary import STATUS, fold_word

# What somebody who looks after postings wants to see first.
_ORDER = (State.OPEN, State.UPCOMING, State.ON_HOLD, State.DRAFT, State.CLOSED)
STATUSES = ("error", "open", "closing-soon", "upcoming", "on-hold", "draft", "filled", "closed")
REMOTE = "remote"
ERROR = "error"


@dataclass(frozen=True, slots=True)
class Row:
    """A posting as the list shows it; `status` is one of STATUSES, `posted` None where it can't be read."""

    job: Job
    stem: str
    title: str
    categories: tuple[str, ...]
    places: tuple[str, ...]
    status: str
    posted: date | None
    opens: date | None
    closes: date | None
    review: date | None
    is_due: bool
    path: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which postings to show: all given conditions hold, any one value of each."""

    status: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    review: bool = False


def rows(site: Site, wanted: Wanted, broken: Container[str]) -> tuple[Row, ...]:
    """The postings asked for, open ones first, the newest before the others.

    `broken` are the paths of files with errors; those come before all.
    """
    statuses = {_find_status(text) for text in wanted.status}
    categories = [node for text in wanted.category for node in _find_categories(site, text)]
    places = [node for text in wanted.place if fold(text) != REMOTE for node in _find_places(site, text)]
    ordered = sorted(site.jobs, key=lambda job: _ORDER.index(job.standing.state))
    found = [_row(job, site, job.posting.spans.path in broken) for job in ordered]
    found.sort(key=lambda row: row.status != ERROR)
    return tuple(
        row
        for row in found
        if (not statuses or row.status in statuses or _state(row) in statuses)
        and (not categories or _is_in(row.job.categories, categories))
        and (not wanted.place or _is_at(row.job, places, REMOTE in map(fold, wanted.place)))
        and (not wanted.review or row.is_due)
    )


def _state(row: Row) -> str:
    """The wider word for a status: what closes soon is open, too."""
    return row.status if row.status == ERROR else row.job.standing.state.value


def _row(job: Job, site: Site, is_broken: bool) -> Row:
    posting = job.posting
    review = review_date(job, site) if job.is_open and not is_broken else None
    remote = (REMOTE,) if posting.remote == "yes" else ()
    return Row(
        job=job,
        stem=posting.identity.stem,
        title=posting.title,
        categories=tuple(" / ".join(category.names) for category in job.categories),
        places=(*(_place_name(entry.place) for entry in job.places), *remote),
        status=ERROR if is_broken else _status(job),
        posted=None if posting.posted == date.min else posting.posted,
        opens=posting.opens,
        closes=posting.closes,
        review=review,
        is_due=review is not None and review <= site.today,
        path=posting.spans.path,
    )


def _status(job: Job) -> str:
    if job.standing.is_closing_soon:
        return "closing-soon"
    return "filled" if job.standing.reason == "filled" else job.standing.state.value


def _place_name(place: Place) -> str:
    return place.city or country_name(place.country, "en")


def _is_in(mine: Iterable[Category], wanted: Iterable[Category]) -> bool:
    return any(is_below(category.slugs, other.slugs) for category in mine for other in wanted)


def _is_at(job: Job, wanted: Iterable[Place], remote: bool) -> bool:
    if remote and job.posting.remote == "yes":
        return True
    return any(is_below(entry.place.slugs, other.slugs) for entry in job.places for other in wanted)


def _find_status(text: str) -> str:
    folded = fold_word(text)
    known = {fold_word(status): status for status in STATUSES}
    found = known.get(folded) or STATUS.find(text)
    return found or _unknown("status", text, STATUSES)


def _find_categories(site: Site, text: str) -> tuple[Category, ...]:
    """Every category of that name, or the one of that path."""
    wanted = fold(text)
    named = [c for c in site.category_tree.all if wanted in (fold(c.name), fold(" / ".join(c.names)))]
    known = {name for c in site.category_tree.all for name in (c.name, " / ".join(c.names))}
    return tuple(named) or _unknown("category", text, known)


def _find_places(site: Site, text: str) -> tuple[Place, ...]:
    """The place that postings would mean by the text, else every city or country of that name."""
    place = site.place_tree.find(text)
    if place:
        return (place,)
    wanted = fold(text)
    named = [p for p in site.place_tree.all if wanted in (fold(_place_name(p)), "/".join(p.slugs))]
    return tuple(named) or _unknown("place", text, {_place_name(p) for p in site.place_tree.all})


def _unknown(what: str, text: str, known: Iterable[str]) -> NoReturn:
    names = sorted(known)
    near = nearest(text, names) or next((name for name in names if fold(text) in fold(name)), None)
    few = f"write one of {', '.join(names)}" if len(names) < 12 else "`openings list` shows them all"
    raise OpeningsError(f"there is no {what} `{text}`", f"did you mean `{near}`?" if near else few)
