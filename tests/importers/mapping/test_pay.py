import pytest

from generator.importers.mapping.pay import read_pay


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (("50,000", "60000.00", "EUR", "year"), "EUR 50000 - 60000.00 per year"),
        (("50k", "60k", "€", "annum"), "EUR 50000 - 60000 per year"),
        (("12.50", "12.50", "gbp", "per hour"), "GBP 12.50 per hour"),
        (("50000", "60000", "USD", ""), "USD 50000 - 60000"),
        (("", "", "EUR", "year"), ""),
        (("0", "0", "EUR", "year"), ""),
    ],
)
def test_parts_become_a_line(parts: tuple[str, str, str, str], line: str) -> None:
    names = ("minimum", "maximum", "currency", "per")
    found = read_pay(dict(zip(names, parts, strict=True)), "en")
    assert (found.values, found.notes) == ((line,) if line else (), ())


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"minimum": "50000", "currency": "EUR", "per": "year"}, "only one end"),
        ({"minimum": "50", "maximum": "60", "currency": "EUR"}, "left out"),
        ({"minimum": "50000", "maximum": "60000", "per": "year"}, "left out"),
        ({"minimum": "60000", "maximum": "50000", "currency": "EUR", "per": "year"}, "left out"),
        ({"minimum": "a lot", "maximum": "60000", "currency": "EUR", "per": "year"}, "`a lot`"),
        ({"minimum": "1", "maximum": "2", "currency": "XYZ", "per": "year"}, "unknown currency `XYZ`"),
        ({"minimum": "1", "maximum": "2", "currency": "EUR", "per": "fortnight"}, "`fortnight`"),
    ],
)
def test_parts_that_say_too_little_are_told(parts: dict[str, str], why: str) -> None:
    found = read_pay(parts, "en")
    assert found.values == ()
    assert why in found.notes[0]
