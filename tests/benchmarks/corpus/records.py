"""The records that every generator's site is written from."""

from dataclasses import dataclass
from datetime import date

AS_OF = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Category:
    """A category; `slug` is its whole path, such as `engineering/backend`."""

    slug: str
    name: str
    summary: str
    children: tuple["Category", ...] = ()


@dataclass(frozen=True, slots=True)
class City:
    """A city; `slug` is its whole path, such as `norway/bergen`."""

    slug: str
    name: str
    country: str
    currency: str
    words: str = ""

    @property
    def country_slug(self) -> str:
        """The path of its country."""
        return self.slug.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Salary:
    """Pay as numbers, and `text` as a recruiter would write it."""

    low: int
    high: int
    currency: str
    per: str
    text: str


@dataclass(frozen=True, slots=True)
class Posting:
    """One job; `category` and `cities` are slugs."""

    stem: str
    title: str
    category: str
    cities: tuple[str, ...]
    remote: str
    employment: str
    salary: Salary | None
    posted: date
    closes: date | None
    is_open: bool
    level: str
    team: str
    skills: tuple[str, ...]
    experience: int
    requisition: str
    apply: str
    contact: str
    summary: str
    body: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the site: an article (with a day, an author and a category), a page or a snippet."""

    stem: str
    title: str
    summary: str
    body: str
    day: date | None = None
    author: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that a site is made from."""

    postings: tuple[Posting, ...]
    categories: tuple[Category, ...]
    cities: tuple[City, ...]
    articles: tuple[Words, ...]
    pages: tuple[Words, ...]
    snippets: tuple[Words, ...]

    def category_names(self) -> dict[str, tuple[str, ...]]:
        """The names from the top down to each category, by its slug."""
        tops = {top.slug: (top.name,) for top in self.categories}
        return tops | {leaf.slug: (top.name, leaf.name) for top in self.categories for leaf in top.children}

    def cities_by_slug(self) -> dict[str, City]:
        """Each city by its slug."""
        return {city.slug: city for city in self.cities}
