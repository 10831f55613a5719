"""`/feeds/linkedin.xml` (learn.microsoft.com, "XML feeds: development guide")."""

from generator.pages.board_views import LinkedInJob, LinkedInPay, LinkedInView
from generator.render.boards.descriptions import description, limited
from generator.render.bodies import Bodies
from generator.render.xml import DECLARATION, raw


def linkedin(view: LinkedInView, bodies: Bodies) -> bytes:
    """The open postings that LinkedIn takes."""
    lines = [
        DECLARATION,
        "<source>",
        raw("lastBuildDate", view.updated) if view.updated else "",
        raw("publisherURL", view.publisher_url),
        raw("publisher", view.publisher),
        raw("expectedJobCount", str(len(view.jobs))),
        *(_job(job, view, bodies) for job in view.jobs),
        "</source>",
    ]
    return ("\n".join(filter(None, lines)) + "\n").encode()


def _job(job: LinkedInJob, view: LinkedInView, bodies: Bodies) -> str:
    said = {
        "partnerJobId": job.id,
        "company": job.company,
        "companyId": str(view.company_id),
        "title": job.title,
        "description": limited(description(job, bodies)),
        "applyUrl": job.apply_url,
        "posterEmail": view.email,
        "location": job.location,
        "city": job.city,
        "state": job.state,
        "country": job.country,
        "postalCode": job.postal_code,
        "workplaceTypes": job.workplace,
        "experienceLevel": job.level,
        "jobtype": job.employment,
        "listDate": _american(job.posted),
        "expirationDate": _american(job.closes),
    }
    parts = [raw(name, value) for name, value in said.items() if value]
    skills = "".join(raw("skill", skill) for skill in job.skills)
    parts += [f"<skills>{skills}</skills>"] if skills else []
    parts += [_salaries(job.pay)] if job.pay else []
    return "\n".join(("<job>", *parts, "</job>"))


def _american(day: str) -> str:
    """An ISO date as month/day/year."""
    if not day:
        return ""
    year, month, number = day.split("-")
    return f"{month}/{number}/{year}"


def _salaries(pay: LinkedInPay) -> str:
    return (
        "<salaries><salary>"
        f"<highEnd>{raw('amount', pay.maximum)}{raw('currencyCode', pay.currency)}</highEnd>"
        f"<lowEnd>{raw('amount', pay.minimum)}{raw('currencyCode', pay.currency)}</lowEnd>"
        f"{raw('period', pay.period)}{raw('type', 'BASE_SALARY')}"
        "</salary></salaries>"
    )
