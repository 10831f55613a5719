"""A place's text, from specific to general, taken apart; its last part is a country."""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct, field

from generator.diagnostics.codes import library as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.suggest import Suggest, nearest
from generator.library.nodes import Mention
from generator.model import territories
from generator.model.slugs import fold, slugify


class PlaceText(Struct, frozen=True):
    """Country (ISO code), region and city as written; a bare country has neither."""

    country: str
    region: str
    city: str

    @property
    def folded(self) -> "PlaceText":
        """The same with names as addresses tell them apart: `St. John` is `St John`."""
        return PlaceText(self.country, name_key(self.region), name_key(self.city))


class Known(Struct, frozen=True):
    """The site's places: cities by folded name, and what to write for each name that is near."""

    cities: Mapping[str, PlaceText] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    suggest: Suggest = nearest


_NOTHING_KNOWN = Known()


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """What is the same for all spellings of a city's or region's name; empty for an empty one."""
    return slugify(fold(name)) if name else ""


def read_place(
    mention: Mention, languages: tuple[str, ...], known: Known = _NOTHING_KNOWN
) -> PlaceText | Diagnostic:
    """The place that a text names, or what to write instead."""
    parts = [" ".join(part.split()) for part in mention.text.split(",")]
    country = territories.find_country(parts[-1], languages)
    if country is None:
        return _without_country(parts, mention.at, languages, known)
    if len(parts) == 1:
        return PlaceText(country, "", "")
    return PlaceText(country, ", ".join(parts[1:-1]), parts[0])


def _without_country(parts: list[str], at: Span, languages: tuple[str, ...], known: Known) -> Diagnostic:
    """Why the last part is no country, with the text to write."""
    last, text = parts[-1], ", ".join(parts)
    rest = ", ".join(parts[:-1])
    if readings := territories.readings(last):
        choices = " or ".join(f"`{', '.join(filter(None, (rest, reading)))}`" for reading in readings)
        return Diagnostic(
            codes.AMBIGUOUS_COUNTRY, f"`{last}` could be a country or a state", f"write {choices}", at
        )
    country = "USA" if territories.us_state(last) else "Canada" if territories.canadian_province(last) else ""
    if rest and country:
        return Diagnostic(
            codes.UNKNOWN_COUNTRY, f"`{text}` doesn't say its country", f"write `{text}, {country}`", at
        )
    if len(parts) == 1:
        return _bare_city(last, at, languages, known)
    near = territories.nearest_country(last, languages)
    hint = f"did you mean `{', '.join((*parts[:-1], near))}`?" if near else "end with the country's name"
    return Diagnostic(codes.UNKNOWN_COUNTRY, f"`{last}` is no country that we know", hint, at)


def _bare_city(city: str, at: Span, languages: tuple[str, ...], known: Known) -> Diagnostic:
    own = known.cities.get(fold(city))
    code = own.country if own else territories.country_of_city(city)
    if code:
        country = territories.country_name(code, "en")
        return Diagnostic(
            codes.BARE_CITY, f"`{city}` doesn't say its country", f"write `{city}, {country}`", at
        )
    if name := known.suggest(city, known.written):
        message = f"`{city}` is no office and no country that we know"
        return Diagnostic(codes.BARE_CITY, message, f"did you mean `{known.written[name]}`?", at)
    if near := territories.nearest_country(city, languages):
        message = f"`{city}` is no country that we know"
        return Diagnostic(codes.UNKNOWN_COUNTRY, message, f"did you mean `{near}`?", at)
    return Diagnostic(
        codes.BARE_CITY,
        f"`{city}` doesn't say its country",
        f"write `{city}, COUNTRY`, or add a page to content/locations/ "
        f"with `title: {city}` and `place: {city}, COUNTRY`",
        at,
    )
