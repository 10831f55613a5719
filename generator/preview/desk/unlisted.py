"""Pages that no list and no navigation shows, and why they are there."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from generator.library.site import Job
from generator.model import documents
from generator.pages.kinds import UNREAD, Kind
from generator.pages.page import Page, document_of
from generator.pages.plan import Plan
from generator.pages.redirects import Redirect
from generator.pages.views import Frame
from generator.preview.desk.postings import REMEMBERED, state_of

MOST = 200

_OF_POSTINGS: Mapping[str, str] = MappingProxyType(
    {
        "draft": "Drafts: shown only because drafts are switched on",
        "upcoming": "Upcoming: shown only because drafts are switched on",
        "on hold": "On hold: in no list until they are open again",
        "closed": "Closed: in no list, but their addresses stay",
        REMEMBERED: "Remembered: no file says them any more, content/urls.lock does",
    }
)
_DRAFT = "Draft articles and pages: shown only because drafts are switched on"
_LOOSE = "Pages that neither navigation nor footer leads to"
_REDIRECT = "Redirects: they lead elsewhere"
_SPECIAL: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.SAVED: "Saved jobs: filled by the visitor's own browser, kept out of search engines",
        Kind.NOT_FOUND: "What visitors get for an address that isn't there",
    }
)
_MACHINES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.CARD: "Pictures for services that show shared links",
        Kind.FEED: "Feeds for readers and their programs",
        Kind.JOBS_FEED: "All open postings for other programs",
        Kind.INDEED: "The feed for Indeed",
        Kind.LINKEDIN: "The feed for LinkedIn",
        Kind.SEARCH_INDEX: "What the search looks through",
        Kind.SITEMAP: "Sitemaps for search engines",
        Kind.ROBOTS: "What search engines may visit",
    }
)
_HOSTS = "Files that tell a host what to redirect, and which headers to send"
_ORDER = (
    *(*_OF_POSTINGS.values(), _DRAFT, _LOOSE, _REDIRECT),
    *(*_SPECIAL.values(), *_MACHINES.values(), _HOSTS),
)


class Entry(Struct, frozen=True):
    """A page: `to` is where it leads, `file` what it comes from; both may be empty."""

    url: str
    title: str = ""
    to: str = ""
    file: str = ""
    line: int = 1
    has_view: bool = False


class Group(Struct, frozen=True):
    """Pages that are unlisted for one reason: the first of them, and how many there are."""

    why: str
    entries: tuple[Entry, ...]
    total: int


def unlisted(plan: Plan, frame: Frame) -> tuple[Group, ...]:
    """All unlisted pages by reason."""
    linked = frozenset(_linked(frame))
    found: dict[str, list[Page]] = {}
    for page in plan.pages:
        if why := _why(page, plan, linked):
            found.setdefault(why, []).append(page)
    return tuple(
        Group(why, tuple(_entry(page, plan) for page in found[why][:MOST]), len(found[why]))
        for why in sorted(found, key=_ORDER.index)
    )


def _linked(frame: Frame) -> Iterator[str]:
    groups = (group.links for group in frame.footer_groups)
    for links in (frame.navigation, frame.legal, frame.social, *groups):
        yield from (link.url.partition("#")[0].partition("?")[0] for link in links)


def _why(page: Page, plan: Plan, linked: frozenset[str]) -> str:
    """Why a page is unlisted; nothing where it isn't."""
    match page.subject:
        case Job() if page.kind is Kind.JOB:
            return _OF_POSTINGS.get(state_of(page.subject), "")
        case documents.Article() | documents.Page() if page.subject.status == "draft" and _is_read(page):
            return _DRAFT
        case documents.Page() if _is_read(page):
            return "" if page.number > 1 or plan.href(page.url) in linked else _LOOSE
        case Redirect():
            return _REDIRECT
    if _is_read(page):
        return _SPECIAL.get(page.kind, "")
    return _MACHINES.get(page.kind, _HOSTS)


def _is_read(page: Page) -> bool:
    return page.kind not in UNREAD


def _entry(page: Page, plan: Plan) -> Entry:
    url = plan.href(page.url)
    if isinstance(page.subject, Redirect):
        to, at = page.subject, page.subject.at
        target = plan.href(to.target, to.rest) if to.target.startswith("/") else f"{to.target}{to.rest}"
        return Entry(url, to=target, file=at.path, line=at.line)
    if isinstance(page.subject, Job) and page.subject.is_remembered:
        at = page.subject.posting.spans.at("title")
        return Entry(url, page.subject.posting.title, file=at.path, line=at.line, has_view=_is_read(page))
    document = document_of(page) if _is_read(page) else None
    file = document.spans.path if document else ""
    return Entry(url, document.title if document else "", file=file, has_view=_is_read(page))
