"""The `structured` filter: what a page says of itself to search engines, as JSON-LD for its head."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from markupsafe import Markup
from msgspec.json import encode
from msgspec.structs import replace

from generator.pages.bodies import for_elsewhere
from generator.pages.schema_org import CONTEXT, BreadcrumbList, Graph, JobPosting, ListItem, Thing
from generator.pages.views import (
    ArticleView,
    CategoryView,
    HtmlView,
    JobView,
    LinkView,
    PlaceView,
)
from generator.render.bodies import Bodies, posting_html
from generator.render.theme import Catalogue
from generator.render.words import translator


def structurer(bodies: Bodies, catalogue: Catalogue) -> Callable[[HtmlView], Markup]:
    """The filter, over the words of files and the theme's catalogue."""
    translate = translator(catalogue)

    def name(link: LinkView) -> str:
        """A step's own text, else the catalogue's word: `crumb.jobs` where it has one, else `nav.jobs`."""
        crumb = f"crumb.{link.word.removeprefix('nav.')}"
        return link.text or translate(crumb if crumb in catalogue else link.word)

    def structured(page: HtmlView) -> Markup:
        """The script element; nothing where a page has nothing to say."""
        things = (*_described(page, bodies), *_trail(page, name))
        if not things:
            return Markup()
        # In JSON it stands in text only; nothing ends a script, or hides its end, without it.
        text = encode(Graph(CONTEXT, things)).decode().replace("<", "\\u003c")
        return Markup(f'<script type="application/ld+json">{text}</script>')

    return structured


def _described(page: HtmlView, bodies: Bodies) -> Iterator[Thing]:
    """What the view says, a posting with its words."""
    for thing in page.head.structured:
        if isinstance(thing, JobPosting) and isinstance(page, JobView):
            words = for_elsewhere(page.body, page.snippets, page.head.canonical)
            yield replace(thing, description=posting_html(*words, bodies))
        else:
            yield thing


def _trail(page: HtmlView, name: Callable[[LinkView], str]) -> Iterator[BreadcrumbList]:
    """The way down to a page that has one, with itself at the end (Google: at least two steps)."""
    if not isinstance(page, JobView | ArticleView | CategoryView | PlaceView):
        return
    canonical = page.head.canonical
    address = urlsplit(canonical)
    steps = [(name(link), f"{address.scheme}://{address.netloc}{link.url}") for link in page.breadcrumbs]
    own = page.title if isinstance(page, JobView | ArticleView) else page.name
    numbered = enumerate((*steps, (own, canonical)), start=1)
    yield BreadcrumbList(tuple(ListItem(number, text, item) for number, (text, item) in numbered))
