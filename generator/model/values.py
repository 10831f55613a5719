"""The small values that fields become."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Salary:
    """What is paid: `minimum` to `maximum` (equal for one figure) a `per` (hour … year).

    `currency` is an ISO 4217 code, or a bare `$` until the place settles which dollar is meant.
    """

    minimum: Decimal
    maximum: Decimal
    currency: str
    per: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A text and where it leads: a path of the site (`/jobs/`), a URL or `mailto:`."""

    title: str
    to: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or desk to write to."""

    name: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """How long the contract runs: without end, or so many months (0: an end, length unsaid)."""

    permanent: bool
    months: int = 0


@dataclass(frozen=True, slots=True)
class Address:
    """The part of an office's address that its place doesn't say already."""

    street: str = ""
    postal_code: str = ""


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Degrees north and east (WGS 84)."""

    latitude: Decimal
    longitude: Decimal


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One place of a posting as written, with its own way to apply and pay where it has them."""

    place: str
    apply: str = ""
    salary: Salary | None = None


@dataclass(frozen=True, slots=True)
class JobFilter:
    """Which open postings a page lists: all given conditions hold, any one value of each."""

    category: tuple[str, ...] = ()
    location: tuple[str, ...] = ()
    employment: tuple[str, ...] = ()
    remote: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
