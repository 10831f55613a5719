"""What is paid, from the parts that other systems keep it in as texts."""

from collections.abc import Mapping
from decimal import Decimal

from generator.content.values.currencies import parse_currency
from generator.content.values.problem import Problem
from generator.content.values.salary import parse_amount
from generator.importers.values.pay import Range
from generator.importers.values.words import name
from generator.model.vocabulary import PAY_PERIOD


def pay_range(parts: Mapping[str, str], language: str) -> tuple[Range, str]:
    """The range that `minimum`, `maximum`, `currency` and `per` say, and why it can't be read."""
    texts = {part: name(text) for part, text in parts.items()}
    per, currency = texts.get("per", ""), texts.get("currency", "")
    ends = [_amount(texts.get(end, ""), language) for end in ("minimum", "maximum")]
    code = parse_currency(currency, language) if currency else ""
    period = PAY_PERIOD.find(per) or PAY_PERIOD.find(per.partition(" ")[2]) or ""
    wrong = [found.message for found in (*ends, code) if isinstance(found, Problem)]
    if per and not period:
        wrong.append(f"`{per}` isn't a period that is known here")
    least, most = (end if isinstance(end, Decimal) else Decimal(0) for end in ends)
    return Range(least, most, code if isinstance(code, str) else "", period), next(iter(wrong), "")


def _amount(text: str, language: str) -> Decimal | Problem:
    """The amount, nought where there is none."""
    found = parse_amount(text, language) if text else Decimal(0)
    return found if isinstance(found, Decimal | Problem) else found.problem
