"""The numbers that a text shows, however its language groups and writes their digits."""

import re
import unicodedata
from collections.abc import Iterator

# What may stand between the digits of one number, in any language; a plain space may stand between two.
_NUMBER = re.compile("[0-9]+(?:[.,'’٫٬\u00a0\u202f][0-9]+)*")
_GROUPED = re.compile("[0-9]+|[0-9]{1,3}(?:[^0-9][0-9]{2,3})*[^0-9][0-9]{3}")
_DECIMAL = ".,٫"


def figures_in(text: str, decimal_marks: str) -> frozenset[str]:
    """Each number that stands by itself, in all ways to read it, as `plain` writes them.

    Three digits after a point or comma may be a group or decimals; they are decimals only after one of
    `decimal_marks`, those of the language.
    """
    found = _NUMBER.findall(_latin_digits(text))
    return frozenset(way for number in dict.fromkeys(found) for way in _readings(number, decimal_marks))


def plain(number: int | float) -> str:
    """A number with a point and no zeros that say nothing: 58000.0 is `58000`, and 3.10 is `3.1`."""
    return str(number) if isinstance(number, int) else _trimmed(f"{number:.6f}")


def _readings(number: str, decimal_marks: str) -> Iterator[str]:
    """A number without decimals, and with those that stand after its last mark."""
    if _GROUPED.fullmatch(number):
        yield _trimmed(f"{_digits(number)}.0")
    whole, mark, rest = _split(number)
    is_decimal = mark and mark in (decimal_marks if len(rest) == 3 else _DECIMAL)
    if is_decimal and len(rest) <= 3 and _GROUPED.fullmatch(whole):
        yield _trimmed(f"{_digits(whole)}.{rest}")


def _trimmed(number: str) -> str:
    whole, _, decimals = number.partition(".")
    return f"{whole.lstrip('0') or '0'}.{decimals}".rstrip("0").rstrip(".")


def _split(number: str) -> tuple[str, str, str]:
    """What stands before the last mark, the mark, and what stands after it."""
    rest = re.split("[^0-9]", number)[-1]
    before = number.removesuffix(rest)
    return before[:-1], before[-1:], rest


def _digits(number: str) -> str:
    return re.sub("[^0-9]", "", number)


def _latin_digits(text: str) -> str:
    """The text with the digits of every script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(ch)) if ch.isdecimal() else ch for ch in text)
