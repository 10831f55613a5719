"""The open postings as LinkedIn takes them: learn.microsoft.com, "XML feeds: development guide"."""

from enum import StrEnum

from generator.library.site import Job, Site
from generator.model.documents import SHORTEST_TEXT
from generator.model.site_config import LinkedInFeed
from generator.model.values import Salary
from generator.pages.board_views import LinkedInJob, LinkedInPay, LinkedInView
from generator.pages.boards.places import BoardPlace, cities, countries
from generator.pages.boards.words import words_of
from generator.pages.changes import first_moment
from generator.pages.kit import Kit

LONGEST_TITLE = 200

_WORKPLACE = {"no": "On-site", "hybrid": "Hybrid", "yes": "Remote"}
_LEVEL = {
    "intern": "INTERNSHIP",
    "entry": "ENTRY_LEVEL",
    "mid": "ASSOCIATE",
    "senior": "MID_SENIOR_LEVEL",
    "lead": "MID_SENIOR_LEVEL",
    "manager": "MID_SENIOR_LEVEL",
    "director": "DIRECTOR",
    "executive": "EXECUTIVE",
}
_EMPLOYMENT = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "working student": "PART_TIME",
    "contract": "CONTRACT",
    "temporary": "TEMPORARY",
    "internship": "INTERNSHIP",
    "volunteer": "VOLUNTEER",
}
_PERIOD = {"hour": "HOURLY", "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}


class Obstacle(StrEnum):
    """Why LinkedIn wouldn't take a posting."""

    TITLE = "title"
    WORDS = "words"
    APPLY = "apply"
    PLACE = "place"
    COMPANY = "company"


def linkedin_view(kit: Kit) -> LinkedInView:
    """`/feeds/linkedin.xml`."""
    config = kit.site.config
    asked = config.feeds.linkedin or LinkedInFeed(0, "")
    return LinkedInView(
        publisher=config.employer,
        publisher_url=config.company.website or config.url,
        updated=first_moment(kit.changes.jobs, kit.site),
        company_id=asked.company_id,
        email=asked.email,
        jobs=tuple(_job(job, kit) for job in kit.site.open_jobs if not obstacles(job, kit.site)),
    )


def obstacles(job: Job, site: Site) -> tuple[Obstacle, ...]:
    """All that keeps an open posting out."""
    place = _place(job)
    found = {
        Obstacle.TITLE: len(job.posting.title) > LONGEST_TITLE,
        Obstacle.WORDS: _length(job, site) < SHORTEST_TEXT,
        Obstacle.APPLY: not _apply(job, place).startswith("https://"),
        Obstacle.PLACE: place is None,
        Obstacle.COMPANY: not site.config.is_own(job.posting.company),
    }
    return tuple(obstacle for obstacle, is_there in found.items() if is_there)


def _length(job: Job, site: Site) -> int:
    """How many characters the posting's words have with those of its snippets, as far as they are counted."""
    snippets = (site.snippets[included] for included in site.included(job))
    return job.posting.body.length + sum(snippet.body.length for snippet in snippets)


def _place(job: Job) -> BoardPlace | None:
    """The first of the posting's places: LinkedIn has room for one."""
    return next(iter((*cities(job), *countries(job))), None)


def _apply(job: Job, place: BoardPlace | None) -> str:
    return (place.entry.apply if place and place.entry else "") or job.apply


def _job(job: Job, kit: Kit) -> LinkedInJob:
    posting, place = job.posting, _place(job) or BoardPlace("")
    body, snippets = words_of(job, kit)
    return LinkedInJob(
        id=posting.id,
        title=posting.title,
        company=kit.site.config.hiring(posting.company),
        apply_url=_apply(job, place),
        location=_location(place, kit),
        city=place.city,
        state=place.state,
        country=place.country,
        postal_code=place.address.postal_code,
        workplace=_WORKPLACE[posting.remote],
        level=_LEVEL.get(posting.level, ""),
        employment=_EMPLOYMENT.get(posting.employment[0], "OTHER") if posting.employment else "",
        skills=posting.skills,
        pay=_pay((place.entry.salary if place.entry else None) or job.salary),
        posted=posting.posted.isoformat(),
        closes=posting.closes.isoformat() if posting.closes else "",
        body=body,
        snippets=snippets,
    )


def _location(place: BoardPlace, kit: Kit) -> str:
    """City and state in the United States, city and country elsewhere, or the country alone."""
    if place.city and place.country == "US" and place.state:
        return f"{place.city}, {place.state}"
    return ", ".join(filter(None, (place.city, kit.formats.country(place.country))))


def _pay(salary: Salary | None) -> LinkedInPay | None:
    if salary is None:
        return None
    return LinkedInPay(*salary.digits, salary.currency, _PERIOD[salary.per])
