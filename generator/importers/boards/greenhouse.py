"""Greenhouse: the answer of its public job board."""

import html
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from msgspec import Struct

from generator.importers.boards.vacancy import Vacancy, imported
from generator.importers.imported import Delivery, Imported
from generator.importers.payload import decoded, delivered, listed
from generator.importers.reading import Reading
from generator.importers.values.pay import Range
from generator.importers.values.periods import is_yearly, named_periods
from generator.model.slugs import fold

_EMPLOYMENT = frozenset(("employment type", "employment", "job type", "contract type", "type of employment"))
_WORKPLACE = frozenset(("workplace type", "workplace", "remote", "location type", "work model"))


class _Named(Struct, frozen=True):
    name: str | None = None


class _Detail(Struct, frozen=True):
    """A field that the company has made up itself."""

    name: str | None = None
    value: Any = None


class _Pay(Struct, frozen=True):
    min_cents: Decimal | None = None
    max_cents: Decimal | None = None
    currency_type: str | None = None
    title: str | None = None
    blurb: str | None = None


class _Job(Struct, frozen=True):
    """A job as the board answers it with `content=true`."""

    id: str | int
    title: str
    absolute_url: str
    content: str | None = None
    location: _Named | None = None
    departments: tuple[_Named, ...] | None = None
    offices: tuple[_Named, ...] | None = None
    metadata: tuple[_Detail, ...] | None = None
    pay_input_ranges: tuple[_Pay, ...] | None = None
    requisition_id: str | int | None = None
    first_published: str | None = None
    updated_at: str | None = None
    language: str | None = None


def read_greenhouse(data: bytes, reading: Reading) -> Delivery:
    """The jobs of a board's answer."""
    jobs = listed(decoded(data), "Greenhouse", "jobs")
    return delivered(jobs, _Job, _read, reading)


def _read(job: _Job, reading: Reading) -> Imported:
    place = job.location.name if job.location else None
    content = job.content or ""
    vacancy = Vacancy(
        id=str(job.id),
        title=job.title,
        # The API escapes the HTML once more than JSON asks for.
        page=content if "<" in content else html.unescape(content),
        apply=job.absolute_url,
        departments=[(department.name,) for department in job.departments or ()],
        places=(place,) if place else [office.name for office in job.offices or ()],
        workplace=_detail(job.metadata or (), _WORKPLACE),
        employment=_detail(job.metadata or (), _EMPLOYMENT),
        pay=tuple(map(_range, job.pay_input_ranges or ())),
        posted=job.first_published,
        updated=job.updated_at,
        requisition=str(job.requisition_id or ""),
        language=job.language,
    )
    found = imported(vacancy, reading)
    return found if content else _without_text(found)


def _without_text(found: Imported) -> Imported:
    note = "it has no text: ask Greenhouse with `?content=true`"
    return Imported(found.id, found.fields, found.body, (*found.notes, note))


def _detail(details: Iterable[_Detail], names: frozenset[str]) -> str | None:
    """The text of a company's own field under one of several names."""
    for detail in details:
        # What may be several is a list.
        values = detail.value if isinstance(detail.value, list) else [detail.value]
        texts = [value for value in values if isinstance(value, str)]
        if detail.name and fold(detail.name) in names and texts:
            return "; ".join(texts)
    return None


def _range(pay: _Pay) -> Range:
    least, most = (pay.min_cents or Decimal(0)) / 100, (pay.max_cents or Decimal(0)) / 100
    currency, title = (pay.currency_type or "").upper(), " ".join((pay.title or "").split())
    # The blurb tells of much, a working week for instance: it counts where the title says nothing.
    named = named_periods(title) or named_periods(pay.blurb or "")
    guessed = () if named or not is_yearly(least, currency) else ("year",)
    per = (*named, *guessed)
    return Range(least, most, currency, per[0] if len(per) == 1 else "", title, bool(guessed))
