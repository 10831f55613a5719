"""The addresses that a deploy added, changed and took away, for search engines that want to be told."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from generator.model.addresses import job_slug
from generator.pages import urls

_PAGE = ".html"
_INDEX = "index.html"
# As `render/structured.py` writes it: only the page of an open posting has it.
_JOB_POSTING = b'"@type":"JobPosting"'
_NO_INDEX = b'content="noindex"'

# Google: Indexing API, `type` of a notification.
UPDATED, DELETED = "URL_UPDATED", "URL_DELETED"


class Notification(Struct, frozen=True):
    """What Google's Indexing API takes for one posting's page."""

    url: str
    type: str


class Addresses(Struct, frozen=True):
    """Whole addresses of pages, by what a deploy did to them; `google` has those of postings.

    `changed` are those whose bytes are others.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    google: tuple[Notification, ...]


def url_of(path: str) -> str:
    """The address, from the site's root, at which a host serves a file."""
    return f"/{path.removesuffix(_INDEX) if path == _INDEX or path.endswith(f'/{_INDEX}') else path}"


def is_open_posting(path: str, read: Callable[[str], bytes]) -> bool:
    """Whether the file is the page of a posting that is open."""
    return _is_posting(path) and _JOB_POSTING in read(path)


def addresses(
    files: Mapping[str, str], there: Mapping[str, str], read: Callable[[str], bytes], site: str
) -> Addresses:
    """What became of the pages between two states of a site, each the digests of its files by path."""
    added = sorted(path for path in files.keys() - there.keys() if _is_page(path))
    gone = sorted(path for path in there.keys() - files.keys() if _is_page(path))
    changed = sorted(
        path for path, digest in files.items() if there.get(path, digest) != digest and _is_page(path)
    )

    def whole(path: str) -> str:
        return f"{site}{urls.escaped(url_of(path))}"

    told = [
        *_opened(added, read),
        *_altered(changed, read),
        *((path, DELETED) for path in gone if _is_posting(path)),
    ]
    return Addresses(
        added=tuple(map(whole, added)),
        changed=tuple(map(whole, changed)),
        gone=tuple(map(whole, gone)),
        google=tuple(Notification(whole(path), what) for path, what in sorted(told)),
    )


def _is_page(path: str) -> bool:
    """Whether the file is a page with an address of its own, which that of what isn't found isn't."""
    return path.endswith(_PAGE) and url_of(path) != urls.NOT_FOUND


def _is_posting(path: str) -> bool:
    return bool(job_slug(url_of(path)))


def _opened(paths: list[str], read: Callable[[str], bytes]) -> Iterator[tuple[str, str]]:
    return ((path, UPDATED) for path in paths if is_open_posting(path, read))


def _altered(paths: list[str], read: Callable[[str], bytes]) -> Iterator[tuple[str, str]]:
    """Open postings, and those that Google is to forget; a page that leads on is neither."""
    for path in filter(_is_posting, paths):
        data = read(path)
        if _JOB_POSTING in data:
            yield path, UPDATED
        elif _NO_INDEX in data:
            yield path, DELETED
