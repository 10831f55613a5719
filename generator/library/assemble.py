"""Documents of single files become one site, as of one day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from generator.diagnostics.diagnostic import Diagnostic
from generator.library.categories import CategoryTree, Mention, category_tree
from generator.library.lifecycle import has_page, standing
from generator.library.nodes import Category, Place, Slugs, lineage
from generator.library.pay import settle_currency
from generator.library.places import PlaceMention, PlaceTree, place_tree
from generator.library.related import similar_jobs
from generator.library.site import Job, JobPlace, Site
from generator.model.documents import Article, CategoryPage, Document, LocationPage, Page, Posting, Snippet
from generator.model.site_config import SiteConfig
from generator.model.slugs import slugify

_D = TypeVar("_D", Posting, CategoryPage, LocationPage, Article, Page, Snippet)
_N = TypeVar("_N", Category, Place)


def assemble(
    documents: Iterable[Document], config: SiteConfig, today: date, drafts: bool = False
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """The site on the day `today`, and what is wrong between its files.

    With `drafts`, postings that nobody should see yet have pages too; lists stay as they are.
    """
    ordered = tuple(sorted(documents, key=lambda d: d.spans.path))
    categories, category_problems = category_tree(_category_mentions(ordered), _of(CategoryPage, ordered))
    places, place_problems = place_tree(
        _place_mentions(ordered), _of(LocationPage, ordered), config.languages
    )
    jobs, job_problems = _jobs(_of(Posting, ordered), config, today, drafts, categories, places)
    articles = (a for a in _of(Article, ordered) if drafts or a.status != "draft")
    pages = (p for p in _of(Page, ordered) if drafts or p.status != "draft")
    site = Site(
        config=config,
        today=today,
        jobs=jobs,
        articles=tuple(sorted(articles, key=lambda a: (-a.date.toordinal(), a.identity))),
        pages=tuple(pages),
        snippets={snippet.identity: snippet for snippet in _of(Snippet, ordered)},
        category_tree=categories,
        place_tree=places,
        categories=_with_page(categories.all, (c for job in jobs if job.has_page for c in job.categories)),
        places=_with_page(places.all, (p.place for job in jobs if job.has_page for p in job.places)),
        listed=_listed(jobs),
        similar={
            jobs[i].posting.identity: tuple(jobs[j] for j in best) for i, best in similar_jobs(jobs).items()
        },
    )
    return site, (*category_problems, *place_problems, *job_problems)


def _of(kind: type[_D], documents: Iterable[Document]) -> tuple[_D, ...]:
    return tuple(document for document in documents if isinstance(document, kind))


def _category_mentions(documents: Iterable[Document]) -> Iterator[Mention]:
    for document in documents:
        match document:
            case Posting():
                field, texts = "category", document.category
            case Article():
                field, texts = "categories", document.categories
            case Page():
                field, texts = "jobs.category", document.jobs.category if document.jobs else ()
            case _:
                continue
        for i, text in enumerate(texts):
            yield Mention(text, document.spans.at(f"{field}.{i}"))


def _place_mentions(documents: Iterable[Document]) -> Iterator[PlaceMention]:
    for document in documents:
        match document:
            case Posting():
                field, texts = "location", tuple(entry.place for entry in document.location)
            case Article():
                field, texts = "locations", document.locations
            case Page():
                field, texts = "jobs.location", document.jobs.location if document.jobs else ()
            case _:
                continue
        for i, text in enumerate(texts):
            yield PlaceMention(text, document.spans.at(f"{field}.{i}.place"))


def _jobs(
    postings: Iterable[Posting],
    config: SiteConfig,
    today: date,
    drafts: bool,
    categories: CategoryTree,
    places: PlaceTree,
) -> tuple[tuple[Job, ...], list[Diagnostic]]:
    """The jobs, newest first, and what is wrong with their pay."""
    jobs, problems = [], []
    for posting in postings:
        found = tuple(places.find(entry.place) for entry in posting.location)
        salary, own = settle_currency(
            posting.salary, tuple(p for p in found if p), posting.spans.at("salary")
        )
        job_places, others = _job_places(posting, found)
        problems += [*own, *others]
        now = standing(posting, today, config.lifecycle.closing_soon)
        jobs.append(
            Job(
                posting=posting,
                slug=slugify(posting.identity.stem),
                standing=now,
                has_page=has_page(now.state, drafts),
                categories=tuple(dict.fromkeys(c for t in posting.category if (c := categories.find(t)))),
                places=job_places,
                salary=salary,
            )
        )
    jobs.sort(key=lambda job: (-job.posting.posted.toordinal(), job.posting.id, job.posting.identity))
    return tuple(jobs), problems


def _job_places(
    posting: Posting, found: tuple[Place | None, ...]
) -> tuple[tuple[JobPlace, ...], list[Diagnostic]]:
    """Each known place once, with its own pay in a settled currency."""
    places: dict[Slugs, JobPlace] = {}
    problems: list[Diagnostic] = []
    for i, (entry, place) in enumerate(zip(posting.location, found, strict=True)):
        if place is None:
            continue
        salary, own = settle_currency(entry.salary, (place,), posting.spans.at(f"location.{i}.salary"))
        problems += own
        places.setdefault(place.slugs, JobPlace(place, entry.apply, salary))
    return tuple(places.values()), problems


def _with_page(nodes: Iterable[_N], used: Iterable[_N]) -> tuple[_N, ...]:
    """The nodes that have words of their own or lead to a job, and all above them."""
    ordered: tuple[_N, ...] = tuple(nodes)
    leaves = {node.slugs for node in ordered if node.page} | {node.slugs for node in used}
    kept = {ancestor for slugs in leaves for ancestor in lineage(slugs)}
    return tuple(node for node in ordered if node.slugs in kept)


def _listed(jobs: Iterable[Job]) -> dict[tuple[str, Slugs], tuple[Job, ...]]:
    """The open jobs at and below each category and place, in the order given."""
    lists: dict[tuple[str, Slugs], list[Job]] = defaultdict(list)
    for job in jobs:
        if not job.is_open:
            continue
        nodes = {("category", above) for c in job.categories for above in lineage(c.slugs)}
        nodes |= {("place", above) for p in job.places for above in lineage(p.place.slugs)}
        for node in nodes:
            lists[node].append(job)
    return {node: tuple(members) for node, members in lists.items()}
