"""When the lists of a site last changed: what has left them counts too."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from generator.library.filters import fitting_jobs
from generator.library.nodes import Category, Place, Slugs
from generator.library.site import Job, Site, State, nodes_of
from generator.model.documents import Article
from generator.model.time_zones import start_of_day
from generator.model.values import JobFilter

# What nobody could see yet has changed no list.
_UNSEEN = (State.DRAFT, State.UPCOMING)


class Changes:
    """The days on which one site's lists last changed; None for one that nothing was ever in."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def jobs(self) -> date | None:
        """The list of all jobs."""
        return latest(self._seen)

    @cached_property
    def articles(self) -> date | None:
        """The list of all articles."""
        return max((article_changed(article, self._site) for article in published(self._site)), default=None)

    def of(self, node: Category | Place) -> date | None:
        """The list of the jobs in a category or place."""
        kind = "category" if isinstance(node, Category) else "place"
        return self._by_node.get((kind, node.slugs))

    def chosen(self, wanted: JobFilter) -> date | None:
        """The list of the jobs that a filter finds."""
        is_known = wanted == JobFilter(category=wanted.category)
        jobs = self._seen if is_known else self._filed
        return latest(fitting_jobs(jobs, self._site, wanted))

    @cached_property
    def _filed(self) -> tuple[Job, ...]:
        return tuple(job for job in self._site.jobs if job.standing.state not in _UNSEEN)

    @cached_property
    def _seen(self) -> tuple[Job, ...]:
        """Those of files, and those of which content/urls.lock says when they went and in which category."""
        past = self._site.past
        return (*self._filed, *past.remembered, *past.expired)

    @cached_property
    def _by_node(self) -> dict[tuple[str, Slugs], date]:
        days: dict[tuple[str, Slugs], date] = {}
        for job in self._seen:
            changed = job.changed
            for node in nodes_of(job):
                days[node] = max(changed, days.get(node, changed))
        return days


def latest(jobs: Iterable[Job]) -> date | None:
    """The day of the last change of any of the jobs."""
    return max((job.changed for job in jobs), default=None)


def article_changed(article: Article, site: Site) -> date:
    """The day of an article's last change of substance; one still to come counts as today's."""
    return min(site.today, max(article.date, article.updated or article.date))


def first_moment(day: date | None, site: Site) -> str:
    """The moment at which the day begins where the site's days do; empty where there is no day."""
    return start_of_day(day, site.config.time_zone) if day else ""


def published(site: Site) -> tuple[Article, ...]:
    """The articles that everybody may read, newest first."""
    return tuple(article for article in site.articles if article.status != "draft")
