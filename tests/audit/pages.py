"""Which pages of a site are looked at: one of each type, found in what was planned and built."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.checks.html_facts import read_html
from generator.library.nodes import Place
from generator.library.site import Job
from generator.model import documents
from generator.pages import urls
from generator.pages.kinds import Kind
from generator.pages.page import Page

# What isn't there is asked for by a name that nobody has, as visitors do.
_NOWHERE = "/there-is-no-such-page/"


@dataclass(frozen=True, slots=True)
class AuditedPage:
    """A page that stands for its type; `applies` are the ways to apply that it must offer."""

    type: str
    path: str
    is_indexed: bool = True
    applies: tuple[str, ...] = ()


def one_of_each(pages: Iterable[Page], output: Path) -> tuple[AuditedPage, ...]:
    """The first built page of every type, in the order of the plan; none that only leads on to another."""
    found: dict[str, AuditedPage] = {}
    for page in pages:
        file = output / urls.file_of(page.url)
        name = type_of(page)
        if page.kind is not Kind.REDIRECT and name not in found and file.suffix == ".html" and file.is_file():
            found[name] = _audited(name, page, file)
    return tuple(found.values())


def type_of(page: Page) -> str:
    """What people call such a page."""
    name = _first_type(page)
    return f"{name}, page 2" if page.number > 1 else name


def _first_type(page: Page) -> str:
    match page.subject:
        case Job():
            places = ", several places" if len(page.subject.places) > 1 else ""
            return f"{page.subject.standing.state} posting{places}"
        case Place():
            return "country" if len(page.subject.slugs) == 1 else "city"
        case documents.Page():
            return "words with a list" if page.subject.jobs else "words"
    return str(page.kind)


def _audited(name: str, page: Page, file: Path) -> AuditedPage:
    is_indexed = read_html(file.read_bytes()).is_indexed
    if page.kind is Kind.NOT_FOUND:
        return AuditedPage(name, _NOWHERE, is_indexed=False)
    return AuditedPage(name, urls.escaped(page.url), is_indexed, _applies(page.subject))


def _applies(subject: object) -> tuple[str, ...]:
    """Where the page of an open job must lead people who want it."""
    if not (isinstance(subject, Job) and subject.is_open):
        return ()
    ways = (subject.posting.apply, *(place.apply for place in subject.places))
    return tuple(f"mailto:{way}" if "@" in way and "://" not in way else way for way in ways if way)
