"""Links that lead out of the site: which there are, and where each stands."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import unquote

from msgspec import Struct

from generator.checks.links import written_links
from generator.diagnostics.diagnostic import Span
from generator.library.site import State
from generator.model.documents import Document, Identity, Posting, Spans
from generator.pages.plan import Plan

_WEB = ("http://", "https://")
# Attributes as `content` writes them; a posting's words can't hold such quotes.
_ATTRIBUTE = re.compile(r'\s(?:href|src)="(https?:[^"]*)"', re.IGNORECASE)
# What an address goes on with, so that it isn't found at the beginning of a longer one.
_GOES_ON = r"(?![\w/?#&=%~+-])"


class OutsideLink(Struct, frozen=True):
    """An address as it is asked, without a fragment, and the file that it stands in.

    Without a place `at`, it stands somewhere in the file's words, as `written`.
    """

    url: str
    written: str
    path: str
    at: Span | None = None

    @property
    def fragment(self) -> str:
        """What stands behind the address, with its `#`; empty where nothing does."""
        return self.written[len(self.url) :]


def outside_links(
    documents: Iterable[Document], plan: Plan, html_of: Callable[[str], Sequence[str]]
) -> Iterator[OutsideLink]:
    """All links out of the site that visitors can meet; `html_of` gives the words of the file at a path."""
    config = plan.site.config
    closed = {job.posting.identity for job in plan.site.jobs if job.standing.state is State.CLOSED}
    yield from _links(_of_config(plan), config.spans, config.url)
    for document in documents:
        path = document.spans.path
        if path in plan.hidden or document.identity.language != config.language:
            continue
        if isinstance(document, Posting):
            yield from _links(_fields(document, closed), document.spans, config.url)
        in_words = (unescaped(url) for piece in html_of(path) for url in _ATTRIBUTE.findall(piece))
        yield from _links((("", url) for url in in_words), document.spans, config.url)


def unescaped(url: str) -> str:
    """The address that an attribute holds."""
    return url.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def is_skipped(url: str, patterns: Iterable[str]) -> bool:
    """Whether a pattern of site.yaml names the link: by its host or one above, and its path's beginning."""
    host, _, path = url.partition("://")[2].partition("/")
    return any(_fits(host.rpartition("@")[2].lower(), path, pattern) for pattern in patterns)


def place_of(link: OutsideLink, text: str) -> Span:
    """Where the link stands, its file's text at hand: the first line, where it isn't found as it reads."""
    if link.at:
        return link.at
    for form in (link.written, link.written.replace("&", "&amp;"), unquote(link.written)):
        if found := re.search(re.escape(form) + _GOES_ON, text):
            start = text.rfind("\n", 0, found.start()) + 1
            line = text.count("\n", 0, start) + 1
            return Span(link.path, line, found.start() - start + 1, found.end() - start + 1)
    return Span(link.path)


def _links(found: Iterable[tuple[str, str]], spans: Spans, own: str) -> Iterator[OutsideLink]:
    """Those of the fields and addresses that lead to another site: what is new on ours isn't there yet."""
    for field, written in found:
        is_own = written == own or written.startswith((f"{own}/", f"{own}#", f"{own}?"))
        if written.lower().startswith(_WEB) and not is_own:
            at = spans.at(field) if field else None
            yield OutsideLink(written.partition("#")[0], written, spans.path, at)


def _of_config(plan: Plan) -> Iterator[tuple[str, str]]:
    config = plan.site.config
    yield from written_links(plan)
    yield "company.website", config.company.website
    for i, url in enumerate(config.company.same_as):
        yield f"company.same_as.{i}", url
    if config.adjustments:
        yield "adjustments.url", config.adjustments.url
    for i, redirection in enumerate(config.redirects):
        yield f"redirects.{i}.to", redirection.target


def _fields(posting: Posting, closed: set[Identity]) -> Iterator[tuple[str, str]]:
    """The addresses in a posting's fields; who asks for a closed one sees no way to apply."""
    if posting.identity not in closed:
        yield "apply", posting.apply
        for i, entry in enumerate(posting.location):
            yield f"location.{i}.apply", entry.apply
    if posting.contact:
        yield "contact.url", posting.contact.url


def _fits(host: str, path: str, pattern: str) -> bool:
    named, _, beginning = pattern.lower().rpartition("://")[2].partition("/")
    host = host if ":" in named else host.partition(":")[0]
    is_host = host == named or host.endswith(f".{named}")
    return is_host and path.lower().startswith(beginning)
