"""What Google asks of a JobPosting by itself: properties that must be there, and values it knows.

Google Search Central, "Job posting (JobPosting) structured data", as read for docs/search-engines.md.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from generator.diagnostics.codes import output as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.vocabulary import EDUCATION, PAY_PERIOD
from generator.pages.schema_org import EMPLOYMENT_TYPES, NO_EDUCATION, TELECOMMUTE

_REQUIRED = ("title", "description", "datePosted")
_TYPES = tuple(sorted({*EMPLOYMENT_TYPES.values()}))
_UNITS = tuple(period.upper() for period in PAY_PERIOD.words)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d.*)?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_COUNTRY = re.compile("[A-Z]{2}")
_CURRENCY = re.compile("[A-Z]{3}")
# Google: the description has one of these, or a line end.
_BREAK = re.compile(r"<(p|br|li)\b|\n", re.IGNORECASE)


def property_problems(
    posting: Mapping[str, Any], at: Span, today: date | None, time_zone: tzinfo | None = None
) -> Iterator[Diagnostic]:
    """What a JobPosting lacks, what Google can't read in it, and whether it has expired.

    `today` is a day in `time_zone`; without one, it is taken for a day in the zone of the last day.
    """
    for what in _missing(posting):
        yield Diagnostic(codes.MISSING_PROPERTY, f"the JobPosting lacks {what}", "", at)
    for what, hint in _wrong(posting):
        yield Diagnostic(codes.WRONG_VALUE, what, hint, at)
    if today:
        yield from _untimely(posting, at, today, time_zone)


def _untimely(
    posting: Mapping[str, Any], at: Span, today: date, time_zone: tzinfo | None
) -> Iterator[Diagnostic]:
    posted, last = day_of(posting.get("datePosted")), _last_day(posting.get("validThrough"), time_zone)
    if posted and posted > today:
        what = f"`datePosted` is {posted.isoformat()}, and today is {today.isoformat()}"
        hint = "write the day on which the job was first posted; `opens` shows a posting later"
        yield Diagnostic(codes.EARLY_DATA, what, hint, at)
    if last and last < today:
        told = f"`validThrough` is {last.isoformat()}, and today is {today.isoformat()}"
        what = f"the JobPosting has expired: {told}"
        yield Diagnostic(codes.EXPIRED_DATA, what, "build the site again, and every day", at)


def day_of(value: Any) -> date | None:
    """The day that a value names or begins with; None where there is no such day."""
    try:
        return date.fromisoformat(value[:10]) if _DAY.fullmatch(value) else None
    except (TypeError, ValueError):
        return None


def is_impossible(value: Any) -> bool:
    """Whether a value is written as a day, and there is none of that name."""
    return isinstance(value, str) and bool(_DAY.fullmatch(value)) and day_of(value) is None


def _last_day(value: Any, time_zone: tzinfo | None) -> date | None:
    """The day of a moment in a time zone; as it is written where it has no zone, or none is given."""
    day = day_of(value)
    if day is None or time_zone is None or not _MOMENT.fullmatch(value):
        return day
    try:
        moment = datetime.fromisoformat(value)
        utc = moment - (moment.utcoffset() or timedelta())
        return time_zone.fromutc(utc.replace(tzinfo=time_zone)).date()
    except (ValueError, OverflowError):
        return day


def places_of(posting: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """The addresses of the places of work; one that isn't there is empty."""
    addresses = (as_map(place).get("address") for place in as_list(posting.get("jobLocation")))
    return tuple(map(as_map, addresses))


def as_list(value: Any) -> tuple[Any, ...]:
    """A value that may be one or a list, as a list."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def as_map(value: Any) -> Mapping[str, Any]:
    """A value that should be a map, as one."""
    return value if isinstance(value, dict) else {}


def figures_of(posting: Mapping[str, Any]) -> tuple[int | float, ...]:
    """The figures of the pay: one, or the least and the most."""
    value = as_map(as_map(posting.get("baseSalary")).get("value"))
    found = [value[name] for name in ("value", "minValue", "maxValue") if name in value]
    return tuple(number for number in found if _is_number(number))


def _missing(posting: Mapping[str, Any]) -> Iterator[str]:
    for name in _REQUIRED:
        if not posting.get(name):
            yield f"`{name}`"
    if not as_map(posting.get("hiringOrganization")).get("name"):
        yield "the name of the `hiringOrganization`"
    is_remote = posting.get("jobLocationType") == TELECOMMUTE
    if not posting.get("jobLocation") and not (is_remote and posting.get("applicantLocationRequirements")):
        yield (
            "`applicantLocationRequirements`, which remote work needs without a `jobLocation`"
            if is_remote
            else "`jobLocation`"
        )
    if not all(address.get("addressCountry") for address in places_of(posting)):
        yield "the `addressCountry` of a place"


def _wrong(posting: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What can't be read, each with what to write."""
    known = (
        ("employmentType", as_list(posting.get("employmentType")), _TYPES),
        ("jobLocationType", as_list(posting.get("jobLocationType")), (TELECOMMUTE,)),
        ("educationRequirements", _degrees(posting), tuple(EDUCATION.words)),
    )
    for name, values, words in known:
        for value in values:
            if value not in words:
                yield f"`{name}` is `{value}`, which Google doesn't know", f"it knows {', '.join(words)}"
    for address in places_of(posting):
        code = str(address.get("addressCountry", ""))
        if code and not _COUNTRY.fullmatch(code):
            yield f"`addressCountry` is `{code}`", "write the country's two letters of ISO 3166-1"
    yield from _wrong_days(posting)
    yield from _wrong_description(posting)
    if "baseSalary" in posting:
        yield from _wrong_pay(posting)
    months = as_map(posting.get("experienceRequirements")).get("monthsOfExperience", 0)
    if not _is_number(months):
        yield f"`monthsOfExperience` is `{months}`, which is no number", ""


def _wrong_days(posting: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    posted, last = str(posting.get("datePosted", "")), str(posting.get("validThrough", ""))
    for name in ("datePosted", "validThrough", "jobStartDate"):
        if is_impossible(posting.get(name)):
            yield f"`{name}` is `{posting[name]}`, and there is no such day", "write a day of the calendar"
    first, end = day_of(posted), day_of(last)
    if first and end and end < first:
        yield f"`validThrough` is {end.isoformat()}, before `datePosted`, {first.isoformat()}", ""
    if posted and not _DAY.fullmatch(posted):
        yield f"`datePosted` is `{posted}`", "write a day as in `2026-03-02`"
    if last and not _MOMENT.fullmatch(last):
        yield f"`validThrough` is `{last}`", "write a time with its zone, as in `2026-04-15T23:59:59+02:00`"


def _wrong_description(posting: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    title, description = posting.get("title"), str(posting.get("description", ""))
    if description and description == title:
        yield "`description` is no more than the title", ""
    elif description and not _BREAK.search(description):
        yield "`description` has no paragraph and no line end", "give it as HTML, with `<p>` or `<br>`"


def _wrong_pay(posting: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    amount = as_map(posting.get("baseSalary"))
    value, currency = as_map(amount.get("value")), str(amount.get("currency", ""))
    if not _CURRENCY.fullmatch(currency):
        yield f"the `currency` of `baseSalary` is `{currency}`", "write its three letters of ISO 4217"
    unit = str(value.get("unitText", ""))
    if unit not in _UNITS:
        yield f"the `unitText` of `baseSalary` is `{unit}`", f"Google knows {', '.join(_UNITS)}"
    names = sorted(name for name in ("value", "minValue", "maxValue") if name in value)
    figures = figures_of(posting)
    if names not in (["value"], ["maxValue", "minValue"]) or len(figures) != len(names):
        yield "`baseSalary` has neither one figure nor a least and a most", ""
    elif figures[0] > figures[-1]:
        yield "the least pay of `baseSalary` is more than the most", ""


def _degrees(posting: Mapping[str, Any]) -> tuple[Any, ...]:
    """What is asked for; the text for nothing stands by itself."""
    asked = as_list(posting.get("educationRequirements"))
    return tuple(one if one == NO_EDUCATION else as_map(one).get("credentialCategory", one) for one in asked)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
