"""What can be wrong with a salary, in words and with the line to write."""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from generator.content.values.currencies import CROWNS, decimals_of
from generator.content.values.problem import Problem
from generator.diagnostics.codes import values as codes
from generator.model.values import Salary

EXAMPLE = "USD 180,000 - 220,000 per year"


def words_only(text: str) -> Problem:
    """Words without any figure."""
    words = text if len(text) <= 40 else text[:40].rsplit(" ", 1)[0]
    hint = (
        f"leave the line out, or give figures and put the words beside them: "
        f"`salary: {{min: 50000, max: 60000, currency: EUR, per: year, note: {words}}}`"
    )
    return Problem(codes.SALARY_WORDS, f"`{words}` says no figure", hint)


def one_end(text: str) -> Problem:
    """A range with one end."""
    hint = f"write both ends, such as `{EXAMPLE}`: many laws ask for them"
    return Problem(codes.SALARY_ONE_END, f"`{text}` gives only one end of the range", hint)


def no_figure(text: str, found: str) -> Problem:
    """Something else, or nothing, where a figure should stand."""
    if not found:
        return one_end(text)
    hint = f"write it like `{EXAMPLE}`"
    if len(found) == 3 and found.isalpha() and found.isupper():
        return Problem(codes.CURRENCY_UNKNOWN, f"unknown currency `{found}`", hint)
    return Problem(codes.SALARY_UNREADABLE, f"`{found}` stands where a figure is expected", hint)


def no_currency(text: str) -> Problem:
    """Figures without a currency."""
    return Problem(
        codes.SALARY_WITHOUT_CURRENCY,
        f"`{text}` has no currency",
        f"put its three letters first, such as `EUR {text}`",
    )


def two_currencies(text: str, named: tuple[str, ...]) -> Problem:
    """More than one currency."""
    message = f"`{text}` has two currencies: {' and '.join(named)}"
    return Problem(codes.SALARY_TWO_CURRENCIES, message, f"keep one, such as `{EXAMPLE}`")


def which_crowns(text: str) -> Problem:
    """`kr`, with the line written out for each country."""
    lines = [re.sub(r"\bkr\b\.?", code, text, flags=re.IGNORECASE) for code in CROWNS]
    message = f"`kr` could be {CROWNS[0]}, {CROWNS[1]} or {CROWNS[2]}"
    return Problem(codes.CURRENCY_AMBIGUOUS, message, f"write `{lines[0]}`, `{lines[1]}` or `{lines[2]}`")


def no_period(text: str) -> Problem:
    """A small figure without a period."""
    choices = ", ".join(f"`{text} per {period}`" for period in ("hour", "day", "month"))
    return Problem(
        codes.SALARY_WITHOUT_PERIOD,
        f"`{text}` doesn't say for how long",
        f"write {choices} or `{text} per year`",
    )


def reversed_range(salary: Salary) -> Problem:
    """A range from more to less."""
    least, most = _plain(salary.maximum), _plain(salary.minimum)
    period = f" per {salary.per}" if salary.per else ""
    return Problem(
        codes.SALARY_REVERSED,
        f"the range begins with {_plain(salary.minimum)}, more than its end {_plain(salary.maximum)}",
        instead=f"{salary.currency} {least} - {most}{period}",
    )


def finer_than_money(amounts: Iterable[Decimal], currency: str) -> Problem | None:
    """The first amount that has more decimals than the currency, which pages would show rounded."""
    decimals = decimals_of(currency)
    unit = Decimal(1).scaleb(-decimals)
    for amount in amounts:
        rounded = amount.quantize(unit, ROUND_HALF_UP)
        if rounded != amount:
            has = f"has {decimals} decimals" if decimals else "has no decimals"
            message = f"`{_plain(amount)}` is finer than money: {currency} {has}"
            return Problem(codes.FIGURE_FINE, message, f"round it, such as `{_plain(rounded)}`")
    return None


def trailing_words(salary: Salary, rest: str, words: str) -> Problem:
    """Words behind the salary, with the map that keeps them as a note."""
    note = words.strip(" ,;+()–—-.").replace('"', "'") or rest
    period = salary.per or "…"
    shown = (
        f"{{min: {_plain(salary.minimum)}, max: {_plain(salary.maximum)}, "
        f'currency: {salary.currency}, per: {period}, note: "{note}"}}'
    )
    message = f"`{rest.strip()}` behind the salary isn't understood"
    return Problem(codes.SALARY_TRAILING_WORDS, message, instead=shown)


def not_one_figure(text: str) -> Problem:
    """Figures in a form that can't be told, such as `1e5` or `1/2`."""
    hint = f"write the figures out in digits, such as `{EXAMPLE}`"
    return Problem(codes.SALARY_UNREADABLE, f"the figure in `{text}` can't be read", hint)


def _plain(figure: Decimal) -> str:
    return f"{figure.normalize():f}"
