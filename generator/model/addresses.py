"""Addresses as paths from the site's root, in the one form that is compared."""

from urllib.parse import unquote

JOBS = "/jobs/"

# A page under such a name is a file; under any other name it is a folder with an index.html.
_FILE_ENDINGS = (".html", ".htm")
_INDEX = "index.html"


def ascii_host(host: str) -> str | None:
    """A host as the domain name system has it, `xn--` for letters beyond ASCII; None if it can't be one."""
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return None


def job_url(slug: str) -> str:
    """A posting's address."""
    return f"{JOBS}{slug}/"


def job_slug(url: str) -> str:
    """The part of a posting's address that is its own; empty where the address is no posting's."""
    slug = url.removeprefix(JOBS).removesuffix("/")
    return slug if slug and "/" not in slug and url == job_url(slug) else ""


def normalised(path: str) -> str:
    """A path as the plan of the site writes it: decoded, and with a slash at its end unless it is a file.

    `/old`, `/old/` and `/old/index.html` are one address, since static hosts serve them from one file.
    """
    decoded = unquote(path)
    if decoded.endswith(f"/{_INDEX}"):
        return decoded.removesuffix(_INDEX)
    return decoded if decoded.endswith(("/", *_FILE_ENDINGS)) else f"{decoded}/"
