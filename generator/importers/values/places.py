"""Where the work is done: run-on places taken apart, each completed to its country."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.importers.reading import Reading
from generator.importers.values.areas import are_countries, areas_in, is_area
from generator.importers.values.regions import completed, land_named
from generator.importers.values.words import name
from generator.model.slugs import fold
from generator.model.territories import country_name, country_of_city, find_country

_SEVERAL = re.compile(r"\s*(?:[;|•·\n]|\s(?:or|oder|ou|eller)\s|\s[/]\s|/)\s*")
_CITY_AND_COUNTRY = re.compile(r"([^,;|/\n]+?)\s*/\s*([^,;|/\n]+)")
_MODE = {
    "yes": ("remote", "fully remote", "100% remote", "remote first", "remote-first", "remote only",
            "work from home", "wfh", "home office", "home based", "home-based", "telecommute", "virtual",
            "virtual office", "anywhere", "worldwide", "global"),
    "hybrid": ("hybrid", "hybrid remote", "partly remote", "partially remote"),
    "no": ("on-site", "onsite", "on site", "in office", "in-office", "office"),
}  # fmt: skip
_WORDS = {word: mode for mode, words in _MODE.items() for word in words}
_ANYWHERE = frozenset(("anywhere", "worldwide", "global"))
_MODES = "|".join(re.escape(word) for word in sorted(_WORDS, key=len, reverse=True))
_BEFORE = re.compile(
    rf"^(?P<mode>{_MODES})(?P<between>\s*[-–—:,(]\s*|\s+(?:in|from|within|across)\s+(?:the\s+)?|\s+)"
    r"(?P<rest>.+?)\)?$",
    re.I,
)
_BEHIND = re.compile(rf"^(?P<rest>.+?)(?P<between>\s*[-–—:,(]\s*|\s+)(?P<mode>{_MODES})\)?$", re.I)
_AROUND = re.compile(r"^\d+\s*(?:miles?|mi|km|kilomet\w+)\s+(?:of|from|around)\s+", re.I)
_TWIN_TOWNS = re.compile(r"([^,;|/\n]+)/([^,;|/\n]+),\s*([^;|/\n]+)")
_NO_PLACES = frozenset(("n/a", "n.a.", "tbd", "tba", "none", "-", "multiple locations", "various locations"))


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
    note: str = ""


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
    named = [text for text in map(name, filter(None, texts)) if text]
    split = [_twins(text, reading) for text in named if fold(text) not in _NO_PLACES]
    parts = [part for text, _ in split for part in _parts(text, reading)]
    notes = [f"`{text}` names no place" for text in named if fold(text) in _NO_PLACES]
    notes += [note for note in (*(note for _, note in split), *(part.note for part in parts)) if note]
    modes = {part.mode for part in parts}
    remote = workplace or next((mode for mode in ("yes", "hybrid") if mode in modes), "")
    areas = [part for part in parts if _is_area(part, remote, reading)]
    located = [part for part in parts if part.text and part not in areas]
    located += [part for part in areas if _is_town(part, reading)]
    # The country goes with the place that comes first.
    found = [completed(part.text, reading, country if part is parts[0] else "") for part in located]
    location = tuple(dict.fromkeys(place for places, _ in found for place in places))
    notes += [note for _, said in found for note in said]
    if remote == "yes":
        said = (remote_from, ())
        all_over, guessed = said if remote_from else _areas(areas, location, country, reading)
        # A country that somebody may work from isn't a place of work.
        location = tuple(place for place in location if find_country(place, (reading.language,)) is None)
        return Whereabouts(location, "yes", all_over, (*dict.fromkeys(notes), *guessed))
    return Whereabouts(location, "" if remote == "no" else remote, (), tuple(dict.fromkeys(notes)))


def _twins(text: str, reading: Reading) -> tuple[str, str]:
    """The text with a state for both towns where it is like `Dallas/Fort Worth, TX`, and a note."""
    twins = _TWIN_TOWNS.fullmatch(text)
    if fold(text) in reading.offices or not twins:
        return text, ""
    first, second, region = (part.strip() for part in twins.groups())
    if _part(first).mode or _part(second).mode or country_of_city(first) or is_area(first, reading):
        return text, ""
    both = f"{first}, {region}; {second}, {region}"
    return both, f"`{text}` was read as `{first}, {region}` and `{second}, {region}`"


def several(text: str) -> list[str]:
    """The places that a text names side by side, each as it is written."""
    return [part for part in _SEVERAL.split(text) if part]


def _parts(text: str, reading: Reading) -> Iterator[_Part]:
    if fold(text) in reading.offices:
        yield _Part("", text)
        return
    pair = _CITY_AND_COUNTRY.fullmatch(text)
    if pair and find_country(pair[2], (reading.language,)) and not is_area(pair[1], reading):
        text = f"{pair[1]}, {pair[2]}"
    for part in several(text):
        if part.strip(" ,"):
            yield _part(part.strip(" ,"))


def _part(text: str) -> _Part:
    mode = _WORDS.get(text.casefold())
    if mode:
        return _Part(mode, "", text.casefold() in _ANYWHERE)
    for pattern in (_BEFORE, _BEHIND):
        found = pattern.match(text)
        # `Global City` is a town: only with more than a blank between do such words stand for themselves.
        if found and (found["between"].strip() or found["mode"].casefold() not in _ANYWHERE):
            return _beside(found["mode"].casefold(), found["rest"])
    return _Part("", text)


def _beside(word: str, text: str) -> _Part:
    """The part that a word for a mode and the text beside it make."""
    rest = text.strip(" ,-–—:()")
    bare = _AROUND.sub("", rest)
    inner = _part(bare) if bare else _Part("", "")
    mode = "hybrid" if "hybrid" in (_WORDS[word], inner.mode) else _WORDS[word]
    note = f"`{rest}` was read as `{bare}`" if bare != rest else inner.note
    return _Part(mode, inner.text, word in _ANYWHERE or inner.is_anywhere, note)


def _is_area(part: _Part, remote: str, reading: Reading) -> bool:
    """Whether a part says from where one may work: the words round `Remote`, and countries beside it."""
    is_beside = part.mode == "yes" and bool(part.text or part.is_anywhere)
    return is_beside or (remote == "yes" and are_countries(part.text, reading))


def _is_town(part: _Part, reading: Reading) -> bool:
    """Whether a place of remote work is more than countries, a state or a region."""
    if part.is_anywhere or "," not in part.text or is_area(part.text, reading):
        return False
    return not are_countries(part.text, reading)


def _areas(
    parts: list[_Part], location: tuple[str, ...], country: str, reading: Reading
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The countries for `remote_from`, and notes on what is left out, or the source doesn't say itself."""
    named = areas_in((part.text or "anywhere" for part in parts), reading)
    countries = [place for place in location if find_country(place, (reading.language,))]
    left_out = tuple(f"`remote_from`: `{text}` is no country, and is left out" for text in named.unknown)
    if named.countries or countries or left_out:
        return tuple(dict.fromkeys((*named.countries, *countries))), left_out
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
