"""Places in words."""

from collections.abc import Callable

from generator.library.nodes import Place


def city_name(place: Place) -> str:
    """A city's name, with its region where the country has several of that name."""
    return f"{place.city}, {place.region}" if place.shares_name else place.city


def place_name(place: Place, country: Callable[[str], str]) -> str:
    """The city with its country (and region, if need be), or the country alone."""
    name = country(place.country)
    return f"{city_name(place)}, {name}" if place.city else name
