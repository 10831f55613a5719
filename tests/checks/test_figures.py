import pytest

from generator.checks.figures import figures_in, plain


@pytest.mark.parametrize(
    ("text", "marks", "figures"),
    [
        ("from 2026 62,000", ".", {"2026", "62000"}),
        ("62,000", ",", {"62000", "62"}),
        ("3.100", ".", {"3100", "3.1"}),
        ("1.058.000,50", ",", {"1058000.5"}),
        ("5,80,000", ".", {"580000"}),
        ("62’000 and 7\u202f500", ".", {"62000", "7500"}),
        ("٦٢٬٠٠٠٫٢٥", ".٫", {"62000.25"}),
        ("1.2.34", ".", set()),
        ("007 and 0.50", ".", {"7", "0.5"}),
        ("no number", ".", set()),
    ],
)
def test_number_is_read_in_every_way_it_may_be_meant(text: str, marks: str, figures: set[str]) -> None:
    assert figures_in(text, marks) == figures


@pytest.mark.parametrize(
    ("number", "text"), [(58000, "58000"), (58000.0, "58000"), (3.10, "3.1"), (0.0, "0")]
)
def test_zeros_that_say_nothing_are_left_out(number: float, text: str) -> None:
    assert plain(number) == text
