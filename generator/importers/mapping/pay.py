"""What is paid, from the parts that other systems keep it in."""

from collections.abc import Mapping
from decimal import Decimal

from generator.content.values.currencies import parse_currency
from generator.content.values.problem import Problem
from generator.content.values.salary import parse_amount, parse_salary
from generator.importers.mapping.values import Found, clean
from generator.model.vocabulary import PAY_PERIOD

_SALARY = "salary"


def read_pay(parts: Mapping[str, str], language: str) -> Found:
    """The line that says what is paid by `minimum`, `maximum`, `currency` and `per`; empty parts may lack."""
    amounts = [_amount(parts.get(name, ""), language) for name in ("minimum", "maximum")]
    unread = [amount for amount in amounts if isinstance(amount, str)]
    figures = [amount for amount in amounts if isinstance(amount, Decimal) and amount]
    if unread:
        return _left_out(unread[0])
    if not figures:
        return Found()
    if len(figures) == 1:
        return _left_out("only one end of the range is given")
    ends = " - ".join(dict.fromkeys(format(figure, "f") for figure in figures))
    return _line(ends, clean(parts.get("currency", "")), clean(parts.get("per", "")), language)


def _line(ends: str, currency: str, per: str, language: str) -> Found:
    code = parse_currency(currency, language) if currency else ""
    period = PAY_PERIOD.find(per) or PAY_PERIOD.find(per.partition(" ")[2]) if per else ""
    if isinstance(code, Problem):
        return _left_out(code.message)
    if period is None:
        return _left_out(f"`{per}` isn't a period that is known here")
    line = " ".join(part for part in (code, ends, f"per {period}" if period else "") if part)
    found = parse_salary(line, language)
    return _left_out(found.message) if isinstance(found, Problem) else Found((line,))


def _amount(text: str, language: str) -> Decimal | str:
    """The amount, nought where there is none, or why it can't be read."""
    if not clean(text):
        return Decimal(0)
    found = parse_amount(clean(text), language)
    if isinstance(found, Decimal):
        return found
    return found.message if isinstance(found, Problem) else found.problem.message


def _left_out(why: str) -> Found:
    return Found(notes=(f"`{_SALARY}`: {why}, and is left out",))
