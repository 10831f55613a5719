"""Categories and locations as one map, for the generators that have no tree of their own."""

from tests.benchmarks.corpus.records import Corpus

Node = dict[str, object]


def nodes(corpus: Corpus) -> dict[str, Node]:
    """Title, summary, words and parent of each node by its path, such as `locations/norway/bergen`."""
    found = {
        f"categories/{one.slug}": _node(
            one.name, one.summary, "", f"categories/{top.slug}" * (one is not top)
        )
        for top in corpus.categories
        for one in (top, *top.children)
    }
    countries = {city.country_slug: city.country for city in corpus.cities}
    found |= {f"locations/{slug}": _node(name, "", "", "") for slug, name in sorted(countries.items())}
    found |= {
        f"locations/{city.slug}": _node(city.name, "", city.words, f"locations/{city.country_slug}")
        for city in corpus.cities
    }
    return found


def _node(title: str, summary: str, words: str, parent: str) -> Node:
    return {"title": title, "summary": summary, "words": words, "parent": parent}
