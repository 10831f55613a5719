"""The corpus as an Eleventy site: front matter in YAML, categories and places as data."""

import json
from collections.abc import Iterator

from tests.benchmarks.corpus.bodies import HIRING_LINK
from tests.benchmarks.corpus.records import City, Corpus, Posting, Words
from tests.benchmarks.sites.nodes import nodes


def files(corpus: Corpus) -> dict[str, str]:
    """The site's content by path."""
    return dict(_files(corpus))


def _files(corpus: Corpus) -> Iterator[tuple[str, str]]:
    cities = corpus.cities_by_slug()
    yield "content/_data/nodesByPath.json", json.dumps(nodes(corpus), ensure_ascii=False, indent=1)
    for posting in corpus.postings:
        yield f"content/jobs/{posting.stem}.md", _posting(posting, cities)
    for article in corpus.articles:
        yield f"content/articles/{article.stem}.md", _words(article, "story")
    for page in corpus.pages:
        yield f"content/{page.stem}.md", _words(page, "page")
    snippets = [{"title": snippet.title, "body": snippet.body} for snippet in corpus.snippets]
    yield "content/_data/snippets.json", json.dumps(snippets, ensure_ascii=False, indent=1)


def _posting(posting: Posting, cities: dict[str, City]) -> str:
    top = posting.category.partition("/")[0]
    countries = dict.fromkeys(cities[slug].country_slug for slug in posting.cities)
    name, _, email = posting.contact.rstrip(">").partition(" <")
    matter: dict[str, object] = {
        "title": posting.title,
        "date": str(posting.posted),
        "closed": not posting.is_open,
        "leaf": f"categories/{posting.category}",
        "nodes": [
            f"categories/{top}",
            f"categories/{posting.category}",
            *(f"locations/{slug}" for slug in (*countries, *posting.cities)),
        ],
        "cities": [f"locations/{slug}" for slug in posting.cities],
        "remote": posting.remote,
        "employment": posting.employment,
        "apply": posting.apply,
        "requisition": posting.requisition,
        "summary": posting.summary,
        "team": posting.team,
        "level": posting.level,
        "skills": posting.skills,
        "experience": posting.experience,
        "contact": {"name": name, "email": email},
    }
    if posting.closes:
        matter["closes"] = str(posting.closes)
    if posting.remote == "yes":
        matter["remoteFrom"] = cities[posting.cities[0]].country
    if posting.salary:
        pay = posting.salary
        matter["salary"] = {"low": pay.low, "high": pay.high, "currency": pay.currency, "per": pay.per}
    return _page(matter, posting.body.replace(HIRING_LINK, "(/how-we-hire/)"))


def _words(words: Words, layout: str) -> str:
    matter: dict[str, object] = {
        "title": words.title,
        "summary": words.summary,
        "layout": f"{layout}.11ty.js",
    }
    if words.day:
        matter |= {"date": str(words.day), "author": words.author, "leaf": f"categories/{words.category}"}
    return _page(matter, words.body)


def _page(matter: dict[str, object], body: str) -> str:
    """Front matter whose values are written as JSON, which is YAML too."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in matter.items())
    return "\n".join(("---", *lines, "---", body))
