"""Pay in figures as a line that our salaries are written in."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from generator.content.values.currencies import decimals_of, tender
from generator.content.values.figures import separators
from generator.content.values.problem import Problem
from generator.content.values.salary import parse_salary
from generator.diagnostics.diagnostic import Severity


class Range(Struct, frozen=True):
    """What is paid, from and to, in a currency by its ISO code, `per` an hour, day, week, month or year.

    Zero stands for what isn't said, and an empty `per` too; `label` is what the source calls it.
    `is_guessed` says that the period is told by the size of the pay alone.
    """

    minimum: Decimal
    maximum: Decimal
    currency: str
    per: str
    label: str = ""
    is_guessed: bool = False


def salary(ranges: Iterable[Range], language: str) -> tuple[str, tuple[str, ...]]:
    """The line for `salary`, empty where none can be written, and notes about what isn't in it.

    Of several ranges in one currency for one period, it is the range from the least to the most.
    """
    said = [one for one in ranges if one.minimum > 0 or one.maximum > 0]
    usable = [one for one in said if not _fault(one)]
    notes = tuple(f"pay left out: {_shown(one)} {_fault(one)}" for one in said if _fault(one))
    kinds = {(one.currency, one.per) for one in usable}
    if len(kinds) > 1:
        listed = "; ".join(map(_shown, usable))
        return "", (*notes, f"pay left out: several currencies or periods ({listed})")
    if not usable:
        return "", notes
    first = usable[0]
    least, most = min(one.minimum for one in usable), max(one.maximum for one in usable)
    if len({(one.minimum, one.maximum) for one in usable}) > 1:
        notes = (*notes, f"the salary spans several ranges: {'; '.join(map(_shown, usable))}")
    line = _line(least, most, first.currency, first.per, language)
    read = parse_salary(line, language)
    if isinstance(read, Problem) and read.code.severity is Severity.ERROR:
        return "", (*notes, f"pay left out: {read.message}")
    if any(one.is_guessed for one in usable):
        notes = (*notes, f"the source doesn't say for how long it pays: it was read as `{line}`, by its size")
    return line, notes


def _fault(one: Range) -> str:
    """Why no salary can be made of a range; empty where one can."""
    if not one.currency:
        return "has no currency"
    if one.currency not in tender():
        return f"has `{one.currency}` for a currency"
    if one.minimum <= 0 or one.maximum <= 0:
        return "has one end only"
    if one.minimum > one.maximum:
        return "ends below where it begins"
    return "" if one.per else "doesn't say for how long"


def _shown(one: Range) -> str:
    ends = [_figure(end, _places(end, one.currency), ",") for end in (one.minimum, one.maximum) if end]
    return " ".join(filter(None, (one.label, one.currency, " - ".join(ends))))


def _line(least: Decimal, most: Decimal, currency: str, per: str, language: str) -> str:
    # Only where a comma parts thousands is it sure to be read so.
    group = "," if separators(language)[0] == "," else ""
    places = max(_places(amount, currency) for amount in (least, most))
    figures = dict.fromkeys(_figure(amount, places, group) for amount in (least, most))
    return f"{currency} {' - '.join(figures)} per {per}"


def _places(amount: Decimal, currency: str) -> int:
    return 0 if amount == amount.to_integral_value() else min(2, decimals_of(currency))


def _figure(amount: Decimal, places: int, group: str) -> str:
    return f"{amount:,.{places}f}".replace(",", group)
