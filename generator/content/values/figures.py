"""Figures with thousands separators, read by the conventions of a language."""

import re
from decimal import Decimal
from functools import cache

from babel.core import Locale, UnknownLocaleError

from generator.content.values.problem import Problem
from generator.diagnostics.codes import values as codes

# A figure as it stands in running text: groups of three, or digits with dots and commas.
FIGURE = r"\d{1,3}(?:[ \u00a0\u202f\u2009'’.,]\d{3})+(?:[.,]\d{1,2})?(?![\d])|\d+(?:[.,]\d+)*"
_SPACES = re.compile("[\\s\u00a0\u202f\u2009'’]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_MARK = re.compile(r"[.,]")
# In threes, or as in India, where twos follow the first three: 12,00,000.
_GROUPED = re.compile(r"^\d{1,3}(?:[.,]\d{3})+$|^\d{1,2}(?:,\d{2})+,\d{3}$")
_LONGEST = 18


def read_figure(text: str, language: str, decimals: int = 2) -> Decimal | Problem:
    """The number that the text writes; a problem with both readings where it could be two numbers.

    Where prices have three `decimals`, three digits behind a dot are no thousands, unless the language
    writes thousands so.
    """
    digits = _SPACES.sub("", text)
    if not _DIGITS.fullmatch(digits) or len(digits) > _LONGEST:
        return _unreadable(text)
    marks = _MARK.findall(digits)
    if len(set(marks)) == 2:
        return _both_marks(text, digits, decimals)
    if len(marks) > 1:
        return Decimal(re.sub(r"[.,]", "", digits)) if _GROUPED.match(digits) else _unreadable(text)
    if not marks:
        return Decimal(digits)
    return _one_mark(text, digits, marks[0], language, decimals)


def _both_marks(text: str, digits: str, decimals: int) -> Decimal | Problem:
    whole, mark, fraction = re.split(r"([.,])(?=\d+$)", digits)
    if mark in whole or not _GROUPED.match(whole) or len(fraction) > max(2, decimals):
        return _unreadable(text)
    return Decimal(re.sub(r"[.,]", "", whole) + "." + fraction)


def _one_mark(text: str, digits: str, mark: str, language: str, decimals: int) -> Decimal | Problem:
    whole, _, fraction = digits.partition(mark)
    group, decimal = separators(language)
    is_fine = len(fraction) == decimals == 3 and mark in (decimal, ".") and mark != group
    if len(fraction) <= 2 or is_fine:
        return Decimal(f"{whole}.{fraction}")
    if len(fraction) != 3 or len(whole) > 3 or whole.startswith("0"):
        return _unreadable(text)
    if mark == group:
        return Decimal(whole + fraction)
    thousands, small = f"{whole}{group}{fraction}", f"{whole}{decimal}{fraction[: max(2, decimals)]}"
    return Problem(
        codes.FIGURE_AMBIGUOUS,
        f"`{text.strip()}` could mean {thousands} or {small}",
        f"write `{thousands}` or `{small}`",
    )


def _unreadable(text: str) -> Problem:
    hint = "write the digits with one kind of separator between groups of three, or with none: `180000`"
    return Problem(codes.FIGURE_UNREADABLE, f"`{text.strip()}` isn't a figure that can be read", hint)


@cache
def separators(language: str) -> tuple[str, str]:
    """What a language puts between thousands and before a fraction; any blank becomes a plain one."""
    try:
        symbols = Locale.parse(language, sep="-").number_symbols
    except (UnknownLocaleError, ValueError):
        return ",", "."
    latin = symbols.get("latn", symbols)
    group = str(latin["group"])
    return (" " if group.isspace() else group), str(latin["decimal"])
