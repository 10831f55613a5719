"""The open jobs for other programs."""

from msgspec.json import encode

from generator.library.site import Job, JobPlace
from generator.model.values import Salary
from generator.pages import urls
from generator.pages.data_views import JobRecord, JobsFeedView, PlaceRecord, SalaryRecord
from generator.pages.job_view import apply_url
from generator.pages.kit import Kit
from generator.pages.search_values import coded


def jobs_feed_view(kit: Kit) -> JobsFeedView:
    """`/jobs.json`."""
    config, updated = kit.site.config, kit.changes.jobs
    return JobsFeedView(
        site=config.name,
        url=kit.plan.absolute(urls.JOBS),
        updated=updated.isoformat() if updated else "",
        jobs=tuple(_job(job, kit) for job in kit.site.open_jobs),
    )


def _job(job: Job, kit: Kit) -> JobRecord:
    posting = job.posting
    extra = {name.removeprefix("x_"): value for name, value in posting.extra.items()}
    image = posting.image.lstrip("/") if posting.image.lstrip("/") in kit.plan.assets.static else ""
    return JobRecord(
        id=posting.id,
        url=kit.plan.absolute(urls.job_url(job.slug)),
        title=posting.title,
        language=posting.text_language,
        company=kit.site.config.hiring(posting.company),
        summary=posting.summary or posting.body.text,
        categories=tuple(category.names for category in job.categories),
        places=tuple(_place(entry, job, kit) for entry in job.places),
        remote=posting.remote,
        remote_from=posting.remote_from,
        employment=tuple(map(coded, posting.employment)),
        is_permanent=posting.term.permanent if posting.term else None,
        months=posting.term.months if posting.term else 0,
        salary=_salary(job.salary),
        apply=apply_url(job.apply, posting),
        posted=posting.posted.isoformat(),
        updated=job.changed.isoformat(),
        opens=posting.opens.isoformat() if posting.opens else "",
        closes=posting.closes.isoformat() if posting.closes else "",
        requisition=posting.requisition,
        team=posting.team,
        level=posting.level,
        skills=posting.skills,
        languages=posting.languages,
        hours=posting.hours,
        start=posting.start,
        positions=posting.positions,
        education=tuple(map(coded, posting.education)),
        experience=posting.experience,
        image=kit.plan.absolute(f"/{image}") if image else "",
        image_alt=posting.image_alt if image else "",
        extra=encode(extra).decode() if extra else "",
    )


def _place(entry: JobPlace, job: Job, kit: Kit) -> PlaceRecord:
    place = entry.place
    return PlaceRecord(
        country=place.country,
        country_name=kit.formats.country(place.country),
        region=place.region,
        city=place.city,
        url=kit.plan.absolute(urls.place_url(place.slugs)),
        apply=apply_url(entry.apply, job.posting),
        salary=_salary(entry.salary),
    )


def _salary(salary: Salary | None) -> SalaryRecord | None:
    if salary is None:
        return None
    return SalaryRecord(*salary.digits, salary.currency, salary.per, salary.note)
