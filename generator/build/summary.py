"""A site in figures."""

from datetime import date, timedelta

from generator.build.report import Summary
from generator.library.lifecycle import review_day
from generator.library.site import Job, Site, State


def summary_of(site: Site, pages: int) -> Summary:
    """What there is on the site's day, and what will happen by itself."""
    closing = site.config.lifecycle
    due = (review_day(job.posting, closing.review_after) for job in site.open_jobs)
    changes = (_next_change(job, site.today) for job in site.jobs)
    return Summary(
        open_jobs=len(site.open_jobs),
        pages=pages,
        closing_soon=sum(job.standing.is_closing_soon for job in site.open_jobs),
        closing_days=closing.closing_soon,
        due_for_review=sum(day is not None and day <= site.today for day in due),
        next_change=min((change for change in changes if change), default=None),
    )


def _next_change(job: Job, today: date) -> date | None:
    """The day on which the job opens, or is closed for the first time; None if no date decides."""
    posting = job.posting
    if job.standing.state is State.UPCOMING:
        return posting.opens
    if job.standing.state is State.OPEN and posting.closes:
        return posting.closes + timedelta(days=1)
    return None
