"""Which open jobs a page lists."""

from collections.abc import Iterable

from generator.library.nodes import Category, Place, is_below
from generator.library.site import Job, Site
from generator.model.slugs import fold
from generator.model.values import JobFilter


def chosen_jobs(site: Site, wanted: JobFilter | None) -> tuple[Job, ...]:
    """The open jobs that meet every condition of the filter, newest first; none without a filter."""
    return fitting_jobs(site.open_jobs, site, wanted) if wanted else ()


def fitting_jobs(jobs: Iterable[Job], site: Site, wanted: JobFilter) -> tuple[Job, ...]:
    """Those of the jobs that meet every condition of the filter, in the order given."""
    categories = tuple(c for text in wanted.category if (c := site.category_tree.find(text)))
    places = tuple(p for text in wanted.location if (p := site.place_tree.find(text)))
    return tuple(job for job in jobs if _meets(job, wanted, categories, places))


def _meets(job: Job, wanted: JobFilter, categories: tuple[Category, ...], places: tuple[Place, ...]) -> bool:
    posting = job.posting
    teams = tuple(map(fold, wanted.team))
    return (
        (not wanted.category or any(is_below(c.slugs, w.slugs) for c in job.categories for w in categories))
        and (not wanted.location or any(is_below(p.place.slugs, w.slugs) for p in job.places for w in places))
        and (not wanted.employment or any(kind in wanted.employment for kind in posting.employment))
        and (not wanted.remote or posting.remote in wanted.remote)
        and (not wanted.level or posting.level in wanted.level)
        and (not teams or fold(posting.team) in teams)
    )
