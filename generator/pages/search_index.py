"""The open jobs as the search in the browser needs them: what rows show, and codes into tables."""

from collections.abc import Hashable, Iterable
from datetime import date
from typing import Generic, TypeVar

from generator.library.nodes import Place
from generator.library.site import Job
from generator.model.territories import other_names
from generator.model.vocabulary import REMOTE
from generator.pages import search_values as values
from generator.pages import urls
from generator.pages.data_views import SearchIndexView, SearchJob, SearchNode
from generator.pages.kit import Kit
from generator.pages.views import DateText, SalaryView

_NONE = -1
_EPOCH = date(1970, 1, 1)
_REMOTE = tuple(REMOTE.words)

_T = TypeVar("_T", bound=Hashable)


class _Table(Generic[_T]):
    """Values in the order in which they are first asked for; a value's code is its place."""

    def __init__(self, known: Iterable[_T] = ()) -> None:
        self._codes = {value: code for code, value in enumerate(known)}

    def code(self, value: _T) -> int:
        """The value's code, a new one for a new value."""
        return self._codes.setdefault(value, len(self._codes))

    def codes(self, wanted: Iterable[_T]) -> tuple[int, ...]:
        """The codes of some values, in their order."""
        return tuple(map(self.code, wanted))

    @property
    def values(self) -> tuple[_T, ...]:
        """The table."""
        return tuple(self._codes)


class _Tables:
    """What the jobs of one index have in common."""

    def __init__(self, kit: Kit) -> None:
        self.categories = _Table(c.slugs for c in kit.site.categories if kit.site.jobs_in(c))
        self.places = _Table(p.slugs for p in kit.site.places if kit.site.jobs_in(p))
        self.remote_from = _Table[str]()
        self.employment = _Table[str]()
        self.levels = _Table[str]()
        self.salaries = _Table[SalaryView]()
        self.skills = _Table[str]()
        self.closing_days = _Table[DateText]()


def search_index_view(kit: Kit) -> SearchIndexView:
    """`/jobs/index.json`; it holds no day, so it stays as it is until a posting comes, changes or goes."""
    site, config, tables = kit.site, kit.site.config, _Tables(kit)
    jobs = tuple(_job(job, tables, kit) for job in site.open_jobs)
    categories = {category.slugs: category.name for category in site.categories}
    places = {place.slugs: place for place in site.places}
    return SearchIndexView(
        language=kit.frame.language,
        time_zone=config.time_zone,
        closing_soon=config.lifecycle.closing_soon,
        jobs_url=kit.plan.href(urls.JOBS),
        categories=tuple(SearchNode(categories[own], values.node(own)) for own in tables.categories.values),
        places=tuple(_place(places[own], kit) for own in tables.places.values),
        remote=_REMOTE,
        remote_from=tuple(
            SearchNode(values.remote_name(code, kit.formats), values.remote_from(code), other_names(code))
            for code in tables.remote_from.values
        ),
        employment=tuple(map(values.coded, tables.employment.values)),
        levels=tuple(map(values.coded, tables.levels.values)),
        salaries=tables.salaries.values,
        skills=tables.skills.values,
        closing_days=tables.closing_days.values,
        synonyms=config.search.synonyms,
        jobs=jobs,
    )


def _place(place: Place, kit: Kit) -> SearchNode:
    """A country by all its names, a city also by those of its office."""
    office = (place.page.title, *place.page.aliases) if place.page else ()
    names = office if place.city else (*other_names(place.country), *office)
    own = (place.city or kit.formats.country(place.country)).casefold()
    others = tuple(dict.fromkeys(name for name in names if name.casefold() != own))
    return SearchNode(kit.places.name(place), values.node(place.slugs), others)


def _job(job: Job, tables: _Tables, kit: Kit) -> SearchJob:
    posting, row = job.posting, kit.rows.row(job)
    return SearchJob(
        title=posting.title,
        slug=job.slug,
        language="" if row.language == kit.frame.language else row.language,
        categories=tables.categories.codes(category.slugs for category in job.categories),
        places=tables.places.codes(entry.place.slugs for entry in job.places),
        remote=_REMOTE.index(posting.remote),
        remote_from=tables.remote_from.codes(values.works_from(job)),
        employment=tables.employment.codes(posting.employment),
        level=tables.levels.code(posting.level) if posting.level else _NONE,
        salaries=tables.salaries.codes(row.salaries),
        skills=tuple(sorted(set(tables.skills.codes(posting.skills)))),
        posted=(posting.posted - _EPOCH).days,
        closes=tables.closing_days.code(row.closes) if row.closes else _NONE,
    )
