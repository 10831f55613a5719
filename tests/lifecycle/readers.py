"""What each output shows: which postings are open in it, read from its bytes alone.

An output that a build doesn't have is read as None. Whoever adds an output that lists postings adds it to
OUTPUTS, with those of its readers that fit.
"""

import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from html import unescape

Files = Mapping[str, bytes]
Read = Callable[[Files], frozenset[str] | None]

_ROW = re.compile(r'<a class="row-title" href="/jobs/([^"/]+)/"')
_SIMILAR = re.compile(r'<a class="similar-title" href="/jobs/([^"/]+)/"')
_NAMED = re.compile(r"https://careers\.example\.com/jobs/(?!page/)([a-z0-9-]+)/")
_PARTNER = re.compile(r"<partnerJobId><!\[CDATA\[([^\]]+)\]\]></partnerJobId>")
_MARKUP = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_COUNT = re.compile(r'id="_(?:jobs|found)"[^>]*>\s*(\d[\d,]*) open jobs?')
_BANNER = re.compile(r'<div class="banner banner-([a-z-]+)"')


@dataclass(frozen=True, slots=True)
class Output:
    """An output: how it is read, which postings it may show, and how many of the open ones it shows at least.

    `may_show` is told a posting's category and place.
    """

    read: Read
    may_show: Callable[[str, str], bool] = lambda category, place: True
    least: int = sys.maxsize  # all of them


def page_of(slug: str) -> str:
    """The file of a posting's page."""
    return f"jobs/{slug}/index.html"


def postings(files: Files) -> frozenset[str]:
    """The postings that have a page."""
    found = (name.split("/")[1] for name in files if fnmatch(name, "jobs/*/index.html"))
    return frozenset(slug for slug in found if slug != "page")


def state_of(files: Files, slug: str) -> str:
    """Where a posting's page says it stands; `none` without a page, `broken` where its parts disagree."""
    if page_of(slug) not in files:
        return "none"
    return _state(files[page_of(slug)])


@cache
def _state(data: bytes) -> str:
    text = _main(data.decode())
    banner, head = (
        _BANNER.search(re.sub(r"<template>.*?</template>", "", text, flags=re.DOTALL)),
        data.decode(),
    )
    is_indexed = '<meta name="robots" content="noindex">' not in head
    is_soon, applies = '<p class="soon">' in text, text.count("data-apply ")
    match (banner and banner[1], is_indexed, applies > 0, is_soon):
        case (None, True, True, soon):
            return "soon" if soon else "open"
        case (("closed" | "on-hold") as state, False, False, False):
            return str(state)
    return "broken"


def _main(text: str) -> str:
    """The page's own part, without what stands round every page."""
    return text[text.index("<main") : text.index("</main>")]


def _rows(folder: str) -> Read:
    """The rows of the list at an address, on all its pages."""
    return _found((f"{folder}index.html", f"{folder}page/*/index.html"), _ROW)


def _named(*patterns: str) -> Read:
    """The postings whose whole addresses stand in data for machines."""
    return _found(patterns, _NAMED)


def _found(patterns: tuple[str, ...], what: re.Pattern[str]) -> Read:
    def read(files: Files) -> frozenset[str] | None:
        names = [name for name in files if any(fnmatch(name, pattern) for pattern in patterns)]
        if not names:
            return None
        return frozenset(slug for name in names for slug in _matches(what, files[name]))

    return read


@cache
def _matches(what: re.Pattern[str], data: bytes) -> frozenset[str]:
    return frozenset(what.findall(unescape(data.decode())))


def _pages(files: Files) -> frozenset[str]:
    """The postings whose pages are those of open ones."""
    return frozenset(slug for slug in postings(files) if state_of(files, slug) in ("open", "soon"))


def _marked_up(files: Files) -> frozenset[str] | None:
    """The postings whose pages say to machines that they are jobs; None where no page speaks to machines."""
    found = {slug: _markup(files[page_of(slug)]) for slug in postings(files)}
    if not any(found.values()):
        return None
    return frozenset(slug for slug, kinds in found.items() if "JobPosting" in kinds)


@cache
def _markup(data: bytes) -> frozenset[str]:
    """The types of a page's structured data."""
    values = (json.loads(text) for text in _MARKUP.findall(data.decode()))
    items = [item for value in values for item in (value if isinstance(value, list) else [value])]
    items += [inner for item in items for inner in item.get("@graph", ())]
    return frozenset(item.get("@type", "") for item in items)


def _indexed(files: Files) -> frozenset[str] | None:
    """The jobs of the search index, whose slugs may be told by their titles."""
    jobs = json.loads(files["jobs/index.json"])["jobs"]
    return frozenset(
        re.sub(r"[^a-z0-9]+", "-", title.lower()) + slug[1:] if slug.startswith("~") else slug
        for slug, title in zip(jobs["slug"], jobs["title"], strict=True)
    )


def _crafts(category: str, place: str) -> bool:
    return category.startswith("Crafts")


_NEWEST = 50  # entries of a feed, by docs/feeds.md

OUTPUTS: Mapping[str, Output] = {
    "pages": Output(_pages),
    "home": Output(_rows(""), least=1),  # the newest few
    "all jobs": Output(_rows("jobs/")),
    "crafts": Output(_rows("categories/crafts/"), _crafts),
    "food": Output(_rows("categories/crafts/food/"), lambda c, p: c == "Crafts / Food"),
    "wood": Output(_rows("categories/crafts/wood/"), lambda c, p: c == "Crafts / Wood"),
    "grounds": Output(_rows("categories/grounds/"), lambda c, p: c == "Grounds"),
    "norway": Output(_rows("locations/norway/"), lambda c, p: p == "Oslo, Norway"),
    "oslo": Output(_rows("locations/norway/oslo/"), lambda c, p: p == "Oslo, Norway"),
    "rome": Output(_rows("locations/italy/rome/"), lambda c, p: p == "Rome, Italy"),
    "story": Output(_rows("articles/a-day/")),
    "words": Output(_rows("crafts/"), _crafts),
    "similar": Output(_found(("jobs/*/index.html",), _SIMILAR), least=1),  # the best few
    "index": Output(_indexed),
    "sitemap": Output(_named("sitemap.xml", "sitemap-*.xml", "sitemaps/*.xml")),
    "markup": Output(_marked_up),
    "feed": Output(_named("feed.xml"), least=_NEWEST),
    "feed of crafts": Output(_named("categories/crafts/feed.xml"), _crafts, least=_NEWEST),
    "feed of oslo": Output(
        _named("locations/norway/oslo/feed.xml"), lambda c, p: p == "Oslo, Norway", least=_NEWEST
    ),
    "jobs.json": Output(_named("jobs.json")),
    "indeed": Output(_named("feeds/indeed.xml")),
    "linkedin": Output(_found(("feeds/linkedin.xml",), _PARTNER)),
}

# The pages that say how many open postings they list, by the output that holds the rows.
COUNTS = {
    "all jobs": "jobs/index.html",
    "crafts": "categories/crafts/index.html",
    "food": "categories/crafts/food/index.html",
    "wood": "categories/crafts/wood/index.html",
    "grounds": "categories/grounds/index.html",
    "norway": "locations/norway/index.html",
    "oslo": "locations/norway/oslo/index.html",
    "rome": "locations/italy/rome/index.html",
    "words": "crafts/index.html",
}

# The entries of lists of categories and places: the link, and the output that holds the rows behind it.
TALLIES = {
    "/categories/crafts/": "crafts",
    "/categories/crafts/food/": "food",
    "/categories/crafts/wood/": "wood",
    "/categories/grounds/": "grounds",
    "/locations/norway/": "norway",
    "/locations/norway/oslo/": "oslo",
    "/locations/italy/rome/": "rome",
}


def count_of(data: bytes) -> int:
    """How many open postings a list says it has; 0 where it gives no number."""
    found = _COUNT.search(data.decode())
    return int(found[1].replace(",", "")) if found else 0


def tallies_of(data: bytes) -> dict[str, int]:
    """The numbers beside links to categories and places."""
    pattern = re.compile(r'<a href="([^"]+)">[^<]*</a> <span class="tally"><span aria-hidden="true">(\d+)<')
    return {url: int(number) for url, number in pattern.findall(_main(data.decode()))}
