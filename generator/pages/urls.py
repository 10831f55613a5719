"""Addresses: paths from the site's root."""

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from generator.library.nodes import Slugs
from generator.model import addresses
from generator.model.documents import Article, Document, Posting
from generator.model.slugs import slugify

HOME = "/"
JOBS = addresses.JOBS
CATEGORIES = "/categories/"
LOCATIONS = "/locations/"
ARTICLES = "/articles/"
SEARCH_INDEX = "/jobs/index.json"
SAVED = "/saved/"
NOT_FOUND = "/404.html"
SITEMAP = "/sitemap.xml"
FEED = "/feed.xml"
ARTICLES_FEED = "/articles/feed.xml"
INDEED = "/feeds/indeed.xml"
LINKEDIN = "/feeds/linkedin.xml"
ROBOTS = "/robots.txt"
FEED_OF_JOBS = "/jobs.json"
REDIRECTS = "/_redirects"
HEADERS = "/_headers"
VERCEL = "/vercel.json"
AZURE = "/staticwebapp.config.json"

# Where a theme's files lie, under names with their digests.
ASSETS = "/assets/"

# What site.yaml's `navigation` may name besides pages, and where each leads.
SECTIONS = {"categories": CATEGORIES, "locations": LOCATIONS, "articles": ARTICLES, "jobs": JOBS}

# Where a build keeps its files until all are there, in the output folder.
STAGING = ".openings-staging"

_PATH_SAFE = "/:@!$&'()*+,;=~-._"


job_url = addresses.job_url


def article_url(slug: str) -> str:
    """An article's address."""
    return f"{ARTICLES}{slug}/"


def page_url(slug: str) -> str:
    """Any other page's address."""
    return f"/{slug}/"


def own_url(document: Document) -> str:
    """The URL that a posting, article or page has when it is published."""
    slug = slugify(document.identity.stem)
    match document:
        case Posting():
            return job_url(slug)
        case Article():
            return article_url(slug)
    return page_url(slug)


def category_url(slugs: Slugs) -> str:
    """A category's address."""
    return f"{CATEGORIES}{'/'.join(slugs)}/"


def place_url(slugs: Slugs) -> str:
    """A country's or city's address."""
    return f"{LOCATIONS}{'/'.join(slugs)}/"


def card_url(url: str) -> str:
    """The address of the picture for sharing of the page at `url`."""
    return f"/cards{url.rstrip('/')}.png"


def feed_url(url: str) -> str:
    """The address of the feed of what the page at `url` lists."""
    return f"{url}feed.xml"


def sitemap_url(number: int) -> str:
    """The address of one of several sitemaps, counted from 1."""
    return f"/sitemaps/{number}.xml"


def numbered(url: str, number: int) -> str:
    """The address of a list's page of that number, counted from 1."""
    return url if number == 1 else f"{url}page/{number}/"


def file_of(url: str) -> str:
    """The file in the output that a static host serves at `url`, relative to the output folder."""
    path = url.lstrip("/")
    return f"{path}index.html" if url.endswith("/") else path


def escaped(path: str, rest: str = "") -> str:
    """A decoded path as an address writes it; `rest`, a query or fragment, is as somebody wrote it."""
    escaped_rest = quote(rest, safe=f"{_PATH_SAFE}%?#") if rest else ""
    return quote(path, safe=_PATH_SAFE) + escaped_rest


def above(url: str) -> Iterator[str]:
    """The addresses above a page's, the nearest first; the home page is the last."""
    steps = url.strip("/").split("/")[:-1]
    for depth in range(len(steps), 0, -1):
        yield f"/{'/'.join(steps[:depth])}/"
    yield HOME


def divided(address: str) -> tuple[str, str]:
    """An address as its path and what follows: a query, a fragment or both."""
    end = min((i for mark in "?#" if (i := address.find(mark)) >= 0), default=len(address))
    return address[:end], address[end:]


def is_external(url: str, site_url: str) -> bool:
    """Whether a link leaves the site."""
    return bool(urlsplit(url).scheme) and not f"{url}/".startswith(f"{site_url}/")
