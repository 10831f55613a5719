"""Which files of the sample a new site begins with, and when its jobs and stories happen."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.model.files import ARTICLE, POSTING, SITE_FILE, STATIC_FOLDER


class Days(Struct, frozen=True):
    """When a job is posted, opens and closes, in days from the first day of the new site."""

    posted: int
    opens: int | None = None
    closes: int | None = None


# One job closes within the week, one opens in a month, one can be done from anywhere.
POSTINGS: Mapping[str, Days] = {
    "senior-backend-engineer-playback": Days(-12),
    "site-reliability-engineer": Days(-21),
    "mobile-engineer-accessibility": Days(-6),
    "senior-product-designer-listener-controls": Days(-9),
    "motion-designer": Days(-24, closes=5),
    "curator-afrobeats-and-alte": Days(-3),
    "front-of-house-coordinator": Days(-15),
    "it-support-apprentice": Days(-5, closes=120),
    "data-science-intern": Days(-2, opens=30),
}
ARTICLES: Mapping[str, int] = {"how-lagos-got-its-studio": -40, "the-record-shop-test": -75}
_OTHERS = (
    "categories/design-research.md",
    "categories/engineering-it.md",
    "categories/engineering-it/software-engineering.md",
    "categories/music-editorial.md",
    "categories/music-editorial/curation.md",
    "locations/lagos.md",
    "locations/london.md",
    "locations/new-york.md",
    "locations/stockholm.md",
    "pages/how-we-hire.md",
    "pages/privacy.md",
    "pages/students.md",
    "snippets/benefits.md",
    "snippets/early-careers.md",
    "snippets/equal-opportunity.md",
    "snippets/portfolio.md",
    "snippets/relocation.md",
    "static/logo.svg",
)
CHOSEN = (
    SITE_FILE,
    *(f"{POSTING.folder}/{stem}.md" for stem in POSTINGS),
    *(f"{ARTICLE.folder}/{stem}.md" for stem in ARTICLES),
    *(f"content/{path}" for path in _OTHERS),
)

_PICTURE = re.compile(r"^image: *(\S+) *$", re.MULTILINE)


def pictures(texts: Iterable[bytes]) -> tuple[str, ...]:
    """The pictures that files name in their front matter."""
    found = {name for text in texts for name in _PICTURE.findall(text.decode())}
    return tuple(f"{STATIC_FOLDER}/{name}" for name in sorted(found))
