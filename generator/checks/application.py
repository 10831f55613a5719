"""Does a page offer a way to apply, as Google asks of one with a JobPosting."""

from collections.abc import Collection
from urllib.parse import urlsplit

from generator.checks.html_facts import HtmlFacts, Shown
from generator.checks.output_urls import absolute, file_at
from generator.pages import urls


def marked_ways(
    path: str, facts: HtmlFacts, shown: Shown, files: Collection[str], site_url: str
) -> tuple[str, ...]:
    """The links marked `data-apply` that lead by mail, elsewhere, or to a page that is there."""

    def is_way(link: str) -> bool:
        url, _, fragment = absolute(link, path, site_url).partition("#")
        file = file_at(url, site_url)
        if file is None:
            return is_address(url)
        if file == path:
            return fragment in facts.ids
        return file in files and file.endswith(".html")

    return tuple(filter(is_way, shown.apply_links))


def likely_ways(shown: Shown, site_url: str) -> tuple[str, ...]:
    """The links in `main` to other sites and to mail addresses: one of them may be the way to apply."""
    return tuple(link for link in shown.main_links if is_address(link) and urls.is_external(link, site_url))


def is_address(link: str) -> bool:
    """Whether a link goes to a host, or is a mail to somebody: one to share has no address."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return bool(parts.path)
    return parts.scheme in ("http", "https") and bool(parts.netloc)
