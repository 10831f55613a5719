"""What the job boards have in common: a job's facts become fields of ours."""

import html
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from generator.importers.cleaning.markdown import to_markdown
from generator.importers.cleaning.spaces import line
from generator.importers.imported import Imported, Value
from generator.importers.reading import Reading
from generator.importers.values.days import day
from generator.importers.values.fitting import fitting
from generator.importers.values.pay import Range, salary
from generator.importers.values.places import Whereabouts, whereabouts
from generator.importers.values.spelled import spelled
from generator.importers.values.words import category, name
from generator.model.slugs import fold
from generator.model.vocabulary import EMPLOYMENT_OR_CONTRACT, REMOTE


class Vacancy(Struct, frozen=True):
    """A job as a board tells it, each fact as the board writes it.

    `places` are several texts or one that names several; `workplace` and `country` are what the board says
    of them besides. `page` is HTML. Moments are in ISO 8601 or milliseconds since 1970.
    """

    id: str
    title: str
    page: str
    apply: str
    departments: Sequence[Sequence[str | None]] = ()
    places: Sequence[str | None] = ()
    workplace: str | None = None
    country: str | None = None
    employment: str | None = None
    pay: Sequence[Range] = ()
    posted: str | int | None = None
    updated: str | int | None = None
    team: str | None = None
    requisition: str | None = None
    language: str | None = None


def imported(vacancy: Vacancy, reading: Reading) -> Imported:
    """The posting in our words; a ValidationError where it lacks what it can't be without."""
    title = name(vacancy.title)
    if not title or not line(vacancy.id):
        raise msgspec.ValidationError("it has no title" if line(vacancy.id) else "it has no id")
    where = whereabouts(vacancy.places, _workplace(vacancy.workplace), vacancy.country or "", reading)
    kinds, strange = spelled(EMPLOYMENT_OR_CONTRACT, vacancy.employment)
    unlike = f"`employment`: {strange}" if strange else ""
    paid, about_pay = salary(vacancy.pay, reading.language)
    body = to_markdown(vacancy.page)
    fields: dict[str, Value] = {
        "title": title,
        "category": _categories(vacancy.departments),
        **_place_fields(where),
        "employment": kinds,
        "salary": paid,
        "posted": day(vacancy.posted, reading.time_zone),
        "updated": day(vacancy.updated, reading.time_zone),
        "apply": vacancy.apply.strip(),
        "team": _team(vacancy),
        "requisition": name(vacancy.requisition),
        "language": _language(vacancy.language, reading),
    }
    fit, unfit = fitting({field: value for field, value in fields.items() if value}, reading.language)
    if "title" not in fit:
        raise msgspec.ValidationError("its title can't be read")
    notes = (
        *where.notes,
        *about_pay,
        *filter(None, (unlike,)),
        *unfit,
        *body.notes,
    )
    return Imported(vacancy.id.strip(), fit, body.text, notes)


def _team(vacancy: Vacancy) -> str:
    """The team, unless it is called as its department is."""
    team = name(vacancy.team)
    return "" if fold(team) in {fold(name(names[0])) for names in vacancy.departments} else team


def _workplace(text: str | None) -> str:
    return REMOTE.find(text) or "" if text else ""


def _categories(departments: Iterable[Sequence[str | None]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(category, departments))))


def _place_fields(where: Whereabouts) -> dict[str, Value]:
    return {"location": where.location, "remote": where.remote, "remote_from": where.remote_from}


def _language(text: str | None, reading: Reading) -> str:
    tag = name(text)
    own, site = (full.casefold().replace("_", "-").partition("-")[0] for full in (tag, reading.language))
    return tag if tag and own != site else ""


def as_page(page: str | None, plain: str | None) -> str:
    """The HTML, or the plain text in its place as such."""
    return page or html.escape(plain or "").replace("\n", "<br>")
