"""Which articles speak of a posting, a category or a place."""

from generator.library.nodes import Category, Place, is_below
from generator.library.site import Job, Site
from generator.model.documents import Article

_NAMED, _LEAF, _ABOVE, _CITY, _COUNTRY = 16, 6, 3, 4, 1


def articles_for(job: Job, site: Site, most: int) -> tuple[Article, ...]:
    """The articles that fit a posting best, at the most so many; none that doesn't fit at all."""
    scored = [(score, article) for article in site.articles if (score := _fit(article, job, site))]
    scored.sort(key=lambda row: -row[0])  # equals stay newest first
    return tuple(article for _, article in scored[:most])


def articles_about(node: Category | Place, site: Site) -> tuple[Article, ...]:
    """The articles that speak of a category or place, or of one inside it, newest first."""
    return tuple(
        article
        for article in site.articles
        if any(is_below(other.slugs, node.slugs) for other in nodes_of(article, site, type(node)))
    )


def nodes_of(
    article: Article, site: Site, kind: type[Category] | type[Place]
) -> tuple[Category | Place, ...]:
    """The categories or the places an article speaks of."""
    if kind is Category:
        return tuple(c for text in article.categories if (c := site.category_tree.find(text)))
    return tuple(p for text in article.locations if (p := site.place_tree.find(text)))


def _fit(article: Article, job: Job, site: Site) -> int:
    """How well an article fits a posting: 0 for not at all."""
    score = _NAMED if job.posting.identity.stem in article.jobs else 0
    for spoken in nodes_of(article, site, Category):
        if any(category.slugs == spoken.slugs for category in job.categories):
            score += _LEAF
        elif any(is_below(category.slugs, spoken.slugs) for category in job.categories):
            score += _ABOVE
    for spoken in nodes_of(article, site, Place):
        if any(entry.place.slugs == spoken.slugs for entry in job.places):
            score += _CITY
        elif any(entry.place.slugs[0] == spoken.slugs[0] for entry in job.places):
            score += _COUNTRY
    return score
