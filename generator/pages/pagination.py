"""Links between the pages of a long list."""

from itertools import pairwise

from generator.pages import urls
from generator.pages.formats import Formats
from generator.pages.page import Page, page_count
from generator.pages.plan import Plan
from generator.pages.views import PageLink, Pagination

# Up to so many pages are all linked; of more, the first, the last and these on either side of a page's own.
_ALL = 9
_BESIDE = 2


def pagination(rows: int, page: Page, plan: Plan, formats: Formats) -> Pagination:
    """Where the page stands in a list of so many rows, with links to its other pages."""
    own, last = page.number, page_count(rows)

    def href(number: int) -> str:
        return plan.href(urls.numbered(page.root, number))

    shown = shown_numbers(own, last)
    links = (
        PageLink(formats.count(number), href(number), number == own, number > former + 1)
        for former, number in pairwise((0, *shown))
    )
    return Pagination(
        number=formats.count(own),
        total=formats.count(last),
        previous_url=href(own - 1) if own > 1 else "",
        next_url=href(own + 1) if own < last else "",
        pages=tuple(links) if last > 1 else (),
    )


def shown_numbers(own: int, last: int) -> tuple[int, ...]:
    """The pages that one page of a list links to: never more than nine, and no gap of a single page."""
    if last <= _ALL:
        return tuple(range(1, last + 1))
    begin, end = own - _BESIDE, own + _BESIDE
    begin = 1 if begin <= 3 else begin
    end = last if end >= last - 2 else end
    return tuple(sorted({1, *range(begin, end + 1), last}))
