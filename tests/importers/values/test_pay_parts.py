import pytest

from generator.importers.values.pay import salary
from generator.importers.values.pay_parts import pay_range

_PARTS = ("minimum", "maximum", "currency", "per")


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (("50,000", "60000.00", "EUR", "year"), "EUR 50,000 - 60,000 per year"),
        (("50k", "60k", "€", "annum"), "EUR 50,000 - 60,000 per year"),
        (("12.50", "12.50", "gbp", "per hour"), "GBP 12.50 per hour"),
        (("", "", "EUR", "year"), ""),
        (("0", "0", "EUR", "year"), ""),
    ],
)
def test_parts_become_a_line(parts: tuple[str, ...], line: str) -> None:
    said, wrong = pay_range(dict(zip(_PARTS, parts, strict=True)), "en")
    assert (wrong, salary((said,), "en")) == ("", (line, ()))


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        (("50000", "", "EUR", "year"), "EUR 50,000 has one end only"),
        (("50", "60", "EUR", ""), "EUR 50 - 60 doesn't say for how long"),
        (("50000", "60000", "", "year"), "50,000 - 60,000 has no currency"),
        (("60000", "50000", "EUR", "year"), "ends below where it begins"),
    ],
)
def test_parts_that_say_too_little_are_told(parts: tuple[str, ...], why: str) -> None:
    line, notes = salary((pay_range(dict(zip(_PARTS, parts, strict=True)), "en")[0],), "en")
    assert line == ""
    assert why in notes[0]


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        (("a lot", "60000", "EUR", "year"), "`a lot`"),
        (("1", "2", "XYZ", "year"), "unknown currency `XYZ`"),
        (("1", "2", "EUR", "fortnight"), "`fortnight`"),
    ],
)
def test_part_that_cannot_be_read_is_told(parts: tuple[str, ...], why: str) -> None:
    assert why in pay_range(dict(zip(_PARTS, parts, strict=True)), "en")[1]
