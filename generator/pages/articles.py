"""Articles as cards, and which of them speak of a posting, a category or a place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from generator.library.nodes import Category, Place, Slugs, lineage
from generator.library.site import Job, Site, Topics
from generator.model.documents import Article
from generator.model.slugs import slugify
from generator.pages import urls
from generator.pages.formats import Formats
from generator.pages.once import once
from generator.pages.pictures import picture
from generator.pages.plan import Plan
from generator.pages.views import ArticleCard

# What an article and a posting have in common: a name, a category, a place.
_Mark = tuple[str, str | Slugs]

# What each common mark counts: a category also for all above it, a city also for its country.
_NAMED, _CATEGORY, _LEAF, _COUNTRY, _CITY = 16, 3, 3, 1, 3


class Articles:
    """The articles of one plan in one language, found by what they speak of; each card is made once."""

    def __init__(self, plan: Plan, formats: Formats) -> None:
        self._plan, self._formats = plan, formats
        self._all = plan.site.articles
        self._marked = _marked(plan.site)
        self._about = _about(plan.site)
        self._best = cache(self._fitting)
        self.card = once(self._card, lambda article: article.spans.path)

    def cards(self, articles: Iterable[Article]) -> tuple[ArticleCard, ...]:
        """Articles in a list, in the order given."""
        return tuple(map(self.card, articles))

    def fitting(self, job: Job, most: int) -> tuple[ArticleCard, ...]:
        """The articles that fit a posting best, at the most so many; none that doesn't fit at all."""
        stem = job.posting.identity.stem
        named = stem if ("named", stem) in self._marked else ""
        leaves = tuple(category.slugs for category in job.categories)
        places = tuple(entry.place.slugs for entry in job.places)
        return self._best(named, leaves, places, most)

    def about(self, node: Category | Place) -> tuple[ArticleCard, ...]:
        """The articles that speak of a category or place, or of one inside it, newest first."""
        kind = "category" if isinstance(node, Category) else "place"
        return self.cards(self._about.get((kind, node.slugs), ()))

    def _fitting(
        self, stem: str, leaves: tuple[Slugs, ...], places: tuple[Slugs, ...], most: int
    ) -> tuple[ArticleCard, ...]:
        """The best for any posting of this name, where an article names it, and these nodes."""
        scores: dict[int, int] = defaultdict(int)
        for mark in _marks(stem, leaves, places):
            for position, weight in self._marked.get(mark, ()):
                scores[position] += weight
        best = sorted(scores, key=lambda position: (-scores[position], position))[:most]
        return self.cards(self._all[position] for position in best)

    def _card(self, article: Article) -> ArticleCard:
        """An article in a list."""
        return ArticleCard(
            title=article.title,
            url=self._plan.href(urls.article_url(slugify(article.identity.stem))),
            language=article.identity.language,
            author=article.author,
            date=self._formats.day(article.date),
            summary=article.summary or article.body.text,
            minutes=self._formats.count(article.body.minutes),
            picture=picture(article.image, article.image_alt, self._plan),
        )


def _about(site: Site) -> dict[_Mark, list[Article]]:
    """The articles that speak of each category and place, or of one inside it, newest first."""
    speaking: dict[_Mark, list[Article]] = defaultdict(list)
    for article in site.articles:
        topics = site.topics[article.identity]
        nodes = [("category", above) for node in topics.categories for above in lineage(node.slugs)]
        nodes += [("place", above) for node in topics.places for above in lineage(node.slugs)]
        for node in dict.fromkeys(nodes):
            speaking[node].append(article)
    return speaking


def _marked(site: Site) -> dict[_Mark, list[tuple[int, int]]]:
    """The articles by their marks: each one's position, and what the mark counts."""
    marked: dict[_Mark, list[tuple[int, int]]] = defaultdict(list)
    for position, article in enumerate(site.articles):
        for mark, weight in _weights(article, site.topics[article.identity]):
            marked[mark].append((position, weight))
    return marked


def _weights(article: Article, topics: Topics) -> Iterator[tuple[_Mark, int]]:
    for stem in dict.fromkeys(article.jobs):
        yield ("named", stem), _NAMED
    for category in topics.categories:
        yield ("category", category.slugs), _CATEGORY
        yield ("leaf", category.slugs), _LEAF
    for place in topics.places:
        yield ("country", place.slugs[:1]), _COUNTRY
        yield ("place", place.slugs), _CITY


def _marks(stem: str, leaves: Iterable[Slugs], places: Iterable[Slugs]) -> Iterator[_Mark]:
    """The marks of a posting, each once."""
    yield ("named", stem)
    for slugs in leaves:
        yield ("leaf", slugs)
    for above in dict.fromkeys(above for slugs in leaves for above in lineage(slugs)):
        yield ("category", above)
    for slugs in places:
        yield ("place", slugs)
    for country in dict.fromkeys(slugs[:1] for slugs in places):
        yield ("country", country)
