"""Days, numbers, money and names of countries in a page's language (CLDR, by Babel)."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, partial

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_timezone_name
from babel.numbers import format_currency, format_decimal, get_currency_name, get_currency_symbol

from generator.model.territories import country_name
from generator.model.values import Salary
from generator.pages.views import Count, DateText, DurationView, SalaryView

# Where CLDR's currency spacing (TR 35, part 3) puts a space that Babel leaves out.
_LETTER_BESIDE_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


class Formats:
    """How one language writes things; each distinct day, number, salary and country is set once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.day: Callable[[date], DateText] = cache(partial(date_text, language=language))
        self.count: Callable[[int], Count] = cache(partial(count, language=language))
        self.duration: Callable[[int], DurationView] = cache(partial(duration, language=language))
        self.salary: Callable[[Salary], SalaryView] = cache(partial(salary_view, language=language))
        self.country: Callable[[str], str] = cache(partial(country_name, language=language))


@cache
def locale_of(language: str) -> Locale:
    """Babel's locale for a language tag."""
    return Locale.parse(language, sep="-")


def known_language(language: str) -> str:
    """The language, or English where CLDR doesn't know it."""
    try:
        locale_of(language)
    except (UnknownLocaleError, ValueError):
        return "en"
    return language


def direction(language: str) -> str:
    """`ltr` or `rtl`."""
    return locale_of(language).text_direction


def date_text(day: date, language: str) -> DateText:
    """A day such as 2 March 2026."""
    return DateText(day.isoformat(), format_date(day, "long", locale=locale_of(language)))


def count(number: int, language: str) -> Count:
    """A whole number with the plural form that goes with it."""
    locale = locale_of(language)
    return Count(number, format_decimal(number, locale=locale), str(locale.plural_form(number)))


def duration(months: int, language: str) -> DurationView:
    """Months as whole years where they are."""
    if months % 12 == 0:
        return DurationView(count(months // 12, language), "year")
    return DurationView(count(months, language), "month")


def salary_view(salary: Salary, language: str) -> SalaryView:
    """One figure, or a range with the currency said once."""
    low, high = (_money(amount, salary.currency, language) for amount in (salary.minimum, salary.maximum))
    amount = low if low == high else _range(low, high)
    return SalaryView(amount, salary.per, salary.note)


def _money(amount: Decimal, currency: str, language: str) -> str:
    """Money without cents where there are none, a currency's letters a space away from the digits."""
    locale = locale_of(language)
    if amount == amount.to_integral_value():
        pattern = locale.currency_formats["standard"].pattern.replace(".00", "")
        text = format_currency(amount, currency, format=pattern, locale=locale, currency_digits=False)
    else:
        text = format_currency(amount, currency, locale=locale)
    return _LETTER_BESIDE_DIGIT.sub("\N{NO-BREAK SPACE}", text)


def money_names(currency: str, language: str) -> tuple[str, ...]:
    """What a page may call a currency: its sign, its letters, its name for one and for many."""
    locale = locale_of(language)
    names = (get_currency_name(currency, count, locale) for count in (None, 2))
    return (get_currency_symbol(currency, locale), currency, *names)


def _range(low: str, high: str) -> str:
    """Two amounts with a dash, the currency only at the outer end."""
    prefix = _leading(low)
    if prefix and high.startswith(prefix):
        return f"{low}–{high.removeprefix(prefix)}"
    suffix = _leading(low[::-1])[::-1]
    if suffix and high.endswith(suffix):
        return f"{low.removesuffix(suffix)}–{high}"
    return f"{low}–{high}"


def _leading(text: str) -> str:
    """What stands before the first digit."""
    return text[: next((i for i, ch in enumerate(text) if ch.isdigit()), 0)]


def time_zone_name(zone: str, language: str) -> str:
    """A time zone in words, such as Central European Time."""
    return get_timezone_name(zone, locale=locale_of(language))
