"""Documents of single files become one site, as of one day."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TypeVar

from generator.diagnostics.diagnostic import Diagnostic
from generator.library.categories import CategoryTree, category_tree
from generator.library.lifecycle import has_page, is_expired, last_change, last_open_day, standing
from generator.library.nodes import Category, Mention, Place, Slugs, lineage
from generator.library.pay import settle_currency
from generator.library.places import PlaceTree, place_tree
from generator.library.published import claimed_addresses, past_of
from generator.library.site import Job, JobPlace, Site, Topics, newest_first, nodes_of
from generator.model.addresses import job_url
from generator.model.documents import Article, CategoryPage, Document, LocationPage, Page, Posting, Snippet
from generator.model.published import Published, UrlsLock
from generator.model.site_config import SiteConfig
from generator.model.slugs import slugify

_D = TypeVar("_D", Posting, CategoryPage, LocationPage, Article, Page, Snippet)
_N = TypeVar("_N", Category, Place)


def assemble(
    documents: Iterable[Document],
    config: SiteConfig,
    today: date,
    drafts: bool = False,
    lock: UrlsLock | None = None,
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """The site on the day `today`, its similar jobs not yet found, and what is wrong between its files.

    With `drafts`, postings that nobody should see yet have pages too; lists stay as they are.
    """
    published = lock.entries if lock else ()
    ordered = tuple(sorted(documents, key=lambda d: d.spans.path))
    tree, category_problems = category_tree(_mentions(ordered, _categories_of), _of(CategoryPage, ordered))
    mentions = _mentions(ordered, _places_of)
    place_names, place_problems = place_tree(mentions, _of(LocationPage, ordered), config.languages)
    recorded = {entry.url: entry for entry in published}
    jobs, job_problems = _jobs(_of(Posting, ordered), config, today, drafts, tree, place_names, recorded)
    shown = tuple(job for job in jobs if job.has_page)
    articles = tuple(a for a in _of(Article, ordered) if drafts or a.status != "draft")
    categories = _with_page(tree.all, (c for job in shown for c in job.categories))
    places = _with_page(place_names.all, (p.place for job in shown for p in job.places))
    with_page: frozenset[Category | Place] = frozenset((*categories, *places))
    pages = tuple(p for p in _of(Page, ordered) if drafts or p.status != "draft")
    claimed = frozenset(claimed_addresses(shown, articles, pages, config))

    def shown_category(text: str) -> Category | None:
        found = tree.find(text)
        return found if found in with_page else None

    site = Site(
        config=config,
        today=today,
        jobs=jobs,
        open_jobs=tuple(job for job in jobs if job.is_open),
        articles=tuple(sorted(articles, key=lambda a: (-a.date.toordinal(), a.identity))),
        topics={a.identity: _topics(a, tree, place_names, with_page) for a in articles},
        pages=pages,
        snippets={snippet.identity: snippet for snippet in _of(Snippet, ordered)},
        category_tree=tree,
        place_tree=place_names,
        categories=categories,
        places=places,
        subcategories=_by_parent(categories),
        subplaces=_by_parent(places),
        listed=_listed(jobs),
        similar={},
        past=past_of(published, jobs, claimed, config, today, shown_category),
        published=published if lock else None,
    )
    return site, (*category_problems, *place_problems, *job_problems)


def _of(kind: type[_D], documents: Iterable[Document]) -> tuple[_D, ...]:
    return tuple(document for document in documents if isinstance(document, kind))


def _mentions(
    documents: Iterable[Document], read: Callable[[Document], tuple[str, tuple[str, ...]]]
) -> Iterator[Mention]:
    """Every use of a category or place: `read` gives a document's field and its texts."""
    for document in documents:
        field, texts = read(document)
        for number in range(len(texts)):
            yield Mention(document.spans, field, texts, number)


def _categories_of(document: Document) -> tuple[str, tuple[str, ...]]:
    match document:
        case Posting():
            return "category", document.category
        case Article():
            return "categories", document.categories
        case Page() if document.jobs:
            return "jobs.category", document.jobs.category
    return "", ()


def _places_of(document: Document) -> tuple[str, tuple[str, ...]]:
    match document:
        case Posting():
            return "location", tuple(entry.place for entry in document.location)
        case Article():
            return "locations", document.locations
        case Page() if document.jobs:
            return "jobs.location", document.jobs.location
    return "", ()


def _topics(
    article: Article, tree: CategoryTree, place_names: PlaceTree, shown: Container[Category | Place]
) -> Topics:
    categories = (tree.find(text) for text in article.categories)
    places = (place_names.find(text) for text in article.locations)
    return Topics(
        tuple(dict.fromkeys(c for c in categories if c and c in shown)),
        tuple(dict.fromkeys(p for p in places if p and p in shown)),
    )


def _jobs(
    postings: Iterable[Posting],
    config: SiteConfig,
    today: date,
    drafts: bool,
    categories: CategoryTree,
    places: PlaceTree,
    recorded: Mapping[str, Published],
) -> tuple[tuple[Job, ...], list[Diagnostic]]:
    """The jobs, newest first, and what is wrong with their pay."""
    jobs, problems = [], []
    category_of, place_of = cache(categories.find), cache(places.find)  # thousands name the same few
    for posting in postings:
        found = tuple(place_of(entry.place) for entry in posting.location)
        named = tuple(place for place in found if place)
        salary, own = settle_currency(posting.salary, named, posting.spans, "salary")
        job_places, others = _job_places(posting, found)
        problems += [*own, *others]
        now = standing(posting, today, config.lifecycle.closing_soon)
        slug = slugify(posting.identity.stem)
        last = last_open_day(posting, now, recorded.get(job_url(slug)), today)
        is_over = is_expired(last, config.lifecycle.keep_closed_for, today)
        jobs.append(
            Job(
                posting=posting,
                slug=slug,
                standing=now,
                last_open=last,
                changed=last_change(posting, last, today),
                has_page=has_page(now.state, drafts) and not is_over,
                categories=tuple(dict.fromkeys(c for t in posting.category if (c := category_of(t)))),
                places=job_places,
                salary=salary,
            )
        )
    jobs.sort(key=newest_first)
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
        salary, own = settle_currency(entry.salary, (place,), posting.spans, f"location.{i}.salary")
        problems += own
        places.setdefault(place.slugs, JobPlace(place, entry.apply, salary))
    return tuple(places.values()), problems


def _with_page(nodes: Iterable[_N], used: Iterable[_N]) -> tuple[_N, ...]:
    """The nodes that have words of their own or lead to a job, and all above them."""
    ordered: tuple[_N, ...] = tuple(nodes)
    leaves = {node.slugs for node in ordered if node.page} | {node.slugs for node in used}
    kept = {ancestor for slugs in leaves for ancestor in lineage(slugs)}
    return tuple(node for node in ordered if node.slugs in kept)


def _by_parent(nodes: Iterable[_N]) -> dict[Slugs, tuple[_N, ...]]:
    """The nodes right below each, in the order given."""
    children: dict[Slugs, list[_N]] = defaultdict(list)
    for node in nodes:
        children[node.slugs[:-1]].append(node)
    return {parent: tuple(below) for parent, below in children.items()}


def _listed(jobs: Iterable[Job]) -> dict[tuple[str, Slugs], tuple[Job, ...]]:
    """The open jobs at and below each category and place, in the order given."""
    lists: dict[tuple[str, Slugs], list[Job]] = defaultdict(list)
    for job in jobs:
        if not job.is_open:
            continue
        for node in nodes_of(job):
            lists[node].append(job)
    return {node: tuple(members) for node, members in lists.items()}
