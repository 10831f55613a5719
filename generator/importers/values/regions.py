"""A place completed to its country: by the state or province it names, or by a city that is well known."""

from collections.abc import Sequence

from generator.importers.reading import Reading
from generator.model.slugs import fold
from generator.model.territories import (
    canadian_province,
    country_name,
    country_of_city,
    find_country,
    name_key,
    readings,
    us_state,
)

_SHORT = {"nyc": "New York, NY", "new york city": "New York, NY", "sf": "San Francisco, CA"}
_USA = "USA"
_CANADA = "Canada"
# `Hong Kong, China` is one place.
_WITHIN = {"HK": "CN", "MO": "CN", "TW": "CN"}
# Towns whose own regions have the letters of a state or province of North America.
_TOWNS_ELSEWHERE = {
    **dict.fromkeys(("perth wa", "fremantle wa", "bunbury wa", "darwin nt", "alice springs nt"), "Australia"),
    **dict.fromkeys(("milan mi", "milano mi", "palermo pa", "modena mo", "monza mb", "como co"), "Italy"),
    **dict.fromkeys(
        ("catania ct", "messina me", "trento tn", "varese va", "viterbo vt", "cagliari ca"), "Italy"
    ),
    **dict.fromkeys(
        ("alessandria al", "arezzo ar", "mantova mn", "massa ms", "matera mt", "pescara pe"), "Italy"
    ),
}
_Completed = tuple[tuple[str, ...], tuple[str, ...]]


def completed(text: str, reading: Reading, country: str = "") -> _Completed:
    """The places in a text such as `Austin, TX, London, UK`, each to its country, and notes.

    `country` is what the source says of it elsewhere. What can't be completed stays as it is.
    """
    if fold(text) in reading.offices:
        return (text,), ()
    parts = [part.strip() for part in _SHORT.get(fold(text), text).split(",") if part.strip()]
    places: list[str] = []
    notes: list[str] = []
    current: list[str] = []
    for index, part in enumerate(parts):
        current.append(part)
        following = parts[index + 1] if index + 1 < len(parts) else ""
        place, note = _whole(current, following, reading)
        if place:
            places.append(place)
            notes += [note] if note else []
            current = []
    rest, note = _open_ended(current, country)
    return (*places, *rest), (*notes, *([note] if note else []))


def land_named(text: str | None) -> str:
    """The English name of a country that a source names where it means one, by its code too, or nothing."""
    key = (text or "").strip()
    code = key.upper() if len(key) == 2 else find_country(key, ()) or ""
    named = country_name(code, "en")
    return named if named != code else ""


def _whole(current: Sequence[str], following: str, reading: Reading) -> tuple[str, str]:
    """The place that its last part ends, and a note; empty where it goes on."""
    *before, last = current
    code = _country(last, reading)
    if code:
        ends = _country(following, reading) not in (code, _WITHIN.get(code, code))
        return (", ".join(current) if ends else ""), ""
    if len(before) > 1 and last.upper() == "CA" and canadian_province(before[-1]):
        return ", ".join((*before, _CANADA)), ""
    land = _USA if us_state(last) else _CANADA if canadian_province(last) else ""
    goes_on = _country(following, reading) or (land == _CANADA and following.upper() == "CA")
    if not before or not land or goes_on:
        return "", ""
    return _in_region(before, last, land)


def _in_region(before: Sequence[str], last: str, land: str) -> tuple[str, str]:
    """The place with its country; where the region's name also means another, the town settles it."""
    text = ", ".join((*before, last))
    if elsewhere := _TOWNS_ELSEWHERE.get(name_key(f"{before[0]} {last}")):
        return f"{text}, {elsewhere}", f"`{text}` was read as `{text}, {elsewhere}`"
    others = [choice for choice in readings(last) if "," not in choice]
    known = country_of_city(before[0])
    other = next((choice for choice in others if known and find_country(choice, ()) == known), "")
    place = ", ".join((*before, other)) if other else f"{text}, {land}"
    is_settled = not others or (not other and (known is not None or last.upper() == "CA"))
    is_here = known in (None, find_country(land, ()))
    is_sure = is_settled and is_here and not canadian_province(before[0])
    return place, "" if is_sure else f"`{text}` was read as `{place}`"


def _open_ended(current: Sequence[str], country: str) -> tuple[tuple[str, ...], str]:
    """What is left at the end without a country."""
    if not current:
        return (), ""
    text = ", ".join(current)
    known = [country_of_city(part) for part in current]
    land = land_named(country)
    if land and all(code in (None, find_country(land, ())) for code in known):
        return (f"{text}, {land}",), ""
    if all(known):
        lands = [country_name(code, "en") for code in known if code]
        places = tuple(f"{part}, {land}" for part, land in zip(current, lands, strict=True))
        return places, f"`{text}` was read as {' and '.join(f'`{place}`' for place in places)}"
    return (text,), f"`{text}` doesn't say its country"


def _country(text: str, reading: Reading) -> str | None:
    return find_country(text, (reading.language,)) if text else None
