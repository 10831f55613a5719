"""Postings as rows: of lists, and of the table of similar jobs."""

from collections.abc import Iterable

from msgspec.structs import replace

from generator.library.site import Job
from generator.model.values import Salary
from generator.pages import urls
from generator.pages.categories import Categories
from generator.pages.formats import Formats
from generator.pages.once import once
from generator.pages.page import Page, rows_of
from generator.pages.pagination import pagination
from generator.pages.places import Places
from generator.pages.plan import Plan
from generator.pages.views import JobList, JobRow, SimilarJob


class Rows:
    """The rows of one plan in one language; a posting's own is made once, whatever lists it stands in."""

    def __init__(self, plan: Plan, formats: Formats, categories: Categories, places: Places) -> None:
        self._plan, self._formats = plan, formats
        self._categories, self._places = categories, places
        self._open = {job.posting.identity.stem: job for job in plan.site.open_jobs}
        self.row = once(self._row, _path)
        self.similar = once(self._similar, _path)

    def named(self, stems: Iterable[str]) -> tuple[JobRow, ...]:
        """The postings of these names that are open, in the order given."""
        return tuple(self.row(self._open[stem]) for stem in stems if stem in self._open)

    def page_of(self, jobs: tuple[Job, ...], page: Page) -> JobList:
        """The part of a list that this page shows, with links to its other parts."""
        rows = tuple(map(self.row, jobs[rows_of(page)]))
        paging = pagination(len(jobs), page, self._plan, self._formats)
        return JobList(rows, self._formats.count(len(jobs)), paging)

    def _row(self, job: Job) -> JobRow:
        """A posting in a list."""
        posting, formats = job.posting, self._formats
        return JobRow(
            title=posting.title,
            url=self._plan.href(urls.job_url(job.slug)),
            language=posting.text_language,
            category=job.categories[0].name if job.categories else "",
            places=tuple(self._places.name(entry.place) for entry in job.places),
            remote=posting.remote,
            employment=posting.employment,
            salaries=tuple(map(formats.salary, _salaries(job))),
            posted=formats.day(posting.posted),
            closes=formats.day(posting.closes) if posting.closes else None,
            is_closing_soon=job.standing.is_closing_soon,
            summary=posting.summary,
        )

    def _similar(self, job: Job) -> SimilarJob:
        """A posting in another's table of similar jobs."""
        return SimilarJob(
            title=job.posting.title,
            url=self._plan.href(urls.job_url(job.slug)),
            language=job.posting.text_language,
            categories=tuple(map(self._categories.link, job.categories)),
            places=tuple(self._places.link(entry.place) for entry in job.places),
            remote=job.posting.remote,
            closes=self._formats.day(job.posting.closes) if job.posting.closes else None,
        )


def _path(job: Job) -> str:
    return job.posting.spans.path


def _salaries(job: Job) -> tuple[Salary, ...]:
    """The posting's pay, or the whole range of its places' own for each currency and period."""
    if job.salary:
        return (job.salary,)
    ranges: dict[tuple[str, str], Salary] = {}
    for own in (entry.salary for entry in job.places if entry.salary):
        known = ranges.setdefault((own.currency, own.per), replace(own, note=""))
        ranges[own.currency, own.per] = replace(
            known, minimum=min(known.minimum, own.minimum), maximum=max(known.maximum, own.maximum)
        )
    return tuple(ranges.values())
