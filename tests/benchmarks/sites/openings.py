"""The corpus as a site of ours."""

from collections.abc import Iterator

from tests.benchmarks.corpus.bodies import HIRING_LINK
from tests.benchmarks.corpus.records import Category, City, Corpus, Posting, Words
from tests.benchmarks.corpus.vocabulary import COMPANY, DESCRIPTION, HOST, TAGLINE

_SITE = f"""\
name: {COMPANY}
title: Careers at {COMPANY}
url: https://careers.{HOST}
tagline: {TAGLINE}
description: {DESCRIPTION}
time_zone: Europe/Oslo
language: en-GB
theme: {{name: bench}}
include: [fair-hearing]
navigation: [categories, locations, articles, how-we-hire, jobs]
policies:  # what random postings are
  off: [pay-range-missing, pay-before-interview, stale-posting, long-name-as-id]
footer:
  groups:
    - title: Work here
      links:
        - {{title: All open jobs, to: /jobs/}}
        - {{title: How we hire, to: /how-we-hire/}}
    - title: About us
      links:
        - {{title: Stories, to: /articles/}}
        - {{title: The instruments, to: "https://www.{HOST}"}}
  copyright: © 2026 {COMPANY}
"""


def files(corpus: Corpus) -> dict[str, str]:
    """The site's content by path."""
    return dict(_files(corpus))


def _files(corpus: Corpus) -> Iterator[tuple[str, str]]:
    names = corpus.category_names()
    cities = corpus.cities_by_slug()
    yield "content/site.yaml", _SITE
    for posting in corpus.postings:
        yield f"content/postings/{posting.stem}.md", _posting(posting, names, cities)
    for top in corpus.categories:
        yield f"content/categories/{top.slug}.md", _category(top)
        for leaf in top.children:
            yield f"content/categories/{leaf.slug}.md", _category(leaf)
    for city in corpus.cities:
        if city.words:
            yield f"content/locations/{city.slug.rpartition('/')[2]}.md", _office(city)
    for article in corpus.articles:
        yield f"content/articles/{article.stem}.md", _words(article, names)
    for page in corpus.pages:
        yield f"content/pages/{page.stem}.md", _words(page, names)
    for snippet in corpus.snippets:
        yield f"content/snippets/{snippet.stem}.md", _words(snippet, names)


def _posting(posting: Posting, names: dict[str, tuple[str, ...]], cities: dict[str, City]) -> str:
    places = [f"{cities[slug].name}, {cities[slug].country}" for slug in posting.cities]
    lines = [
        f"title: {posting.title}",
        f"category: {' / '.join(names[posting.category])}",
        f"location: {places[0]}" if len(places) == 1 else f"location: {_list(places)}",
        *([f"remote: {posting.remote}"] if posting.remote != "no" else []),
        *([f"remote_from: [{cities[posting.cities[0]].country}]"] if posting.remote == "yes" else []),
        f"employment: {posting.employment}",
        *([f"salary: {posting.salary.text}"] if posting.salary else []),
        f"posted: {posting.posted}",
        *([f"closes: {posting.closes}"] if posting.closes else []),
        f"apply: {posting.apply}",
        f"requisition: {posting.requisition}",
        f"summary: {_quoted(posting.summary)}",
        f"team: {posting.team}",
        f"level: {posting.level}",
        f"skills: [{', '.join(posting.skills)}]",
        f"experience: {posting.experience}",
        f"contact: {posting.contact}",
    ]
    body = posting.body.replace(HIRING_LINK, "(../pages/how-we-hire.md)")
    return "\n".join(("---", *lines, "---", body))


def _category(category: Category) -> str:
    return f"---\ntitle: {category.name}\nsummary: {_quoted(category.summary)}\n---\n"


def _office(city: City) -> str:
    return f"---\ntitle: {city.name}\nplace: {city.name}, {city.country}\n---\n{city.words}\n"


def _words(words: Words, names: dict[str, tuple[str, ...]]) -> str:
    lines = [
        f"title: {words.title}",
        *([f"summary: {_quoted(words.summary)}"] if words.summary else []),
        *([f"date: {words.day}"] if words.day else []),
        *([f"author: {words.author}"] if words.author else []),
        *([f"categories: [{_quoted(' / '.join(names[words.category]))}]"] if words.category else []),
    ]
    return "\n".join(("---", *lines, "---", words.body))


def _list(values: list[str]) -> str:
    return f"[{', '.join(map(_quoted, values))}]"


def _quoted(text: str) -> str:
    return f'"{text}"'
