"""The corpus as a Pelican site: postings are its articles, listed under their tags, which are the nodes."""

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
    yield "nodes.json", json.dumps(nodes(corpus), ensure_ascii=False, indent=1)
    for posting in corpus.postings:
        yield f"content/jobs/{posting.stem}.md", _posting(posting, cities)
    for article in corpus.articles:
        yield f"content/pages/{article.stem}.md", _words(article, f"articles/{article.stem}", "story")
    for page in corpus.pages:
        yield f"content/pages/{page.stem}.md", _words(page, page.stem, "page")
    for snippet in corpus.snippets:
        yield f"snippets/{snippet.stem}.md", f"## {snippet.title}\n\n{snippet.body}"


def _posting(posting: Posting, cities: dict[str, City]) -> str:
    top = posting.category.partition("/")[0]
    countries = dict.fromkeys(cities[slug].country_slug for slug in posting.cities)
    tags = (
        f"categories/{top}",
        f"categories/{posting.category}",
        *(f"locations/{slug}" for slug in (*countries, *posting.cities)),
    )
    name, _, email = posting.contact.rstrip(">").partition(" <")
    pay = posting.salary
    lines = [
        f"title: {posting.title}",
        f"date: {posting.posted}",
        f"tags: {', '.join(tags)}",
        f"status: {'published' if posting.is_open else 'hidden'}",
        f"leaf: categories/{posting.category}",
        f"cities: {' '.join(posting.cities)}",
        f"remote: {posting.remote}",
        *([f"remote_from: {cities[posting.cities[0]].country}"] if posting.remote == "yes" else []),
        f"employment: {posting.employment}",
        *([f"salary: {pay.currency} {pay.low} {pay.high} {pay.per}"] if pay else []),
        *([f"closes: {posting.closes}"] if posting.closes else []),
        f"apply: {posting.apply}",
        f"requisition: {posting.requisition}",
        f"summary: {posting.summary}",
        f"team: {posting.team}",
        f"level: {posting.level}",
        f"skills: {', '.join(posting.skills)}",
        f"experience: {posting.experience}",
        f"contact: {name}",
        f"email: {email}",
    ]
    return "\n".join((*lines, "", posting.body.replace(HIRING_LINK, "(/how-we-hire/)")))


def _words(words: Words, path: str, template: str) -> str:
    lines = [
        f"title: {words.title}",
        f"summary: {words.summary}",
        f"template: {template}",
        f"url: {path}/",
        f"save_as: {path}/index.html",
        *(
            [f"date: {words.day}", f"by: {words.author}", f"leaf: categories/{words.category}"]
            if words.day
            else []
        ),
    ]
    return "\n".join((*lines, "", words.body))
