"""Rows, entries and cards: what lists are made of."""

from collections.abc import Iterable
from dataclasses import replace

from generator.library.nodes import Category, Place, Slugs, lineage
from generator.library.site import Job
from generator.model.documents import Article
from generator.model.slugs import fold, slugify
from generator.model.territories import country_name
from generator.model.values import Salary
from generator.pages import urls
from generator.pages.formats import count, date_text, salary_view
from generator.pages.links import picture
from generator.pages.plan import NEIGHBOURS, ROWS, Page, Plan, page_count
from generator.pages.views import (
    ArticleCard,
    CategoryEntry,
    Count,
    JobList,
    JobRow,
    LinkView,
    PageLink,
    Pagination,
    PlaceEntry,
)


def job_row(job: Job, plan: Plan, language: str) -> JobRow:
    """A posting in a list."""
    posting = job.posting
    return JobRow(
        title=posting.title,
        url=plan.href(urls.job_url(job.slug)),
        language=posting.text_language,
        category=job.categories[0].name if job.categories else "",
        places=tuple(place_name(entry.place, language) for entry in job.places),
        remote=posting.remote,
        employment=posting.employment,
        salaries=tuple(salary_view(salary, language) for salary in _salaries(job)),
        posted=date_text(posting.posted, language),
        closes=date_text(posting.closes, language) if posting.closes else None,
        is_closing_soon=job.standing.is_closing_soon,
        summary=posting.summary,
    )


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


def job_list(jobs: tuple[Job, ...], page: Page, plan: Plan) -> JobList:
    """The part of a list that this page shows, with links to its other parts."""
    first = (page.number - 1) * ROWS
    rows = tuple(job_row(job, plan, page.language) for job in jobs[first : first + ROWS])
    return JobList(rows, count(len(jobs), page.language), _pagination(len(jobs), page, plan))


def _pagination(total: int, page: Page, plan: Plan) -> Pagination:
    last = page_count(total)
    hrefs = [plan.href(urls.numbered(page.root, number)) for number in range(1, last + 1)]
    return Pagination(
        number=count(page.number, page.language),
        total=count(last, page.language),
        previous_url=hrefs[page.number - 2] if page.number > 1 else "",
        next_url=hrefs[page.number] if page.number < last else "",
        pages=tuple(
            PageLink(count(number, page.language), href, number == page.number)
            for number, href in enumerate(hrefs, 1)
        )
        if last > 1
        else (),
    )


def place_name(place: Place, language: str) -> str:
    """A place in words: the city with its country (and region, if need be), or the country alone."""
    country = country_name(place.country, language)
    return f"{city_name(place)}, {country}" if place.city else country


def city_name(place: Place) -> str:
    """A city's name, with its region where the country has several of that name."""
    return f"{place.city}, {place.region}" if place.shares_name else place.city


def place_link(place: Place, plan: Plan, language: str) -> LinkView:
    """A place's name that leads to its page."""
    return LinkView(plan.href(urls.place_url(place.slugs)), place_name(place, language))


def category_link(category: Category, plan: Plan) -> LinkView:
    """A category's own name that leads to its page."""
    return LinkView(plan.href(urls.category_url(category.slugs)), category.name)


def category_path(category: Category, plan: Plan) -> tuple[LinkView, ...]:
    """The links from the top category down to this one."""
    return tuple(
        LinkView(plan.href(urls.category_url(slugs)), name)
        for slugs, name in zip(lineage(category.slugs), category.names, strict=True)
    )


def category_entries(
    parent: Slugs, plan: Plan, language: str, deep: bool = True
) -> tuple[CategoryEntry, ...]:
    """The categories right below `parent` (() for the top), with theirs where `deep`."""
    nodes = plan.site.subcategories.get(parent, ())
    return tuple(_category_entry(node, plan, language, deep) for node in nodes)


def neighbour_categories(category: Category, plan: Plan, language: str) -> tuple[CategoryEntry, ...]:
    """The busiest categories beside this one."""
    beside = plan.busiest_categories.get(category.slugs[:-1], ())
    others = [other for other in beside if other.slugs != category.slugs]
    return tuple(_category_entry(other, plan, language, deep=False) for other in others[:NEIGHBOURS])


def _category_entry(node: Category, plan: Plan, language: str, deep: bool) -> CategoryEntry:
    return CategoryEntry(
        name=node.name,
        url=plan.href(urls.category_url(node.slugs)),
        count=count(len(plan.site.jobs_in(node)), language),
        summary=node.page.summary if node.page else "",
        picture=picture(node.page.image, node.page.image_alt, plan) if node.page else None,
        children=category_entries(node.slugs, plan, language) if deep else (),
    )


def place_entries(parent: Slugs, plan: Plan, language: str) -> tuple[PlaceEntry, ...]:
    """The countries (for ()), or a country's cities, by name."""
    entries = [_place_entry(node, plan, language) for node in plan.site.subplaces.get(parent, ())]
    return tuple(sorted(entries, key=lambda entry: (fold(entry.name), entry.region)))


def neighbour_places(place: Place, plan: Plan, language: str) -> tuple[PlaceEntry, ...]:
    """The busiest cities beside this one; none beside a country."""
    beside = plan.busiest_places.get(place.slugs[:-1], ()) if place.city else ()
    others = [other for other in beside if other.slugs != place.slugs]
    return tuple(_place_entry(other, plan, language) for other in others[:NEIGHBOURS])


def _place_entry(node: Place, plan: Plan, language: str) -> PlaceEntry:
    return PlaceEntry(
        name=city_name(node) or country_name(node.country, language),
        url=plan.href(urls.place_url(node.slugs)),
        count=count(len(plan.site.jobs_in(node)), language),
        region=node.region,
        has_office=bool(node.page),
        children=place_entries(node.slugs, plan, language),
    )


def article_card(article: Article, plan: Plan, language: str) -> ArticleCard:
    """An article in a list."""
    return ArticleCard(
        title=article.title,
        url=plan.href(urls.article_url(slugify(article.identity.stem))),
        language=article.identity.language,
        author=article.author,
        date=date_text(article.date, language),
        summary=article.summary or article.body.text,
        minutes=reading_minutes(article, language),
        picture=picture(article.image, article.image_alt, plan),
    )


def article_cards(articles: Iterable[Article], plan: Plan, language: str) -> tuple[ArticleCard, ...]:
    """Articles in a list, in the order given."""
    return tuple(article_card(article, plan, language) for article in articles)


def reading_minutes(article: Article, language: str) -> Count:
    """How long an article takes to read."""
    return count(article.body.minutes, language)
