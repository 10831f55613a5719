"""Where somebody may live who works remotely: the countries that a text names, or the region's."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.content.values.places import parse_area
from generator.importers.reading import Reading
from generator.model.territories import canadian_province, find_country, name_key, us_state

_NORDIC = ("Denmark", "Finland", "Iceland", "Norway", "Sweden")
_REGIONS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("dach", "d a ch", "dach region"), ("Germany", "Austria", "Switzerland")),
    "benelux": ("Belgium", "Netherlands", "Luxembourg"),
    **dict.fromkeys(("nordic", "nordics", "nordic countries", "nordic region"), _NORDIC),
    "scandinavia": ("Denmark", "Norway", "Sweden"),
    **dict.fromkeys(("baltics", "baltic states"), ("Estonia", "Latvia", "Lithuania")),
    "iberia": ("Portugal", "Spain"),
    **dict.fromkeys(("anz", "australasia"), ("Australia", "New Zealand")),
    "uki": ("United Kingdom", "Ireland"),
}
# Too many countries, or nobody agrees on which: no list of ours would be what the source says.
_VAGUE = frozenset(
    (
        *(
            "emea",
            "europe",
            "latam",
            "latin america",
            "south america",
            "north america",
            "america",
            "americas",
        ),
        *(
            "amer",
            "apac",
            "asia",
            "asia pacific",
            "africa",
            "mea",
            "middle east",
            "mena",
            "eea",
            "cee",
            "gcc",
        ),
        *("western europe", "eastern europe", "central europe", "southeast asia", "oceania"),
    )
)
_LIMITED = re.compile(r"\s*[-(]?\s*\b(?:only|based|residents?|wide)\)?$", re.IGNORECASE)
_TOGETHER = re.compile(r"[,/&]|\b(?:and|und|et|och)\b")


class Areas(Struct, frozen=True):
    """Countries, as `remote_from` takes them, and the words of the text that are none."""

    countries: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def areas_in(texts: Iterable[str], reading: Reading) -> Areas:
    """The areas that texts such as `US & Canada`, `DACH` or `Germany only` name."""
    found = [_areas(text, reading) for text in texts]
    countries = (country for one in found for country in one.countries)
    unknown = (text for one in found for text in one.unknown)
    return Areas(tuple(dict.fromkeys(countries)), tuple(dict.fromkeys(unknown)))


def is_area(text: str, reading: Reading) -> bool:
    """Whether a text is no place of work but an area: a country, a state, or a region of several."""
    return bool(area(text, reading)) or is_region(text)


def are_countries(text: str, reading: Reading) -> bool:
    """Whether a text such as `UK & Ireland` or `EMEA` names countries or regions and nothing else."""
    parts = [part for each in _TOGETHER.split(text) if (part := each.strip())]
    return bool(parts) and all(is_region(part) or find_country(part, (reading.language,)) for part in parts)


def is_region(text: str) -> bool:
    """Whether a text names a region of several countries."""
    key = name_key(_bare(text))
    return key in _REGIONS or key in _VAGUE


def area(text: str, reading: Reading) -> str:
    """The area that a text names: a country, that of a state, the European Union; empty for any other."""
    text = _bare(text)
    if find_country(text, (reading.language,)) is None:
        if us_state(text):
            return "United States"
        if canadian_province(text):
            return "Canada"
    return text if isinstance(parse_area(text, reading.language), str) else ""


def _areas(text: str, reading: Reading) -> Areas:
    parts = [part for each in _TOGETHER.split(text) if (part := each.strip())]
    named = [_one(part, reading) for part in parts]
    if all(named):
        return Areas(tuple(country for one in named for country in one))
    # `Boston, MA, USA` is a place, whose country stands last; `US, LATAM` are two areas.
    last = area(parts[-1], reading)
    if last and "," in text and not named[0]:
        return Areas((last,))
    unknown = (part for part, one in zip(parts, named, strict=True) if not one)
    return Areas(tuple(country for one in named for country in one), tuple(unknown))


def _one(text: str, reading: Reading) -> tuple[str, ...]:
    if regions := _REGIONS.get(name_key(_bare(text))):
        return regions
    found = area(text, reading)
    return (found,) if found else ()


def _bare(text: str) -> str:
    """The text without what says that nobody else is meant."""
    return _LIMITED.sub("", text).strip()
