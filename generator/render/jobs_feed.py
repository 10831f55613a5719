"""`/jobs.json`: the open jobs for other programs; docs/feeds.md and docs/jobs.schema.json say what it holds.

`VERSION` counts up when a name changes its meaning or goes; new names may come without that.
"""

from typing import Any

from msgspec import Raw
from msgspec.json import encode

from generator.pages.data_views import JobRecord, JobsFeedView, PlaceRecord, SalaryRecord

VERSION = 1


def jobs_feed(view: JobsFeedView) -> bytes:
    """The feed, a job a line."""
    head = encode({"version": VERSION, "site": view.site, "url": view.url, "updated": view.updated or None})
    jobs = b",\n".join(encode(_job(job)) for job in view.jobs)
    return head.removesuffix(b"}") + b',"jobs":[\n' + jobs + b"\n]}\n"


def _job(job: JobRecord) -> dict[str, Any]:
    """A job; what its posting doesn't say is left out."""
    said: dict[str, Any] = {
        "id": job.id,
        "url": job.url,
        "title": job.title,
        "language": job.language,
        "company": job.company,
        "summary": job.summary,
        "categories": job.categories,
        "places": [_place(place) for place in job.places],
        "remote": job.remote,
        "remote_from": job.remote_from,
        "employment": job.employment,
        "term": _term(job),
        "salary": _salary(job.salary),
        "apply": job.apply,
        "posted": job.posted,
        "updated": job.updated,
        "opens": job.opens,
        "closes": job.closes,
        "requisition": job.requisition,
        "team": job.team,
        "level": job.level,
        "skills": job.skills,
        "languages": job.languages,
        "hours": job.hours,
        "start": job.start,
        "positions": job.positions,
        "education": job.education,
        "experience": job.experience,
        "image": _image(job),
        "extra": Raw(job.extra.encode()) if job.extra else None,
    }
    return _without_gaps(said)


def _place(place: PlaceRecord) -> dict[str, Any]:
    return _without_gaps(
        {
            "country": place.country,
            "country_name": place.country_name,
            "region": place.region,
            "city": place.city,
            "url": place.url,
            "apply": place.apply,
            "salary": _salary(place.salary),
        }
    )


def _salary(salary: SalaryRecord | None) -> dict[str, Any] | None:
    if salary is None:
        return None
    return _without_gaps(
        {
            "min": Raw(salary.minimum.encode()),
            "max": Raw(salary.maximum.encode()),
            "currency": salary.currency,
            "per": salary.per,
            "note": salary.note,
        }
    )


def _term(job: JobRecord) -> dict[str, Any] | None:
    if job.is_permanent is None:
        return None
    return {"permanent": job.is_permanent, **({"months": job.months} if job.months else {})}


def _image(job: JobRecord) -> dict[str, str] | None:
    return {"url": job.image, "alt": job.image_alt} if job.image else None


def _without_gaps(said: dict[str, Any]) -> dict[str, Any]:
    """What is said; zero and false are."""
    return {name: value for name, value in said.items() if value is not None and value not in ("", (), [])}
