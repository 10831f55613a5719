"""Where the work is done: run-on places taken apart, each completed to its country."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.content.values.places import parse_area
from generator.importers.reading import Reading
from generator.importers.values.regions import completed, land_named
from generator.importers.values.words import name
from generator.model.slugs import fold
from generator.model.territories import (
    canadian_province,
    country_name,
    country_of_city,
    find_country,
    us_state,
)

_SEVERAL = re.compile(r"\s*(?:[;|•·\n]|\s(?:or|oder|ou|eller)\s|\s[/]\s|/)\s*")
_CITY_AND_COUNTRY = re.compile(r"([^,;|/\n]+?)\s*/\s*([^,;|/\n]+)")
_MODE = {
    "yes": ("remote", "fully remote", "100% remote", "remote first", "remote only", "work from home", "wfh",
            "home office", "telecommute", "virtual", "anywhere", "worldwide", "global"),
    "hybrid": ("hybrid", "hybrid remote", "partly remote", "partially remote"),
    "no": ("on-site", "onsite", "on site", "in office", "in-office", "office"),
}  # fmt: skip
_WORDS = {word: mode for mode, words in _MODE.items() for word in words}
_ANYWHERE = frozenset(("anywhere", "worldwide", "global"))
_MODES = "|".join(re.escape(word) for word in sorted(_WORDS, key=len, reverse=True))
_BEFORE = re.compile(
    rf"^({_MODES})(?:\s*[-–—:,(]\s*|\s+(?:in|from|within|across)\s+(?:the\s+)?|\s+)(.+?)\)?$", re.I
)
_BEHIND = re.compile(rf"^(.+?)\s*(?:[-–—:,(]\s*|\s)({_MODES})\)?$", re.I)


class Whereabouts(Struct, frozen=True):
    """Places and remote work as our fields write them, and notes about what was read in one of two ways."""

    location: tuple[str, ...] = ()
    remote: str = ""
    remote_from: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class _Part(Struct, frozen=True):
    """One of several places: its mode by the words round it, and the rest of its text."""

    mode: str
    text: str
    is_anywhere: bool = False


def whereabouts(
    texts: Iterable[str | None],
    workplace: str,
    country: str,
    reading: Reading,
    remote_from: tuple[str, ...] = (),
) -> Whereabouts:
    """What texts such as `San Francisco, CA; New York, NY` or `London or Remote` say.

    `workplace` is what the source says besides, in our words for `remote`, or nothing; `country` is the
    country it names besides, `remote_from` those that it names for remote work.
    """
    parts = [part for text in texts if text for part in _parts(name(text), reading)]
    modes = {part.mode for part in parts}
    remote = workplace or next((mode for mode in ("yes", "hybrid") if mode in modes), "")
    areas = [part for part in parts if part.mode == "yes" and (part.text or part.is_anywhere)]
    located = [part for part in parts if part.text and (part.mode != "yes" or _is_town(part, reading))]
    # The country goes with the place that comes first.
    found = [completed(part.text, reading, "" if index else country) for index, part in enumerate(located)]
    location = tuple(dict.fromkeys(place for places, _ in found for place in places))
    notes = [note for _, said in found for note in said if note]
    if remote == "yes":
        said = (remote_from, ())
        all_over, guessed = said if remote_from else _areas(areas, location, country, reading)
        # A country that somebody may work from isn't a place of work.
        location = tuple(place for place in location if find_country(place, (reading.language,)) is None)
        return Whereabouts(location, "yes", all_over, (*dict.fromkeys(notes), *guessed))
    return Whereabouts(location, "" if remote == "no" else remote, (), tuple(dict.fromkeys(notes)))


def several(text: str) -> list[str]:
    """The places that a text names side by side, each as it is written."""
    return [part for part in _SEVERAL.split(text) if part]


def _parts(text: str, reading: Reading) -> Iterator[_Part]:
    if fold(text) in reading.offices:
        yield _Part("", text)
        return
    pair = _CITY_AND_COUNTRY.fullmatch(text)
    if pair and find_country(pair[2], (reading.language,)) and not _area(pair[1], reading):
        text = f"{pair[1]}, {pair[2]}"
    for part in several(text):
        if part.strip(" ,"):
            yield _part(part.strip(" ,"))


def _part(text: str) -> _Part:
    mode = _WORDS.get(text.casefold())
    if mode:
        return _Part(mode, "", text.casefold() in _ANYWHERE)
    for pattern, mode_at, rest_at in ((_BEFORE, 1, 2), (_BEHIND, 2, 1)):
        if found := pattern.match(text):
            rest = found[rest_at].strip(" ,-–—:()")
            inner = _part(rest) if rest else _Part("", "")
            word = found[mode_at].casefold()
            own = _WORDS[word]
            is_anywhere = word in _ANYWHERE or inner.is_anywhere
            return _Part("hybrid" if "hybrid" in (own, inner.mode) else own, inner.text, is_anywhere)
    return _Part("", text)


def _is_town(part: _Part, reading: Reading) -> bool:
    """Whether a place of remote work is more than a country or a state."""
    return not part.is_anywhere and not _area(part.text, reading) and "," in part.text


def _areas(
    parts: list[_Part], location: tuple[str, ...], country: str, reading: Reading
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The countries for `remote_from`, and a note where the source doesn't say them itself."""
    named = [
        "anywhere" if part.is_anywhere and not part.text else area
        for part in parts
        for area in _named(part.text, reading)
    ]
    countries = [place for place in location if find_country(place, (reading.language,))]
    if named or countries:
        return tuple(dict.fromkeys((*named, *countries))), ()
    own = [land for land in (land_named(country),) if land]
    lands = own or [land for place in location if (land := _land(place))]
    if not lands:
        return (), ("the work is remote, and the source doesn't say from which countries",)
    shown = ", ".join(dict.fromkeys(lands))
    return tuple(dict.fromkeys(lands)), () if own else (f"`remote_from` is where the places are: {shown}",)


def _land(place: str) -> str:
    """The country of a place, which an office of the site is called without; empty where nobody knows it."""
    if ", " in place:
        return place.rpartition(", ")[2]
    code = country_of_city(place)
    return country_name(code, "en") if code else ""


def _named(text: str, reading: Reading) -> list[str]:
    """The areas in a text such as `US or Canada`, as they are written where nobody knows them."""
    if not text:
        return [""]
    parts = [part.strip() for part in re.split(r",|&|\band\b", text) if part.strip()]
    areas = [area for part in parts if (area := _area(part, reading))]
    if len(areas) == len(parts):
        return areas
    whole = _area(text.rpartition(",")[2].strip(), reading) or _area(text, reading)
    return [whole or text]


def _area(text: str, reading: Reading) -> str:
    """The area that a text names: a country, that of a state, the European Union; empty for any other."""
    if us_state(text) and not (find_country(text, (reading.language,))):
        return "United States"
    if canadian_province(text) and not (find_country(text, (reading.language,))):
        return "Canada"
    found = parse_area(text, reading.language)
    return text if isinstance(found, str) else ""
