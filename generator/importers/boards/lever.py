"""Lever: the answer of its public postings."""

import html
from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from generator.importers.boards.vacancy import Vacancy, as_page, imported
from generator.importers.imported import Delivery, Imported
from generator.importers.payload import decoded, delivered, listed
from generator.importers.reading import Reading
from generator.importers.values.pay import Range

_PERIODS: Mapping[str, str] = {
    "per-year-salary": "year",
    "per-month-salary": "month",
    "per-week-salary": "week",
    "per-day-wage": "day",
    "per-hour-wage": "hour",
}


class _Categories(Struct, frozen=True, rename="camel"):
    commitment: str | None = None
    department: str | None = None
    team: str | None = None
    location: str | None = None
    all_locations: tuple[str | None, ...] | None = None


class _List(Struct, frozen=True):
    text: str | None = None
    content: str | None = None


class _Salary(Struct, frozen=True):
    min: Decimal | None = None
    max: Decimal | None = None
    currency: str | None = None
    interval: str | None = None


class _Job(Struct, frozen=True, rename="camel"):
    """A posting as Lever answers it with `mode=json`."""

    id: str
    text: str
    hosted_url: str | None = None
    apply_url: str | None = None
    categories: _Categories | None = None
    description: str | None = None
    description_plain: str | None = None
    lists: tuple[_List, ...] | None = None
    additional: str | None = None
    additional_plain: str | None = None
    salary_range: _Salary | None = None
    salary_description: str | None = None
    workplace_type: str | None = None
    country: str | None = None
    created_at: int | None = None


def read_lever(data: bytes, reading: Reading) -> Delivery:
    """The postings of an answer."""
    jobs = listed(decoded(data), "Lever")
    return delivered(jobs, _Job, _read, reading)


def _read(job: _Job, reading: Reading) -> Imported:
    said = job.categories or _Categories()
    vacancy = Vacancy(
        id=job.id,
        title=job.text,
        page=_page(job),
        apply=job.apply_url or job.hosted_url or "",
        departments=[(said.department, said.team)],
        # The country is that of the first, whatever their order is otherwise.
        places=tuple(dict.fromkeys((said.location, *(said.all_locations or ())))),
        workplace=job.workplace_type,
        country=job.country,
        employment=said.commitment,
        pay=(_range(job.salary_range),) if job.salary_range else (),
        posted=job.created_at,
        team=said.team,
    )
    return imported(vacancy, reading)


def _page(job: _Job) -> str:
    """The parts of a posting as one page, in the order of Lever's own."""
    lists = (
        f"<h3>{html.escape(part.text or '')}</h3><ul>{part.content or ''}</ul>" for part in job.lists or ()
    )
    parts = (
        as_page(job.description, job.description_plain),
        *lists,
        as_page(job.additional, job.additional_plain),
        job.salary_description or "",
    )
    return "".join(f"<div>{part}</div>" for part in parts)


def _range(pay: _Salary) -> Range:
    per = _PERIODS.get(pay.interval or "", "")
    return Range(pay.min or Decimal(0), pay.max or Decimal(0), (pay.currency or "").upper(), per)
