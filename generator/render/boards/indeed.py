"""`/feeds/indeed.xml` (docs.indeed.com, "XML feed reference")."""

from generator.pages.board_views import IndeedJob, IndeedView
from generator.render.boards.descriptions import description, without_references
from generator.render.bodies import Bodies
from generator.render.xml import DECLARATION, raw

# Where one works from home in a country, Indeed wants these, and wants them empty.
_EVEN_EMPTY = ("city", "state", "country", "postalcode")


def indeed(view: IndeedView, bodies: Bodies) -> bytes:
    """The open postings at each of their places."""
    lines = [
        DECLARATION,
        "<source>",
        raw("publisher", view.publisher) if view.publisher else "",
        raw("publisherurl", view.publisher_url) if view.publisher_url else "",
        raw("lastBuildDate", view.updated) if view.updated else "",
        *(_job(job, view, bodies) for job in view.jobs),
        "</source>",
    ]
    return ("\n".join(filter(None, lines)) + "\n").encode()


def _job(job: IndeedJob, view: IndeedView, bodies: Bodies) -> str:
    said = {
        "title": job.title,
        "date": job.posted,
        "referencenumber": job.reference,
        "requisitionid": job.requisition,
        "url": job.url,
        "company": job.company,
        "sourcename": view.employer,
        "city": job.city,
        "state": job.state,
        "country": job.country,
        "postalcode": job.postal_code,
        "streetaddress": job.street,
        "email": view.email,
        "description": without_references(description(job, bodies)),
        "salary": job.salary,
        "education": ", ".join(job.education),
        "jobtype": ", ".join(job.employment),
        "category": ", ".join(job.categories),
        "experience": job.experience,
        "expirationdate": job.closes,
        "remotetype": job.remote,
    }
    parts = (raw(name, value) for name, value in said.items() if value or name in _EVEN_EMPTY)
    return "\n".join(("<job>", *parts, "</job>"))
