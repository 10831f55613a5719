"""Days as other systems write them: with times, names of months, or in an order that has to be said."""

import re

from generator.content.values.dates import parse_date
from generator.content.values.problem import Problem
from generator.diagnostics.codes import values as codes

DAY_FIRST, MONTH_FIRST = "day-month-year", "month-day-year"
ORDERS = (DAY_FIRST, MONTH_FIRST)

_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
# Spreadsheets write these for the years from 2000.
_SHORT_YEAR = re.compile(r"(\d{1,2}([/.])\d{1,2}\2)(\d{2})")
_WEEKDAY = re.compile(r"^[^\W\d]{2,10}\.?,\s+")
_TIME = re.compile(r"(?:[T,]|\s)\s*\d{1,2}:\d{2}.*$")
# Languages in which people name months; tried one after the other, since none of them names another's.
_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "sv", "da", "nb", "pt", "pl", "fi")


def read_day(text: str, language: str, order: str = "") -> tuple[tuple[str, ...], str]:
    """The day as year-month-day; nothing and the reason where it is none, or could be two."""
    bare = _bare(_WEEKDAY.sub("", text))
    figures = _FIGURES.fullmatch(bare)
    if figures and order:
        month, day = (2, 1) if order == DAY_FIRST else (1, 2)
        bare = f"{figures[3]}-{int(figures[month]):02}-{int(figures[day]):02}"
    found = _day(bare, language)
    if isinstance(found, str):
        return (found,), ""
    is_two = found.code is codes.DATE_AMBIGUOUS
    hint = f"; say `format: {DAY_FIRST}` or `format: {MONTH_FIRST}` in the map" if is_two else ""
    return (), f"{found.message}, and is left out{hint}"


def order_of(texts: tuple[str, ...]) -> str:
    """The order in which all days of a source are written, where some leave no other; else empty."""
    figures = [match for text in texts if (match := _FIGURES.fullmatch(_bare(text)))]
    is_day_first = any(int(match[1]) > 12 for match in figures)
    is_month_first = any(int(match[2]) > 12 for match in figures)
    if is_day_first == is_month_first:
        return ""
    return DAY_FIRST if is_day_first else MONTH_FIRST


def _bare(text: str) -> str:
    """The day without its time, its year in four digits."""
    day = _TIME.sub("", text).strip()
    short = _SHORT_YEAR.fullmatch(day)
    return f"{short[1]}20{short[3]}" if short else day


def _day(text: str, language: str) -> str | Problem:
    first = parse_date(text, language)
    has_words = any(map(str.isalpha, text))
    for other in _LANGUAGES if has_words and isinstance(first, Problem) and not first.instead else ():
        found = parse_date(text, other)
        if isinstance(found, Problem) and found.instead:
            return found.instead
    return (first.instead or first) if isinstance(first, Problem) else first.isoformat()
