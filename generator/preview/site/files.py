"""What the preview hands out."""

from msgspec import Struct

from generator.build.store.keys import digest

PAGE_ENDINGS = (".html", ".htm")


class File(Struct, frozen=True):
    """A file of the site: its path below the output, its bytes, and their digest (hex).

    `is_page` says whether it is HTML for people to read.
    """

    path: str
    data: bytes
    digest: str
    is_page: bool = False


class PageError(Exception):
    """A page that can't be made, nor could be before; the message says why."""


def file(path: str, data: bytes, is_page: bool = False) -> File:
    """A file with the digest of its bytes."""
    return File(path, data, digest(data).hex(), is_page)
