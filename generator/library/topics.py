"""Which articles speak of a posting, a category or a place."""

from generator.library.nodes import Category, Place, is_below
from generator.library.site import Job, Site, Topics
from generator.model.documents import Article

_NAMED, _LEAF, _ABOVE, _CITY, _COUNTRY = 16, 6, 3, 4, 1


def articles_for(job: Job, site: Site, most: int) -> tuple[Article, ...]:
    """The articles that fit a posting best, at the most so many; none that doesn't fit at all."""
    scored = [
        (score, article)
        for article in site.articles
        if (score := _fit(article, site.topics[article.identity], job))
    ]
    scored.sort(key=lambda row: -row[0])  # equals stay newest first
    return tuple(article for _, article in scored[:most])


def articles_about(node: Category | Place, site: Site) -> tuple[Article, ...]:
    """The articles that speak of a category or place, or of one inside it, newest first."""
    return tuple(article for article in site.articles if _speaks_of(site.topics[article.identity], node))


def _speaks_of(topics: Topics, node: Category | Place) -> bool:
    spoken = topics.categories if isinstance(node, Category) else topics.places
    return any(is_below(other.slugs, node.slugs) for other in spoken)


def _fit(article: Article, topics: Topics, job: Job) -> int:
    """How well an article fits a posting: 0 for not at all."""
    score = _NAMED if job.posting.identity.stem in article.jobs else 0
    for category in topics.categories:
        if any(own.slugs == category.slugs for own in job.categories):
            score += _LEAF
        elif any(is_below(own.slugs, category.slugs) for own in job.categories):
            score += _ABOVE
    for place in topics.places:
        if any(own.place.slugs == place.slugs for own in job.places):
            score += _CITY
        elif any(own.place.country == place.country for own in job.places):
            score += _COUNTRY
    return score
