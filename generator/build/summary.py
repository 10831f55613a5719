"""A site in figures."""

from datetime import timedelta

from generator.build.report import Coming, Summary
from generator.library.changes import changes, next_change
from generator.library.lifecycle import review_day
from generator.library.site import Job
from generator.pages import urls
from generator.pages.plan import Plan

# How far ahead one looks, in days.
_AHEAD = 30


def summary_of(plan: Plan, pages: int) -> Summary:
    """What there is on the site's day, and what will happen by itself."""
    site = plan.site
    today, rules = site.today, site.config.lifecycle
    due = (review_day(job.posting, rules.review_after) for job in site.open_jobs)
    following = next_change(site.jobs_with_past, rules, today)
    tomorrow, last = today + timedelta(days=1), max(following or today, today + timedelta(days=_AHEAD))
    return Summary(
        day=today,
        time_zone=site.config.time_zone,
        open_jobs=len(site.open_jobs),
        pages=pages,
        closing_soon=sum(job.standing.is_closing_soon for job in site.open_jobs),
        closing_days=rules.closing_soon,
        due_for_review=sum(day is not None and day <= today for day in due),
        next_change=following,
        coming=tuple(
            Coming(change.day, change.what, change.job.posting.id, _address(change.job, plan))
            for change in changes(site.jobs_with_past, rules, tomorrow, last)
        ),
    )


def _address(job: Job, plan: Plan) -> str:
    return plan.absolute(urls.job_url(job.slug))
