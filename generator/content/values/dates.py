"""Days of the calendar."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from babel.core import Locale, UnknownLocaleError
from msgspec.structs import replace

from generator.content.values.problem import Problem
from generator.diagnostics.codes import values as codes

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_LOOSE_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d.*)?")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?\.? (?:de )?(?P<month>[^\W\d]+)\.?|"
    r"(?P<name>[^\W\d]+)\.? (?P<number>\d{1,2})(?:st|nd|rd|th)?)(?:,| de)? (?P<year>\d{4})"
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DASHES = re.compile("[‐‑‒–—−]")
_FIRST_YEAR, _LAST_YEAR = 1970, 2199
_HOW = "write year-month-day, such as `2026-03-02`"


def parse_date(text: str, language: str) -> date | Problem:
    """The day a text such as `2026-03-02` names; other forms come back with the line to write."""
    match = _ISO.fullmatch(text)
    if match is not None:
        return _day(text, int(match[1]), int(match[2]), int(match[3]))
    plain = _DASHES.sub("-", " ".join(text.split()))
    problem = _other_form(plain, language)
    return problem if plain == text else replace(problem, message=problem.message.replace(plain, text))


def _day(text: str, year: int, month: int, day: int) -> date | Problem:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Problem(codes.DATE_IMPOSSIBLE, f"`{text}` lies in the year {year}", _HOW)
    try:
        return date(year, month, day)
    except ValueError:
        return _impossible(text, year, month)


def _impossible(text: str, year: int, month: int) -> Problem:
    if not 1 <= month <= 12:
        return Problem(codes.DATE_IMPOSSIBLE, f"`{text}` isn't a day: there is no month {month}", _HOW)
    days = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    message = f"`{text}` isn't a day: {_MONTHS[month - 1]} {year} has {days} days"
    hint = f"the last day of that month is `{year}-{month:02}-{days}`"
    return Problem(codes.DATE_IMPOSSIBLE, message, hint)


def _other_form(text: str, language: str) -> Problem:
    slashed = _SLASHED.fullmatch(text)
    if slashed is not None:
        return _slashed(text, int(slashed[1]), int(slashed[2]), int(slashed[3]))
    for pattern, order in ((_LOOSE_ISO, (1, 2, 3)), (_DOTTED, (3, 2, 1)), (_DIGITS, (1, 2, 3))):
        match = pattern.fullmatch(text)
        if match is not None:
            year, month, day = (int(match[group]) for group in order)
            return _rewritten(text, year, month, day)
    return _in_words(text, language)


def _slashed(text: str, first: int, second: int, year: int) -> Problem:
    if first > 12 or first == second:
        return _rewritten(text, year, second, first)
    if second > 12:
        return _rewritten(text, year, first, second)
    day_first, month_first = f"{year}-{second:02}-{first:02}", f"{year}-{first:02}-{second:02}"
    message = f"`{text}` could be {_long(year, second, first)} or {_long(year, first, second)}"
    hint = f"write `{day_first}` or `{month_first}`"
    return Problem(codes.DATE_AMBIGUOUS, message, hint)


def _in_words(text: str, language: str) -> Problem:
    match = _WORDS.fullmatch(text)
    if match is None:
        return Problem(codes.DATE_FORM, f"`{text}` isn't a date", _HOW)
    name = (match["month"] or match["name"]).casefold().rstrip(".")
    month = _month_names("en").get(name) or _month_names(language).get(name)
    if month is None:
        return Problem(codes.DATE_FORM, f"`{text}` isn't a date", _HOW)
    return _rewritten(text, int(match["year"]), month, int(match["day"] or match["number"]))


def _rewritten(text: str, year: int, month: int, day: int) -> Problem:
    found = _day(text, year, month, day)
    if isinstance(found, Problem):
        return found
    return Problem(codes.DATE_FORM, f"`{text}` isn't in the form year-month-day", instead=found.isoformat())


def _long(year: int, month: int, day: int) -> str:
    return f"{day} {_MONTHS[month - 1]} {year}"


@cache
def _month_names(language: str) -> Mapping[str, int]:
    try:
        months = Locale.parse(language, sep="-").months
    except (UnknownLocaleError, ValueError):
        return {}
    names = {name.casefold().rstrip("."): i for i, name in months["format"]["abbreviated"].items()}
    return names | {name.casefold(): i for i, name in months["format"]["wide"].items()}
