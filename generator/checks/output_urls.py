"""Addresses of a built site, and the files of the output that they lead to."""

from urllib.parse import unquote, urljoin, urlsplit

from generator.pages import urls


def page_url(path: str, site_url: str) -> str:
    """The whole address of a page by its file in the output."""
    return f"{site_url}/{path.removesuffix('index.html')}"


def absolute(link: str, path: str, site_url: str) -> str:
    """The whole address of a link on the page of a file; empty where nobody can read the link."""
    try:
        return urljoin(page_url(path, site_url), link)
    except ValueError:
        return ""


def file_at(url: str, site_url: str) -> str | None:
    """The file in the output that a whole address leads to; None for one of another site."""
    if not f"{url}/".startswith(f"{site_url}/"):
        return None
    below = unquote(urlsplit(url).path.removeprefix(urlsplit(site_url).path))
    return urls.file_of(below or urls.HOME)
