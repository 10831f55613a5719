"""Currencies by code, sign or name."""

from collections.abc import Mapping
from functools import cache

from babel.core import get_global
from babel.numbers import get_currency_precision

from generator.content.values.problem import Problem
from generator.diagnostics.codes import values as codes
from generator.diagnostics.suggest import did_you_mean

# A bare `$` stays as it is: the place of the job says which dollar is meant.
SIGNS: Mapping[str, str] = {
    "US$": "USD", "CA$": "CAD", "C$": "CAD", "AU$": "AUD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "SG$": "SGD", "R$": "BRL", "MX$": "MXN", "NT$": "TWD", "$": "$", "€": "EUR", "£": "GBP",
    "¥": "JPY", "₹": "INR", "₦": "NGN", "₩": "KRW", "₪": "ILS", "₱": "PHP", "฿": "THB", "₫": "VND",
    "₴": "UAH", "₺": "TRY", "zł": "PLN", "kč": "CZK", "euro": "EUR", "euros": "EUR",
}  # fmt: skip
CROWNS = ("SEK", "NOK", "DKK")
_BY_FOLDED: Mapping[str, str] = {sign.casefold(): code for sign, code in SIGNS.items()}


def find_currency(text: str) -> str | Problem | None:
    """The ISO code (or `$`) of a sign or code; a problem for the ambiguous `kr`; None for other words."""
    folded = text.strip().casefold()
    if folded in ("kr", "kr."):
        return Problem(
            codes.CURRENCY_AMBIGUOUS,
            f"`{text.strip()}` could be {CROWNS[0]}, {CROWNS[1]} or {CROWNS[2]}",
            f"write `{CROWNS[0]}`, `{CROWNS[1]}` or `{CROWNS[2]}`",
        )
    if folded in _BY_FOLDED:
        return _BY_FOLDED[folded]
    code = folded.upper()
    return code if len(code) == 3 and code in tender() else None


def parse_currency(text: str, _language: str) -> str | Problem:
    """The ISO code (or a bare `$`) that the text names."""
    found = find_currency(text)
    if found is not None:
        return found
    known = tender() if len(text) == 3 else ()
    hint = did_you_mean(text, known, "write its three letters, such as `EUR` or `USD`")
    return Problem(codes.CURRENCY_UNKNOWN, f"unknown currency `{text}`", hint)


@cache
def tender() -> frozenset[str]:
    """The codes of all currencies in use."""
    periods = get_global("territory_currencies").values()
    return frozenset(
        code for rows in periods for code, _, end, is_tender in rows if end is None and is_tender
    )


@cache
def decimals_of(currency: str) -> int:
    """How many digits behind the point prices in it have: none in yen, two in an unsettled `$`."""
    return get_currency_precision(currency)
