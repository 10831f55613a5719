"""The corpus as a Hugo site: front matter in TOML, categories and locations as nested taxonomies."""

import json
from collections.abc import Iterator, Mapping

from tests.benchmarks.corpus.bodies import HIRING_LINK
from tests.benchmarks.corpus.records import Category, City, Corpus, Posting, Words


def files(corpus: Corpus) -> dict[str, str]:
    """The site's content by path."""
    return dict(_files(corpus))


def _files(corpus: Corpus) -> Iterator[tuple[str, str]]:
    cities = corpus.cities_by_slug()
    yield "content/jobs/_index.md", _page({"title": "Jobs", "summary": "Every open job."})
    for posting in corpus.postings:
        yield f"content/jobs/{posting.stem}.md", _posting(posting, cities)
    yield from _categories(corpus.categories)
    yield from _locations(corpus.cities)
    yield "content/articles/_index.md", _page({"title": "Stories", "summary": "What it’s like to work here."})
    for article in corpus.articles:
        yield f"content/articles/{article.stem}.md", _words(article)
    for page in corpus.pages:
        yield f"content/{page.stem}.md", _words(page)
    for snippet in corpus.snippets:
        yield f"content/snippets/{snippet.stem}.md", _words(snippet)
    yield (
        "content/snippets/_index.md",
        _page({"title": "Snippets", "build": {"render": "never", "list": "never"}, "cascade": [_UNSEEN]}),
    )


_UNSEEN = {"build": {"render": "never", "list": "never"}}


def _categories(categories: tuple[Category, ...]) -> Iterator[tuple[str, str]]:
    yield "content/categories/_index.md", _page({"title": "Job categories", "summary": "Find your field."})
    for category in (one for top in categories for one in (top, *top.children)):
        matter = {"title": category.name, "summary": category.summary}
        yield f"content/categories/{category.slug}/_index.md", _page(matter)


def _locations(cities: tuple[City, ...]) -> Iterator[tuple[str, str]]:
    yield "content/locations/_index.md", _page({"title": "Locations", "summary": "Every place, by country."})
    for slug, name in sorted({city.country_slug: city.country for city in cities}.items()):
        yield f"content/locations/{slug}/_index.md", _page({"title": name})
    for city in cities:
        matter = {"title": city.name, "country": city.country}
        yield f"content/locations/{city.slug}/_index.md", _page(matter, city.words)


def _posting(posting: Posting, cities: dict[str, City]) -> str:
    name, _, email = posting.contact.rstrip(">").partition(" <")
    matter: dict[str, object] = {
        "title": posting.title,
        "date": posting.posted,
        "leaf": posting.category,
        "cities": posting.cities,
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
    if posting.is_open:
        matter |= {"categories": [posting.category], "locations": posting.cities}
    else:
        matter["closed"] = True
    if posting.closes:
        matter["closes"] = posting.closes
    if posting.remote == "yes":
        matter["remote_from"] = cities[posting.cities[0]].country
    if posting.salary:
        pay = posting.salary
        matter["salary"] = {"low": pay.low, "high": pay.high, "currency": pay.currency, "per": pay.per}
    return _page(matter, posting.body.replace(HIRING_LINK, "(/how-we-hire/)"))


def _words(words: Words) -> str:
    matter: dict[str, object] = {"title": words.title, "summary": words.summary}
    if words.day:
        matter |= {"date": words.day, "author": words.author, "leaf": words.category}
    return _page(matter, words.body)


def _page(matter: Mapping[str, object], body: str = "") -> str:
    lines = (f"{name} = {_toml(value)}" for name, value in matter.items())
    return "\n".join(("+++", *lines, "+++", body))


def _toml(value: object) -> str:
    """A value as TOML; its texts are written as JSON's are."""
    if isinstance(value, (str, bool, int)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {_toml(inner)}' for name, inner in value.items())} }}"
    return str(value)
