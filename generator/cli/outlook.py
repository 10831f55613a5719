"""What will happen to a site's postings by themselves, for those who look after them."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.cli.saying import count
from generator.library.lifecycle import review_day
from generator.library.site import Job, Site, State


def outlook(site: Site) -> Iterator[str]:
    """Lines on what closes soon, what should be looked at, and the next day on which the site changes."""
    soon = sum(job.is_open and job.standing.is_closing_soon for job in site.jobs)
    if soon:
        days = count(site.config.lifecycle.closing_soon, "day")
        yield f"{count(soon, 'posting')} {'closes' if soon == 1 else 'close'} within {days}"
    due = len(_due_for_review(site))
    if due:
        yield f"{count(due, 'posting')} to look at again: openings list --review"
    changes = sorted(change for job in site.jobs if (change := _next_change(job, site.today)))
    if changes:
        first = changes[0]
        yield f"the next posting opens or closes on {first}: build again on that day"


def _due_for_review(site: Site) -> tuple[Job, ...]:
    """The open jobs whose review day has come."""
    return tuple(job for job in site.open_jobs if (day := review_date(job, site)) and day <= site.today)


def review_date(job: Job, site: Site) -> date | None:
    """The day by which somebody should look at a job again, if it has one."""
    return review_day(job.posting, site.config.lifecycle.review_after)


def _next_change(job: Job, today: date) -> date | None:
    """The day on which the job opens, or is closed for the first time; None if no date decides."""
    posting = job.posting
    if job.standing.state is State.UPCOMING:
        return posting.opens
    if job.standing.state is State.OPEN and posting.closes:
        return posting.closes + timedelta(days=1)
    return None
