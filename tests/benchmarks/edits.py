"""What an editor does between two builds, and how the output shows that the build took notice."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.model.slugs import slugify
from tests.benchmarks.corpus.records import Category, Corpus, Posting

_FACTS = re.compile(r'<h2 id="_facts"[^>]*>')


@dataclass(frozen=True, slots=True)
class Sign:
    """A text that a page of the output holds after an edit, and didn't before."""

    page: str
    text: str


# A corpus and the number of the round become another corpus and what to look for.
Edit = Callable[[Corpus, int], tuple[Corpus, Sign]]


def edit_body(corpus: Corpus, number: int) -> tuple[Corpus, Sign]:
    """Changes one sentence in the middle of one posting."""
    old = _open(corpus)[number * 7 + 3]
    text = f"The harbour bell rang {number} times"
    return _with(corpus, old, replace(old, body=_changed(old.body, text))), Sign(_page(old), text)


def retitle(corpus: Corpus, number: int) -> tuple[Corpus, Sign]:
    """Gives one posting another title; its address stays."""
    old = _open(corpus)[number * 7 + 5]
    title = f"{old.title.partition(',')[0]}, Lighthouses {number}"
    return _with(corpus, old, replace(old, title=title)), Sign(_page(old), f"<h1>{title}</h1>")


def rename_category(corpus: Corpus, number: int) -> tuple[Corpus, Sign]:
    """Renames the first leaf of the first category, in its own page and in all its postings."""
    top, *tops = corpus.categories
    old, *leaves = top.children
    name = f"Deep Water {number}"
    new = Category(f"{top.slug}/{slugify(name)}", name, old.summary)
    moved = tuple(
        replace(posting, category=new.slug) if posting.category == old.slug else posting
        for posting in corpus.postings
    )
    categories = (replace(top, children=(new, *leaves)), *tops)
    sign = Sign(f"categories/{new.slug}/index.html", f"<h1>{name}</h1>")
    return replace(corpus, postings=moved, categories=categories), sign


def edit_template(template: str, number: int) -> str:
    """The template of the job page with another class on the heading above the facts."""
    return _FACTS.sub(f'<h2 id="_facts" class="{template_mark(number)}">', template)


def template_mark(number: int) -> str:
    """What the pages of jobs hold after `edit_template`."""
    return f"round-{number}"


def first_job(corpus: Corpus) -> str:
    """The page of the first open job."""
    return _page(_open(corpus)[0])


def _open(corpus: Corpus) -> list[Posting]:
    return [posting for posting in corpus.postings if posting.is_open]


def _with(corpus: Corpus, old: Posting, new: Posting) -> Corpus:
    return replace(corpus, postings=tuple(new if one is old else one for one in corpus.postings))


def _page(posting: Posting) -> str:
    return f"jobs/{posting.stem}/index.html"


def _changed(body: str, sentence: str) -> str:
    """The body with another first sentence in the last plain paragraph before its middle."""
    parts = body.split("\n\n")
    index = next(index for index in range(len(parts) // 2, -1, -1) if parts[index][0].isalpha())
    rest = parts[index].partition(". ")[2]
    return "\n\n".join((*parts[:index], f"{sentence}. {rest}", *parts[index + 1 :]))
