"""The small values that fields become."""

from decimal import Decimal

from msgspec import Struct


class Value(Struct, frozen=True, array_like=True):
    """A frozen value; where it is written as JSON, it is the array of its fields."""


class Salary(Value, frozen=True):
    """What is paid: `minimum` to `maximum` (equal for one figure) a `per` (hour … year).

    `currency` is an ISO 4217 code, or a bare `$` until the place settles which dollar is meant.
    """

    minimum: Decimal
    maximum: Decimal
    currency: str
    per: str
    note: str = ""

    @property
    def digits(self) -> tuple[str, str]:
        """Both ends in plain digits, as numbers in JSON and in feeds."""
        return format(self.minimum, "f"), format(self.maximum, "f")


class Link(Value, frozen=True):
    """A text and where it leads: a path of the site (`/jobs/`), a URL or `mailto:`."""

    title: str
    to: str


class Redirection(Value, frozen=True):
    """That who asks for the path `source` is led to `target`: a path of the site or a URL."""

    source: str
    target: str


class Contact(Value, frozen=True):
    """A person or desk to write to."""

    name: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""


class Term(Value, frozen=True):
    """How long the contract runs: without end, or so many months (0: an end, length unsaid)."""

    permanent: bool
    months: int = 0


class Address(Value, frozen=True):
    """The part of an office's address that its place doesn't say already."""

    street: str = ""
    postal_code: str = ""


class Coordinates(Value, frozen=True):
    """Degrees north and east (WGS 84)."""

    latitude: Decimal
    longitude: Decimal


class PlaceEntry(Value, frozen=True):
    """One place of a posting as written, with its own way to apply and pay where it has them."""

    place: str
    apply: str = ""
    salary: Salary | None = None


class JobFilter(Value, frozen=True):
    """Which open postings a page lists: all given conditions hold, any one value of each."""

    category: tuple[str, ...] = ()
    location: tuple[str, ...] = ()
    employment: tuple[str, ...] = ()
    remote: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
