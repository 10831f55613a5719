"""The open postings as Indeed asks for them: docs.indeed.com, "XML feed reference"."""

from collections.abc import Iterator

from babel.numbers import get_currency_symbol

from generator.library.place_text import name_key
from generator.library.site import Job
from generator.model.site_config import IndeedFeed
from generator.model.values import Salary
from generator.pages import urls
from generator.pages.board_views import IndeedJob, IndeedView
from generator.pages.boards.places import BoardPlace, cities, countries
from generator.pages.boards.words import words_of
from generator.pages.changes import first_moment
from generator.pages.kit import Kit

_REMOTE = {"yes": "Fully remote", "hybrid": "Hybrid remote"}
_EMPLOYMENT = {
    "full-time": "fulltime",
    "part-time": "parttime",
    "working student": "parttime",
    "per-diem": "per diem",
}
_UNSAID = ("other",)


def indeed_view(kit: Kit) -> IndeedView:
    """`/feeds/indeed.xml`."""
    config = kit.site.config
    asked = config.feeds.indeed or IndeedFeed("")
    return IndeedView(
        publisher=asked.publisher,
        publisher_url=asked.publisher_url,
        updated=first_moment(kit.changes.jobs, kit.site),
        employer=config.employer,
        email=asked.email,
        jobs=tuple(entry for job in kit.site.open_jobs for entry in _jobs(job, kit)),
    )


def indeed_places(job: Job) -> tuple[BoardPlace, ...]:
    """Where Indeed can show the posting: its cities, or the countries that one works from at home."""
    return cities(job) or (countries(job) if job.posting.remote == "yes" else ())


def _jobs(job: Job, kit: Kit) -> Iterator[IndeedJob]:
    """The posting once for each place."""
    posting = job.posting
    body, snippets = words_of(job, kit)
    places = indeed_places(job)
    for place in places:
        yield IndeedJob(
            title=posting.title,
            url=f"{kit.plan.absolute(urls.job_url(job.slug))}?source=Indeed",
            reference=_reference(job, place, places),
            requisition=posting.requisition or posting.id,
            company=kit.site.config.hiring(posting.company),
            city=place.city or "Remote",
            state=place.state,
            country=place.country,
            postal_code=place.address.postal_code,
            street=place.address.street,
            salary=_pay(job, place),
            employment=_employment(posting.employment),
            categories=tuple(dict.fromkeys(category.name for category in job.categories)),
            education=tuple(word.capitalize() for word in posting.education),
            experience=_experience(posting.experience),
            remote=_REMOTE.get(posting.remote, ""),
            posted=posting.posted.isoformat(),
            closes=posting.closes.isoformat() if posting.closes else "",
            body=body,
            snippets=snippets,
        )


def _reference(job: Job, place: BoardPlace, places: tuple[BoardPlace, ...]) -> str:
    """The same for as long as the posting is at the place, whatever other postings say and how it is spelt.

    The region tells two cities of one name apart, where the posting itself is at both.
    """
    where = _city(place) if place.city else ("remote", place.country)
    if place.city and sum(_city(other) == where for other in places) > 1:
        where = (place.country, name_key(place.state), name_key(place.city))
    return f"{job.posting.id}:{'/'.join(where)}"


def _city(place: BoardPlace) -> tuple[str, ...]:
    return (place.country, name_key(place.city))


def _employment(words: tuple[str, ...]) -> tuple[str, ...]:
    known = (_EMPLOYMENT.get(word, word) for word in words if word not in _UNSAID)
    return tuple(dict.fromkeys(known))


def _experience(months: int | None) -> str:
    if not months:
        return ""
    return f"{months // 12}+ years" if months % 12 == 0 else f"{months}+ months"


def _pay(job: Job, place: BoardPlace) -> str:
    salary = (place.entry.salary if place.entry else None) or job.salary
    return _pay_text(salary) if salary else ""


def _pay_text(salary: Salary) -> str:
    """Plain figures with a sign before them: Indeed asks for no commas and no short forms."""
    sign = get_currency_symbol(salary.currency, locale="en")
    sign = f"{sign} " if sign[-1].isalpha() else sign
    amounts = (f"{sign}{amount}" for amount in dict.fromkeys(salary.digits))
    return f"{' - '.join(amounts)} per {salary.per}"
