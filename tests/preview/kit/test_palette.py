"""Which custom properties are colours."""

import pytest

from generator.preview.kit.palette import colours_of


@pytest.mark.parametrize(
    "value",
    [
        "#fff",
        "#1f6f54",
        "#0008",
        "RebeccaPurple",
        "transparent",
        "rgb(0 0 0 / 20%)",
        "oklch(from var(--brand) 0.9 c h)",
        "light-dark(#fff, black)",
        "color-mix(in oklab, red, var(--x))",
        "var(--unknown, #2c4f8c)",
        "/* dark */ #123 /* blue */",
        "red !important",
    ],
)
def test_colour_is_found(value: str) -> None:
    assert colours_of([f":root {{ --x: {value} }}"]) == ("--x",)


@pytest.mark.parametrize(
    "value",
    [
        "1rem",
        "0 1px rgb(0 0 0)",
        "'red'",
        "system-ui, sans-serif",
        "var(--unknown)",
        "#12",
        "initial",
        "",
        "linear-gradient(red, blue)",
    ],
)
def test_anything_else_is_none(value: str) -> None:
    assert colours_of([f":root {{ --x: {value}; }}"]) == ()


def test_colours_come_once_in_the_order_of_the_sheets() -> None:
    sheets = [
        ":root{--b:#000;--a:var(--c)}",
        "/* --d: red; */ @media print{:root{--b:#fff}} a{--c:red;color:var(--b)}",
    ]
    assert colours_of(sheets) == ("--b", "--a", "--c")


def test_properties_that_lead_in_a_circle_are_none() -> None:
    assert colours_of([":root { --a: var(--b); --b: var(--a) }"]) == ()
