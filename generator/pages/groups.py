"""The list of all jobs under its top categories."""

from functools import cached_property
from itertools import groupby

from generator.library.nodes import Category
from generator.library.site import Job
from generator.pages.categories import Categories
from generator.pages.page import Page, rows_of
from generator.pages.plan import Plan
from generator.pages.rows import Rows
from generator.pages.views import JobGroup


class Groups:
    """The open jobs of one plan by the top one of their categories, sorted once, when needed."""

    def __init__(self, plan: Plan, categories: Categories, rows: Rows) -> None:
        self._plan, self._categories, self._rows = plan, categories, rows

    @cached_property
    def jobs(self) -> tuple[Job, ...]:
        """All open jobs by top category in the tree's order, the newest first in each."""
        tops = self._plan.site.subcategories.get((), ())
        order = {category.slugs: number for number, category in enumerate(tops)}
        return tuple(sorted(self._plan.site.open_jobs, key=lambda job: order[self._top(job).slugs]))

    def on_page(self, page: Page) -> tuple[JobGroup, ...]:
        """The groups that a page of the list shows, each with its rows on that page."""
        shown = rows_of(page)
        before = self._top(self.jobs[shown.start - 1]) if page.number > 1 else None
        return tuple(
            self._group(top, tuple(jobs), is_continued=top is before)
            for top, jobs in groupby(self.jobs[shown], self._top)
        )

    def _group(self, top: Category, jobs: tuple[Job, ...], is_continued: bool) -> JobGroup:
        return JobGroup(
            name=top.name,
            url=self._categories.link(top).url,
            is_continued=is_continued,
            rows=tuple(map(self._rows.row, jobs)),
        )

    def _top(self, job: Job) -> Category:
        """The top category above a job's first; postings without one are errors, and aren't built."""
        return self._categories.top(job.categories[0])
