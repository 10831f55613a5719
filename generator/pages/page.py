"""One page of a site: a file of the output, and what it is about."""

from msgspec import Struct

from generator.library.nodes import Category, Place
from generator.library.site import Job
from generator.model import documents
from generator.pages import urls
from generator.pages.kinds import Kind
from generator.pages.redirects import Redirect

# So many rows a page of a list shows.
ROWS = 100

Subject = Job | Category | Place | documents.Article | documents.Page | Redirect | None


class Page(Struct, frozen=True):
    """One file of the output, and what it is about.

    A list that goes on over several pages has one `Page` for each `number`, counted from 1; `root` is
    the URL of the first of them.
    """

    root: str
    language: str
    kind: Kind
    subject: Subject = None
    number: int = 1

    @property
    def url(self) -> str:
        """Its path from the site's root."""
        return urls.numbered(self.root, self.number)


def document_of(page: Page) -> documents.Document | None:
    """The file whose words the page holds."""
    match page.subject:
        case Job():
            return None if page.subject.is_remembered else page.subject.posting
        case Category() | Place():
            return page.subject.page
        case documents.Article() | documents.Page():
            return page.subject
    return None


def is_indexed(page: Page) -> bool:
    """Whether search engines should keep the page."""
    if isinstance(page.subject, Job):
        return page.subject.is_open  # Google: an expired job leaves the index
    if isinstance(page.subject, documents.Article | documents.Page):
        return page.subject.status != "draft"
    return page.kind not in (Kind.SAVED, Kind.NOT_FOUND)


def page_count(rows: int) -> int:
    """How many pages a list of so many rows takes: one at the least."""
    return max(1, -(-rows // ROWS))


def rows_of(page: Page) -> slice:
    """Which rows of its list a page shows."""
    return slice((page.number - 1) * ROWS, page.number * ROWS)
