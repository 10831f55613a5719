"""How one browser wants to see the site."""

from datetime import date

from msgspec import Struct


class Wish(Struct, frozen=True):
    """As of which day, None for the day that it is, and whether with drafts and upcoming postings."""

    as_of: date | None = None
    drafts: bool = False
