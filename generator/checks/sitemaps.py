"""Rules for the sitemaps of a built site: each address may be kept, and no offered job is left out."""

from collections.abc import Collection, Iterator, Mapping
from html.parser import HTMLParser

from generator.checks.html_facts import HtmlFacts
from generator.checks.output_urls import file_at
from generator.diagnostics.codes import output as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.pages import urls

_WHOLE = urls.file_of(urls.SITEMAP)
_PARTS = urls.file_of(urls.sitemap_url(1)).partition("/")[0] + "/"


def sitemap_problems(
    files: Mapping[str, bytes], pages: Mapping[str, HtmlFacts], offered: Collection[str], site_url: str
) -> Iterator[Diagnostic]:
    """What is wrong with the sitemaps, if there are any; `offered` are the pages with a JobPosting."""
    sitemaps = [path for path in sorted(files) if _is_sitemap(path)]
    listed: set[str | None] = set()
    for path in sitemaps:
        reader = _Reader()
        reader.feed(files[path].decode("utf-8", "replace"))
        for kind, address in dict.fromkeys(reader.addresses):
            file = file_at(address, site_url)
            listed.add(file)
            if flaw := _flaw(file, files, pages if kind == "url" else {}):
                yield _problem(f"the sitemap lists `{address}`, {flaw}", path)
    for path in offered:
        if sitemaps and path not in listed:
            yield _problem("no sitemap lists the page, which has a JobPosting", path)


def _is_sitemap(path: str) -> bool:
    return path == _WHOLE or (path.startswith(_PARTS) and path.endswith(".xml"))


def _flaw(file: str | None, files: Collection[str], pages: Mapping[str, HtmlFacts]) -> str:
    """Why an address can't be listed: a page has to be read, another sitemap only to be there."""
    if file is None:
        return "which is of another site"
    if file not in files:
        return "which isn't there"
    if not pages:
        return "" if _is_sitemap(file) else "which is no sitemap"
    if file not in pages:
        return "which is no page"
    if pages[file].leads_to:
        return "which leads on to another page"
    return "" if pages[file].is_indexed else "which has `noindex`"


def _problem(what: str, path: str) -> Diagnostic:
    return Diagnostic(codes.WRONG_SITEMAP, what, "build the site again, and publish all of it", Span(path))


class _Reader(HTMLParser):
    """Gathers the addresses of a sitemap: of pages (`url`) or of other sitemaps (`sitemap`)."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[tuple[str, str]] = []
        self._kind = "url"
        self._text: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what is listed, and where its address begins."""
        if tag in ("url", "sitemap"):
            self._kind = tag
        self._text = "" if tag == "loc" else None

    def handle_data(self, data: str) -> None:
        """Takes the text of an address."""
        if self._text is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        """Ends an address."""
        if self._text is not None:
            self.addresses.append((self._kind, self._text.strip()))
        self._text = None
