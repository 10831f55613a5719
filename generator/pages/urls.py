"""Addresses: paths from the site's root, and where the site lives under."""

from urllib.parse import urlsplit

from generator.library.nodes import Category, Place

HOME = "/"
JOBS = "/jobs/"
CATEGORIES = "/categories/"
LOCATIONS = "/locations/"
ARTICLES = "/articles/"
NOT_FOUND = "/404.html"
SITEMAP = "/sitemap.xml"
ROBOTS = "/robots.txt"


def job_url(slug: str) -> str:
    """A posting's address."""
    return f"{JOBS}{slug}/"


def article_url(slug: str) -> str:
    """An article's address."""
    return f"{ARTICLES}{slug}/"


def page_url(slug: str) -> str:
    """Any other page's address."""
    return f"/{slug}/"


def node_url(node: Category | Place) -> str:
    """A category's or place's address."""
    root = CATEGORIES if isinstance(node, Category) else LOCATIONS
    return f"{root}{'/'.join(node.slugs)}/"


def numbered(url: str, number: int) -> str:
    """The address of a list's page of that number, counted from 1."""
    return url if number == 1 else f"{url}page/{number}/"


def file_of(url: str) -> str:
    """The file in the output that a static host serves at `url`, relative to the output folder."""
    path = url.lstrip("/")
    return f"{path}index.html" if url.endswith("/") else path


def is_external(url: str, site_url: str) -> bool:
    """Whether a link leaves the site."""
    return bool(urlsplit(url).scheme) and not f"{url}/".startswith(f"{site_url}/")
