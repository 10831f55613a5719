"""Places, countries, categories and points on the map."""

import re
from decimal import Decimal

from generator.content.values.problem import Problem
from generator.content.yaml.lines import quoted
from generator.diagnostics.codes import values as codes
from generator.model.slugs import fold
from generator.model.territories import find_country, nearest_country, readings
from generator.model.values import Coordinates

ANYWHERE = "anywhere"
_ANYWHERE = frozenset(
    ("anywhere", "worldwide", "world", "global", "globally", "everywhere", "weltweit", "monde entier")
)
_REMOTE = _ANYWHERE | {"remote", "fully remote", "home office", "homeoffice", "remote only", "work from home"}
_SEVERAL = re.compile(r"\s+(?:or|oder|ou|eller)\s+|\s*;\s*|\s+[/|]\s+")
_SLASH = re.compile(r"/(?<!\S/)(?!\S)")  # one with blanks around it
_OTHER_STEP = re.compile(r"\s+(?:>|»|→|::|\|)\s+")
_OR = re.compile(r"\s(?:or|oder|ou|eller)\s")
_POINT = re.compile(r"([-−]?\d{1,3}(?:\.\d{1,12})?)\s*,\s*([-−]?\d{1,3}(?:\.\d{1,12})?)")


def parse_place(text: str, language: str) -> str | Problem:
    """A place with its parts from specific to general, one space behind each comma."""
    parts = [" ".join(part.split()) for part in text.split(",")]
    if fold(text) in _REMOTE:
        hint = "write `remote: yes` and `remote_from: anywhere` (or countries), and leave `location` out"
        return Problem(codes.PLACE_UNREADABLE, f"`{text}` isn't a place", hint)
    several = [part.strip() for part in _SEVERAL.split(text) if part.strip()]
    if len(several) > 1:
        return _several(text, several, language)
    if not all(parts):
        fixed = ", ".join(part for part in parts if part)
        hint = "" if fixed else "write it like `Berlin, Germany`"
        return Problem(codes.PLACE_UNREADABLE, f"`{text}` has a comma too many", hint, instead=fixed)
    return ", ".join(parts)


def _several(text: str, parts: list[str], language: str) -> Problem:
    """More than one place, or one whose country isn't behind a comma."""
    is_country = [find_country(part, (language,)) is not None for part in parts]
    if not is_country[-1] or all(is_country) or _OR.search(text):
        shown = ", ".join(map(quoted, parts))
        return Problem(codes.PLACE_UNREADABLE, f"`{text}` names several places", instead=f"[{shown}]")
    message = f"`{text}` needs commas from the city to its country"
    if len(parts) == 2:
        return Problem(codes.PLACE_UNREADABLE, message, instead=", ".join(parts))
    hint = "write it like `Berlin, Germany`, and several places as a list"
    return Problem(codes.PLACE_UNREADABLE, message, hint)


def parse_area(text: str, language: str) -> str | Problem:
    """A country's ISO code, `EU`, or `anywhere`."""
    if fold(text) in _ANYWHERE:
        return ANYWHERE
    languages = (language,)
    found = find_country(text, languages)
    if found is not None:
        return found
    choices = readings(text)
    if choices:
        shown = " or ".join(f"`{choice}`" for choice in choices)
        hint = "write the country's full name: regions can't be named here"
        return Problem(codes.COUNTRY_AMBIGUOUS, f"`{text}` could mean {shown}", hint)
    near = nearest_country(text, languages)
    if near is not None:
        return Problem(codes.COUNTRY_UNKNOWN, f"`{text}` isn't a country", instead=near)
    hint = "write a country, a list of countries, `European Union` or `anywhere`"
    return Problem(codes.COUNTRY_UNKNOWN, f"`{text}` isn't a country", hint)


def parse_category(text: str, _language: str) -> str | Problem:
    """A path of categories, parts joined by ` / `."""
    parts = [" ".join(part.split()) for part in _SLASH.split(text)]
    if all(parts):
        return _one_path(text, " / ".join(parts))
    fixed = " / ".join(part for part in parts if part)
    hint = "" if fixed else "write it like `Engineering & IT / Data`"
    return Problem(codes.CATEGORY_UNREADABLE, f"`{text}` has a slash too many", hint, instead=fixed)


def _one_path(text: str, path: str) -> str | Problem:
    if _OTHER_STEP.search(text):
        fixed = _OTHER_STEP.sub(" / ", text)
        return Problem(codes.CATEGORY_UNREADABLE, f"`{text}` needs ` / ` from parent to child", instead=fixed)
    return path


def parse_coordinates(text: str, _language: str) -> Coordinates | Problem:
    """Degrees north and east."""
    match = _POINT.fullmatch(text.strip())
    if match is None:
        hint = "write degrees north, then degrees east, such as `59.33, 18.06`; south and west have a minus"
        return Problem(codes.COORDINATES_UNREADABLE, f"`{text}` isn't a point on the map", hint)
    latitude, longitude = (Decimal(part.replace("−", "-")) for part in match.groups())
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return Coordinates(latitude, longitude)
    if abs(longitude) <= 90 and abs(latitude) <= 180:
        message = f"`{text}`: degrees north can't be more than 90"
        return Problem(codes.COORDINATES_UNREADABLE, message, instead=f"{longitude}, {latitude}")
    message = f"`{text}` lies outside the map: at most 90 degrees north and 180 east"
    return Problem(codes.COORDINATES_UNREADABLE, message, "write it like `59.33, 18.06`")
