"""Which postings the list shows."""

from collections.abc import Iterable
from typing import NoReturn

from msgspec import Struct

from generator.cli.list.rows import REMOTE, Row, place_name
from generator.diagnostics.diagnostic import OpeningsError
from generator.diagnostics.suggest import did_you_mean
from generator.library.nodes import Category, Place, is_below
from generator.library.site import Job, Site
from generator.library.statuses import ERROR, STATUSES
from generator.model.slugs import fold
from generator.model.vocabulary import STATUS, fold_word


class Wanted(Struct, frozen=True):
    """Which postings to show: all given conditions hold, any one value of each."""

    status: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    review: bool = False


def chosen(rows: Iterable[Row], site: Site, wanted: Wanted) -> tuple[Row, ...]:
    """The rows asked for; an OpeningsError with a suggestion for what the site doesn't have."""
    statuses = {_find_status(text) for text in wanted.status}
    categories = [node for text in wanted.category for node in _find_categories(site, text)]
    places = [node for text in wanted.place if fold(text) != REMOTE for node in _find_places(site, text)]
    return tuple(
        row
        for row in rows
        if (not statuses or row.status in statuses or _state(row) in statuses)
        and (not categories or _is_in(row.job.categories, categories))
        and (not wanted.place or _is_at(row.job, places, REMOTE in map(fold, wanted.place)))
        and (not wanted.review or row.is_due)
    )


def _state(row: Row) -> str:
    """The wider word for a status: what closes soon is open, too."""
    return row.status if row.status == ERROR else row.job.standing.state.value


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
    named = [p for p in site.place_tree.all if wanted in (fold(place_name(p)), "/".join(p.slugs))]
    return tuple(named) or _unknown("place", text, {place_name(p) for p in site.place_tree.all})


def _unknown(what: str, text: str, known: Iterable[str]) -> NoReturn:
    names = sorted(known)
    longer = next((name for name in names if fold(text) in fold(name)), None)
    few = f"write one of {', '.join(names)}" if len(names) < 12 else "`openings list` shows them all"
    hint = did_you_mean(text, names, f"did you mean `{longer}`?" if longer else few)
    raise OpeningsError(f"there is no {what} `{text}`", hint)
