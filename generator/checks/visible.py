"""Does a page show what its JobPosting says: Google wants all of it on the page, and equal."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from generator.checks.figures import figures_in, plain
from generator.checks.html_facts import Shown, texts_of
from generator.checks.job_posting import as_list, as_map, figures_of, is_impossible, places_of
from generator.diagnostics.codes import output as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.country_names import EU_MEMBERS
from generator.model.territories import country_name
from generator.model.vocabulary import EDUCATION, EMPLOYMENT, PAY_PERIOD
from generator.pages.formats import date_text, known_language, locale_of, money_names
from generator.pages.schema_org import EMPLOYMENT_TYPES, NO_EDUCATION, TELECOMMUTE

# How a page marks work from anywhere but the office: `<data value="remote">`.
_REMOTE = ("remote", "hybrid", "no")
# Marks of direction and isolates, which a theme may set anew.
_DIRECTIONS = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u2066\u2067\u2068\u2069"))
_SHOWN = 80


def visible_problems(
    posting: Mapping[str, Any], language: str, shown: Shown, at: Span
) -> Iterator[Diagnostic]:
    """What a JobPosting says and its page doesn't, and what only marks that the page lacks could prove."""
    page = _Page(shown, known_language(language))
    for name, value in _hidden(posting, page):
        short = value if len(value) <= _SHOWN else f"{value[:_SHOWN].rstrip()}…"
        what = f"the JobPosting says `{short}` as `{name}`, and the page doesn't show it"
        yield Diagnostic(codes.HIDDEN_DATA, what, "", at)
    for name, wanted, marks in _marked(posting):
        if not shown.own.values.isdisjoint(wanted):
            continue
        if shown.own.values.isdisjoint(marks):
            what = f'nothing on the page marks `{name}`, as `<data value="{wanted[0]}">` would'
            yield Diagnostic(codes.UNPROVEN_DATA, what, "", at)
        else:
            what = f"the JobPosting says `{wanted[0]}` as `{name}`, and the page doesn't mark it"
            yield Diagnostic(codes.HIDDEN_DATA, what, "", at)


def collapsed(texts: Iterable[str]) -> str:
    """Text with single spaces and without marks of direction, as the eye sees it."""
    return " ".join(" ".join(texts).translate(_DIRECTIONS).split())


class _Page:
    """What the part that a page is about shows, in the forms that are asked for."""

    def __init__(self, shown: Shown, language: str) -> None:
        self.language = language
        self.heading = collapsed((shown.heading,))
        self.text = collapsed(shown.own.texts)
        self._whole = collapsed(shown.whole.texts)
        self._figures = figures_in("\n".join(shown.own.texts), _decimal_marks(language))
        self._times = shown.own.times
        self._marks = shown.own.values
        self._counts = {value for value in shown.own.values if value.isdecimal()}

    def shows_text(self, text: str) -> bool:
        return collapsed((text,)) in self.text

    def shows_employer(self, name: str) -> bool:
        """Whether an employer is named anywhere, as in the header or the footer."""
        return collapsed((name,)) in self._whole

    def shows_money(self, currency: str) -> bool:
        """Whether a currency is marked, or stands on the page by its sign, letters or name."""
        return currency in self._marks or any(map(self._shows_word, money_names(currency, self.language)))

    def _shows_word(self, word: str) -> bool:
        """Whether a word or sign stands on the page by itself, with no letter at its sides."""
        return bool(re.search(rf"(?<![^\W\d_]){re.escape(collapsed((word,)))}(?![^\W\d_])", self.text))

    def shows_day(self, iso: str) -> bool:
        """Whether a day stands on the page, marked or in the page's language."""
        return iso in self._times or (_is_day(iso) and self.shows_text(_spelled(iso, self.language)))

    def shows_figure(self, number: int | float) -> bool:
        """Whether a number stands on the page by itself, however its digits are grouped and written."""
        return plain(number) in self._figures

    def shows_count(self, number: int, *others: int) -> bool:
        """Whether a count is marked; where no count is, whether it or another way to say it stands there."""
        if self._counts:
            return str(number) in self._counts
        return any(map(self.shows_figure, (number, *others)))

    def shows_country(self, code: str) -> bool:
        return code in self._marks or self.shows_text(country_name(code, self.language))

    def shows_area(self, name: str) -> bool:
        """Whether a country is named; those of the European Union may be named together."""
        return self.shows_text(name) or (name in self._members and self.shows_country("EU"))

    @cached_property
    def _members(self) -> frozenset[str]:
        return frozenset(country_name(code, self.language) for code in EU_MEMBERS)


def _hidden(posting: Mapping[str, Any], page: _Page) -> Iterator[tuple[str, str]]:
    """What text of the page should prove and doesn't: the property, and its value."""
    title = str(posting.get("title", ""))
    if title and collapsed((title,)) != page.heading:
        yield "title", title
    for name in ("datePosted", "validThrough", "jobStartDate"):
        day = str(posting.get(name, ""))[:10]
        if day and not is_impossible(posting[name]) and not page.shows_day(day):
            yield name, day
    employer = str(as_map(posting.get("hiringOrganization")).get("name", ""))
    if not page.shows_employer(employer):
        yield "hiringOrganization", employer
    if missing := _missing_words(str(posting.get("description", "")), page.text):
        yield "description", missing
    yield from _hidden_places(posting, page)
    yield from _hidden_figures(posting, page)


def _missing_words(description: str, text: str) -> str:
    """The first piece of a description that the page doesn't show after the one before it."""
    position = 0
    for piece in texts_of(description):
        words = collapsed((piece,))
        found = text.find(words, position)
        if found < 0:
            return words
        position = found + len(words)
    return ""


def _hidden_places(posting: Mapping[str, Any], page: _Page) -> Iterator[tuple[str, str]]:
    for address in places_of(posting):
        for name in ("addressLocality", "addressRegion", "streetAddress", "postalCode"):
            value = str(address.get(name, ""))
            if not page.shows_text(value):
                yield name, value
        country = str(address.get("addressCountry", ""))
        if country and not page.shows_country(country):
            yield "addressCountry", country
    for area in as_list(posting.get("applicantLocationRequirements")):
        name = str(as_map(area).get("name", ""))
        if not page.shows_area(name):
            yield "applicantLocationRequirements", name


def _hidden_figures(posting: Mapping[str, Any], page: _Page) -> Iterator[tuple[str, str]]:
    for figure in figures_of(posting):
        if not page.shows_figure(figure):
            yield "baseSalary", str(figure)
    currency = str(as_map(posting.get("baseSalary")).get("currency", ""))
    if currency and not page.shows_money(currency):
        yield "currency", currency
    months = as_map(posting.get("experienceRequirements")).get("monthsOfExperience")
    years = (months // 12,) if isinstance(months, int) and months % 12 == 0 else ()
    if isinstance(months, int) and not page.shows_count(months, *years):
        yield "monthsOfExperience", str(months)
    openings = posting.get("totalJobOpenings")
    if isinstance(openings, int) and not page.shows_count(openings):
        yield "totalJobOpenings", str(openings)


def _marked(posting: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...], Collection[str]]]:
    """What a mark has to prove: the property, the marks that do, and all marks of that kind."""
    for kind in as_list(posting.get("employmentType")):
        words = tuple(word for word, own in EMPLOYMENT_TYPES.items() if own == kind)
        if words:
            yield "employmentType", words, EMPLOYMENT.words
    if posting.get("jobLocationType") == TELECOMMUTE:
        yield "jobLocationType", _REMOTE[:1], _REMOTE
    unit = str(as_map(as_map(posting.get("baseSalary")).get("value")).get("unitText", "")).lower()
    if unit in PAY_PERIOD.words:
        yield "unitText", (unit,), PAY_PERIOD.words
    for asked in as_list(posting.get("educationRequirements")):
        degree = asked if asked == NO_EDUCATION else as_map(asked).get("credentialCategory")
        if degree in tuple(EDUCATION.words):
            yield "educationRequirements", (str(degree),), EDUCATION.words


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _spelled(iso: str, language: str) -> str:
    return date_text(date.fromisoformat(iso), language).text


def _decimal_marks(language: str) -> str:
    """What stands before decimals in a language, in all of its digits."""
    systems = locale_of(language).number_symbols.values()
    return "".join(sorted({str(symbols["decimal"]) for symbols in systems if "decimal" in symbols}))
