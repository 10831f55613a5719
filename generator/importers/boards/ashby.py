"""Ashby: the answer of its public job board."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from generator.importers.boards.vacancy import Vacancy, as_page, imported
from generator.importers.imported import Delivery, Imported
from generator.importers.payload import decoded, delivered, identifier, listed, said
from generator.importers.reading import Reading
from generator.importers.values.pay import Range
from generator.importers.values.regions import land_named
from generator.model.slugs import fold

_PERIODS: Mapping[str, str] = {f"1 {word.upper()}": word for word in ("year", "month", "week", "day", "hour")}


class _Postal(Struct, frozen=True, rename="camel"):
    address_locality: str | None = None
    address_region: str | None = None
    address_country: str | None = None


class _Address(Struct, frozen=True, rename="camel"):
    postal_address: _Postal | None = None


class _Place(Struct, frozen=True):
    location: str | None = None
    address: _Address | None = None


class _Component(Struct, frozen=True, rename="camel"):
    compensation_type: str | None = None
    interval: str | None = None
    currency_code: str | None = None
    min_value: Decimal | None = None
    max_value: Decimal | None = None


class _Tier(Struct, frozen=True):
    title: str | None = None
    components: tuple[_Component, ...] | None = None


class _Compensation(Struct, frozen=True, rename="camel"):
    compensation_tiers: tuple[_Tier, ...] | None = None
    summary_components: tuple[_Component, ...] | None = None


class _Job(Struct, frozen=True, rename="camel"):
    """A job as the board answers it, with `includeCompensation=true` for what is paid."""

    title: str
    job_url: str
    id: str | None = None
    apply_url: str | None = None
    description_html: str | None = None
    description_plain: str | None = None
    department: str | None = None
    team: str | None = None
    location: str | None = None
    address: _Address | None = None
    secondary_locations: tuple[_Place, ...] | None = None
    is_remote: bool | None = None
    workplace_type: str | None = None
    employment_type: str | None = None
    compensation: _Compensation | None = None
    published_at: str | None = None
    is_listed: bool | None = None


def read_ashby(data: bytes, reading: Reading) -> Delivery:
    """The jobs of a board's answer that it lists."""
    jobs = listed(decoded(data), "Ashby", "jobs")
    return delivered(jobs, _Job, _read, reading, lambda raw: identifier(raw) or _end(said(raw, "jobUrl")))


def _read(job: _Job, reading: Reading) -> Imported | None:
    if job.is_listed is False:
        return None
    places = (_Place(job.location, job.address), *(job.secondary_locations or ()))
    vacancy = Vacancy(
        id=job.id or _end(job.job_url),
        title=job.title,
        page=as_page(job.description_html, job.description_plain),
        apply=job.apply_url or job.job_url,
        departments=[(job.department, job.team)],
        places=[_place(place, reading) for place in places],
        workplace=job.workplace_type or ("remote" if job.is_remote else None),
        country=_postal(places[0]).address_country,
        employment=job.employment_type,
        pay=tuple(_ranges(job.compensation)) if job.compensation else (),
        posted=job.published_at,
        team=job.team,
    )
    return imported(vacancy, reading)


def _end(address: str) -> str:
    """The end of a job's address: older answers have its id only there."""
    return address.rstrip("/").rpartition("/")[2]


def _postal(place: _Place) -> _Postal:
    return (place.address.postal_address if place.address else None) or _Postal()


def _place(place: _Place, reading: Reading) -> str | None:
    """The place by its address where it has a whole one, unless it is an office of the site."""
    postal = _postal(place)
    if not (postal.address_locality and postal.address_country):
        return place.location
    if place.location and (fold(place.location) in reading.offices or "remote" in place.location.casefold()):
        return place.location
    land = land_named(postal.address_country) or postal.address_country
    parts = (postal.address_locality, postal.address_region, land)
    return ", ".join(dict.fromkeys(part.strip() for part in parts if part and part.strip()))


def _ranges(compensation: _Compensation) -> Iterator[Range]:
    """The ranges of the salary, of each tier where there are any; what is paid besides is no salary."""
    tiers = compensation.compensation_tiers or (_Tier(None, compensation.summary_components),)
    for tier in tiers:
        for part in tier.components or ():
            if part.compensation_type == "Salary":
                per = _PERIODS.get((part.interval or "").upper(), "")
                amounts = (part.min_value or Decimal(0), part.max_value or Decimal(0))
                yield Range(*amounts, (part.currency_code or "").upper(), per, (tier.title or "").strip())
