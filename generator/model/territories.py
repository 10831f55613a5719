"""Countries by any of their usual names, over Babel's own data."""

from collections.abc import Mapping
from functools import cache

from babel.core import Locale, UnknownLocaleError, get_global

from generator.diagnostics.suggest import nearest
from generator.model.country_names import (
    CANADIAN_PROVINCES,
    CITIES,
    COUNTRY_PARTS,
    DISPLAY_NAMES,
    NO_COUNTRIES,
    OTHER_CANADIAN_PROVINCES,
    OTHER_US_STATES,
    PARTS,
    SHORT_FORMS,
    TWO_MEANINGS,
    US_STATES,
)
from generator.model.slugs import fold

_PUNCTUATION = str.maketrans({**dict.fromkeys(".'’‘,()"), "&": " and ", "-": " "})
_NEWER_TENDER = {"BG": "EUR"}  # since 2026, after the release of CLDR that Babel 2.18 carries


def find_country(name: str, languages: tuple[str, ...]) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country, or `EU`, by a name, short form or code of it.

    Names count in English and in `languages`. None for an unknown name, and for one that also
    means a state or province (`CA`, `Georgia`): `readings` then says what to write.
    """
    key = name_key(name)
    if key in _two_meanings():
        return None
    known = SHORT_FORMS.get(key) or _codes().get(key)
    if known:
        return known
    found = (_names(language).get(key) for language in ("en", *languages))
    return next((code for code in found if code), None)


def readings(name: str) -> tuple[str, ...]:
    """What to write instead of a name with two meanings: (`CA, USA`, `Canada`); empty for any other."""
    return _two_meanings().get(name_key(name), ())


def us_state(name: str) -> str | None:
    """The full name of a state of the USA by its name, two letters or abbreviation (`Calif.`), or None."""
    return _regions_by_key("US").get(name_key(name))


def us_state_code(name: str) -> str | None:
    """The two letters of a state of the USA by any of its names, or None."""
    state = us_state(name)
    return next((code for code, known in US_STATES.items() if known == state), None)


def canadian_province(name: str) -> str | None:
    """The full name of a province of Canada by its name, two letters or abbreviation (`Ont.`), or None."""
    return _regions_by_key("CA").get(name_key(name))


def nearest_country(name: str, languages: tuple[str, ...]) -> str | None:
    """The country name that a mistyped one most likely stands for, or None when nothing is near."""
    known = {country_name(code, language) for language in ("en", *languages) for code in _assigned()}
    return nearest(name.strip(), known)


def country_of_city(city: str) -> str | None:
    """The code of the country a well-known city lies in: for suggestions, never for facts."""
    key = name_key(city)
    return CITIES.get(key) or _zone_cities().get(key)


def country_name(code: str, language: str) -> str:
    """The country's name in the language; in English, or the bare code, where Babel knows no better."""
    if language.partition("-")[0] == "en" and code in DISPLAY_NAMES:
        return DISPLAY_NAMES[code]
    name = _territories(language).get(code) or _territories("en").get(code)
    return name or code


def currency_of(code: str) -> str | None:
    """The ISO 4217 code of a country's legal tender today, or None for an unknown country."""
    if code in _NEWER_TENDER:
        return _NEWER_TENDER[code]
    history = get_global("territory_currencies").get(code, ())
    tender = [currency for currency, _, until, is_tender in history if is_tender and not until]
    return tender[0] if tender else None


def name_key(name: str) -> str:
    """The name without case, accents and punctuation, `&` and `St.` written out, and without `the`."""
    words = fold(name).translate(_PUNCTUATION).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(["saint" if word == "st" else word for word in words])


@cache
def _territories(language: str) -> Mapping[str, str]:
    try:
        return dict(Locale.parse(language, sep="-").territories)
    except (UnknownLocaleError, ValueError):
        return {}


@cache
def _assigned() -> tuple[str, ...]:
    codes = (code for code in _territories("en") if len(code) == 2 and code not in PARTS)
    return tuple(sorted(code for code in codes if code not in NO_COUNTRIES))


@cache
def _names(language: str) -> Mapping[str, str]:
    """Folded name to code, in one language."""
    territories = _territories(language)
    names = {name_key(territories[part]): code for part, code in PARTS.items() if part in territories}
    return names | {name_key(territories[code]): code for code in _assigned() if code in territories}


@cache
def _codes() -> Mapping[str, str]:
    """Folded alpha-2 and alpha-3 codes to alpha-2."""
    assigned = {code.lower(): code for code in _assigned()}
    aliases = get_global("territory_aliases")
    three_letters = {
        alias.lower(): targets[0]
        for alias, targets in aliases.items()
        if len(alias) == 3 and alias.isalpha() and len(targets) == 1 and targets[0].lower() in assigned
    }
    return three_letters | assigned


@cache
def other_names(code: str) -> tuple[str, ...]:
    """What people also call a country, folded: short forms and own names, not the names of its parts."""
    names = (name for name, country in SHORT_FORMS.items() if country == code and name not in COUNTRY_PARTS)
    return tuple(name for name in names if not any(len(word) == 1 for word in name.split()))


@cache
def _two_meanings() -> Mapping[str, tuple[str, ...]]:
    """Folded name to its readings; a region's two letters come before the country's name."""
    regions = [(code, "USA") for code in US_STATES] + [(code, "Canada") for code in CANADIAN_PROVINCES]
    assigned = frozenset(_assigned())
    codes = {
        code.lower(): (f"{code}, {country}", country_name(code, "en"))
        for code, country in regions
        if code in assigned
    }
    return {**codes, **TWO_MEANINGS}


@cache
def _regions_by_key(country: str) -> Mapping[str, str]:
    """Folded name, letters and abbreviations to full name."""
    is_us = country == "US"
    regions = US_STATES if is_us else CANADIAN_PROVINCES
    others = OTHER_US_STATES if is_us else OTHER_CANADIAN_PROVINCES
    by_name = {name_key(name): name for name in regions.values()}
    by_letters = {code.lower(): name for code, name in regions.items()}
    return by_name | by_letters | {other: regions[code] for other, code in others.items()}


@cache
def _zone_cities() -> Mapping[str, str]:
    """Folded city to code by the names of time zones, without those that two countries share."""
    assigned = frozenset(_assigned())
    places: dict[str, set[str]] = {}
    for zone, code in get_global("zone_territories").items():
        if code in assigned:
            city = name_key(zone.rpartition("/")[2].replace("_", " "))
            places.setdefault(city, set()).add(code)
    return {city: min(codes) for city, codes in places.items() if len(codes) == 1}
