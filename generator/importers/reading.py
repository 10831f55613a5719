"""What an adapter knows besides the source's bytes."""

from msgspec import Struct


class Reading(Struct, frozen=True):
    """The site's main language and time zone, and the folded names of its own offices."""

    language: str = "en"
    time_zone: str = "UTC"
    offices: frozenset[str] = frozenset()
