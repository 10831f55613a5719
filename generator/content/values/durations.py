"""Lengths of time and small whole numbers."""

import re
from decimal import Decimal

from generator.content.values.problem import Problem
from generator.diagnostics.codes import values as codes
from generator.model.values import Term
from generator.model.vocabulary import CONTRACT, PERMANENT

_MONTH_WORDS = r"(?:months?|mos?\.?|monate?n?|mois|meses|månader|mesi|maanden)"
_YEAR_WORDS = r"(?:years?|yrs?\.?|jahre?n?|ans?|années?|años?|år|anni|jaar)"
_LENGTH = re.compile(rf"(\d{{1,3}})\s*(?:({_MONTH_WORDS})|({_YEAR_WORDS}))?", re.IGNORECASE)
_DAYS = re.compile(r"(\d{1,4})\s*(?:days?)?", re.IGNORECASE)
_WEEKS = re.compile(r"(\d{1,3})\s*weeks?", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)(?:\s*[-–]\s*(\d{1,3}(?:[.,]\d{1,2})?))?", re.IGNORECASE)
_HOURS_IN_WORDS = re.compile(
    rf"({_HOURS.pattern})\s*(?:h|hrs?|hours?|stunden)?\.?\s*(?:(?:a|per|/|pro)\s*(?:week|woche))?",
    re.IGNORECASE,
)
_HOURS_OF_A_WEEK = 168


def parse_months(text: str, _language: str) -> int | Problem:
    """A number of months; years count twelve."""
    months = _months(text)
    if months is not None:
        return months
    return Problem(codes.LENGTH_UNREADABLE, f"`{text}` isn't a number of months", "write `36`, or `3 years`")


def _months(text: str) -> int | None:
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        return None
    return int(match[1]) * (12 if match[3] else 1)


def parse_days(text: str, _language: str) -> int | Problem:
    """A number of days."""
    match = _DAYS.fullmatch(text.strip())
    if match is not None:
        return int(match[1])
    weeks = _WEEKS.fullmatch(text.strip())
    if weeks is not None:
        message = f"`{text}` isn't a number of days"
        return Problem(codes.LENGTH_UNREADABLE, message, instead=f"{int(weeks[1]) * 7} days")
    return Problem(codes.LENGTH_UNREADABLE, f"`{text}` isn't a number of days", "write it like `7 days`")


def parse_term(text: str, _language: str) -> Term | Problem:
    """How long a contract runs."""
    word = CONTRACT.find(text)
    if word is not None:
        return term_of(word)
    months = _months(text)
    if months:
        return Term(permanent=False, months=months)
    hint = "write `permanent`, `fixed-term`, or a length in months or years such as `12 months`"
    return Problem(codes.TERM_UNREADABLE, f"`{text}` isn't a length of contract", hint)


def term_of(word: str) -> Term:
    """The term that a word of the contract vocabulary says."""
    return Term(permanent=word == PERMANENT)


def parse_hours(text: str, _language: str) -> str | Problem:
    """Hours a week, such as `37.5` or `20–25`."""
    match = _HOURS.fullmatch(text.strip())
    if match is None:
        return _hours_in_words(text)
    ends = [end.replace(",", ".") for end in match.groups() if end]
    least, most = Decimal(ends[0]), Decimal(ends[-1])
    if not 0 < least <= most <= _HOURS_OF_A_WEEK:
        message = f"`{text}` can't be hours a week"
        return Problem(codes.HOURS_UNREADABLE, message, "write hours a week, such as `37.5` or `20-25`")
    return "–".join(f"{Decimal(end).normalize():f}" for end in ends)


def _hours_in_words(text: str) -> Problem:
    match = _HOURS_IN_WORDS.fullmatch(text.strip())
    message = f"`{text}` isn't a number of hours"
    if match is not None:
        return Problem(codes.HOURS_UNREADABLE, message, instead=match[1])
    return Problem(codes.HOURS_UNREADABLE, message, "write hours a week, such as `37.5` or `20-25`")


def parse_whole_number(text: str, _language: str) -> int | Problem:
    """A whole number from 1."""
    if re.fullmatch(r"[1-9]\d{0,11}", text, re.ASCII):
        return int(text)
    return Problem(
        codes.NOT_A_WHOLE_NUMBER, f"`{text}` isn't a whole number from 1", "write digits, such as `2`"
    )
