from decimal import Decimal

import pytest

from generator.content.values.problem import Problem
from generator.content.values.salary import Unsettled, parse_amount, parse_salary, settled
from generator.model.values import Salary


@pytest.mark.parametrize(
    ("text", "language", "salary"),
    [
        ("USD 180,000 - 220,000 per year", "en", (180000, 220000, "USD", "year")),
        ("€55k–65k", "en", (55000, 65000, "EUR", "year")),
        ("€55–65k", "en", (55000, 65000, "EUR", "year")),
        ("£30 an hour", "en", (30, 30, "GBP", "hour")),
        ("£12.50/hr", "en", ("12.5", "12.5", "GBP", "hour")),
        ("SEK 52 000 – 64 000 / month", "en", (52000, 64000, "SEK", "month")),
        ("SEK\u00a052\u202f000 per month", "en", (52000, 52000, "SEK", "month")),
        ("55,000 EUR per annum", "en", (55000, 55000, "EUR", "year")),
        ("EUR 3,500 monthly", "en", (3500, 3500, "EUR", "month")),
        ("$120,000 - $140,000 per year", "en", (120000, 140000, "$", "year")),
        ("USD 120,000 - $140,000", "en", (120000, 140000, "USD", "year")),
        ("US$120K–US$150K", "en", (120000, 150000, "USD", "year")),
        ("C$90,000–C$110,000 per annum", "en", (90000, 110000, "CAD", "year")),
        ("A$45.50 per hour", "en", ("45.5", "45.5", "AUD", "hour")),
        ("£60k to £75k p.a.", "en", (60000, 75000, "GBP", "year")),
        ("from £50k to £60k a year", "en", (50000, 60000, "GBP", "year")),
        ("CHF 120'000 per year", "en", (120000, 120000, "CHF", "year")),
        ("CHF 120’000.– per year", "en", (120000, 120000, "CHF", "year")),
        ("EUR 1.250.000 per year", "en", (1250000, 1250000, "EUR", "year")),
        ("USD 1.2m per year", "en", (1200000, 1200000, "USD", "year")),
        ("¥6,000,000", "en", (6000000, 6000000, "JPY", "year")),
        ("₹1,800,000 per annum", "en", (1800000, 1800000, "INR", "year")),
        ("₦900,000 a month", "en", (900000, 900000, "NGN", "month")),
        ("KWD 3.125 per hour", "en", ("3.125", "3.125", "KWD", "hour")),
        ("BHD 0.750 - 1,250.125 per day", "en", ("0.75", "1250.125", "BHD", "day")),
        ("KWD 3.125 par heure", "fr", ("3.125", "3.125", "KWD", "hour")),
        ("3,125 KWD par heure", "fr", ("3.125", "3.125", "KWD", "hour")),
        ("KWD 3,125 per month", "en", (3125, 3125, "KWD", "month")),
        ("KWD 3.125 im Monat", "de", (3125, 3125, "KWD", "month")),
        ("INR 12,00,000 - 1,20,00,000.50 per year", "en", (1200000, "12000000.5", "INR", "year")),
        ("JPY 1250.00 per hour", "en", (1250, 1250, "JPY", "hour")),
        ("JPY 1250.5k per month", "en", (1250500, 1250500, "JPY", "month")),
        ("R$ 8.500 por mes", "pt-BR", (8500, 8500, "BRL", "month")),
        ("12 000 zł monthly", "en", (12000, 12000, "PLN", "month")),
        ("EUR 55.000 bis 65.000 pro Jahr", "de", (55000, 65000, "EUR", "year")),
        ("3.500,50 € im Monat", "de", ("3500.5", "3500.5", "EUR", "month")),
        ("45 000 à 50 000 euros par an", "fr", (45000, 50000, "EUR", "year")),
        ("SEK 52 000 per månad", "sv", (52000, 52000, "SEK", "month")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_salary_is_read(text: str, language: str, salary: tuple[str | int, str | int, str, str]) -> None:
    minimum, maximum, currency, per = salary
    assert parse_salary(text, language) == Salary(Decimal(minimum), Decimal(maximum), currency, per)


@pytest.mark.parametrize(
    ("text", "language", "code", "message", "hint"),
    [
        (
            "competitive", "en", "salary-in-words", "`competitive` says no figure",
            "leave the line out, or give figures and put the words beside them: "
            "`salary: {min: 50000, max: 60000, currency: EUR, per: year, note: competitive}`",
        ),
        (
            "nach Vereinbarung", "de", "salary-in-words", "`nach Vereinbarung` says no figure",
            "leave the line out, or give figures and put the words beside them: "
            "`salary: {min: 50000, max: 60000, currency: EUR, per: year, note: nach Vereinbarung}`",
        ),
        (
            "180,000 - 220,000 per year", "en", "salary-without-currency",
            "`180,000 - 220,000 per year` has no currency",
            "put its three letters first, such as `EUR 180,000 - 220,000 per year`",
        ),
        (
            "52 000 kr per month", "en", "ambiguous-currency", "`kr` could be SEK, NOK or DKK",
            "write `52 000 SEK per month`, `52 000 NOK per month` or `52 000 DKK per month`",
        ),
        (
            "ZZZ 5000 per month", "en", "unknown-currency", "unknown currency `ZZZ`",
            "write it like `USD 180,000 - 220,000 per year`",
        ),
        (
            "EUR 55,000 - USD 60,000", "en", "two-currencies",
            "`EUR 55,000 - USD 60,000` has two currencies: EUR and USD",
            "keep one, such as `USD 180,000 - 220,000 per year`",
        ),
        (
            "EUR 1.000 per month", "en", "ambiguous-figure", "`1.000` could mean 1,000 or 1.00",
            "write `1,000` or `1.00`",
        ),
        (
            "EUR 55,000 pro Jahr", "de", "ambiguous-figure", "`55,000` could mean 55.000 or 55,00",
            "write `55.000` or `55,00`",
        ),
        (
            "EUR 55.000 par an", "fr", "ambiguous-figure", "`55.000` could mean 55 000 or 55,00",
            "write `55 000` or `55,00`",
        ),
        (
            "USD 18,0000 per year", "en", "unreadable-figure", "`18,0000` isn't a figure that can be read",
            "write the digits with one kind of separator between groups of three, or with none: `180000`",
        ),
        (
            "INR 12,0,000 per year", "en", "unreadable-figure", "`12,0,000` isn't a figure that can be read",
            "write the digits with one kind of separator between groups of three, or with none: `180000`",
        ),
        (
            "JPY 1250.50 per hour", "en", "finer-than-money",
            "`1250.5` is finer than money: JPY has no decimals", "round it, such as `1251`",
        ),
        (
            "ISK 4,500 - 4,500.5 per hour", "en", "finer-than-money",
            "`4500.5` is finer than money: ISK has no decimals", "round it, such as `4501`",
        ),
        (
            "KWD 3,125 pro Monat", "gsw", "ambiguous-figure", "`3,125` could mean 3’125 or 3.125",
            "write `3’125` or `3.125`",
        ),
        (
            "EUR 3,500", "en", "salary-without-period", "`EUR 3,500` doesn't say for how long",
            "write `EUR 3,500 per hour`, `EUR 3,500 per day`, `EUR 3,500 per month` "
            "or `EUR 3,500 per year`",
        ),
        (
            "JPY 500,000", "en", "salary-without-period", "`JPY 500,000` doesn't say for how long",
            "write `JPY 500,000 per hour`, `JPY 500,000 per day`, `JPY 500,000 per month` "
            "or `JPY 500,000 per year`",
        ),
        (
            "up to EUR 65k", "en", "salary-one-end", "`up to EUR 65k` gives only one end of the range",
            "write both ends, such as `USD 180,000 - 220,000 per year`: many laws ask for them",
        ),
        (
            "€50k+", "en", "salary-one-end", "`€50k+` gives only one end of the range",
            "write both ends, such as `USD 180,000 - 220,000 per year`: many laws ask for them",
        ),
        (
            "EUR per year 55,000", "en", "unreadable-salary", "`per` stands where a figure is expected",
            "write it like `USD 180,000 - 220,000 per year`",
        ),
    ],
    ids=[
        "competitive", "nach Vereinbarung", "no currency", "kr", "unknown currency", "two currencies",
        "dot in English", "comma in German", "dot in French", "bad groups",
        "bad Indian groups", "yen with a fraction", "second figure", "comma in Swiss German", "no period",
        "no period, yen",
        "up to", "plus", "order",
    ],
)  # fmt: skip
def test_salary_is_refused_with_what_to_write(
    text: str, language: str, code: str, message: str, hint: str
) -> None:
    problem = parse_salary(text, language)
    assert isinstance(problem, Problem)
    assert (problem.code.name, problem.message, problem.hint) == (code, message, hint)


@pytest.mark.parametrize(
    ("text", "code", "instead"),
    [
        ("EUR 65,000 - 55,000 per year", "salary-reversed", "EUR 55000 - 65000 per year"),
        (
            "EUR 55,000 per year plus bonus", "salary-trailing-words",
            '{min: 55000, max: 55000, currency: EUR, per: year, note: "plus bonus"}',
        ),
        (
            "£12 gross per hour", "salary-trailing-words",
            '{min: 12, max: 12, currency: GBP, per: hour, note: "gross"}',
        ),
        (
            "$120k-140k DOE", "salary-trailing-words",
            '{min: 120000, max: 140000, currency: $, per: year, note: "DOE"}',
        ),
    ],
    ids=["reversed", "bonus", "word amid", "DOE"],
)  # fmt: skip
def test_salary_comes_back_as_the_line_to_write(text: str, code: str, instead: str) -> None:
    problem = parse_salary(text, "en")
    assert isinstance(problem, Problem)
    assert (problem.code.name, problem.instead) == (code, instead)


@pytest.mark.parametrize(
    ("text", "amount"), [("180000", 180000), ("180,000", 180000), ("180 000", 180000), ("55k", 55000)]
)
def test_amount_is_a_figure_alone(text: str, amount: int) -> None:
    assert parse_amount(text, "en") == Decimal(amount)


@pytest.mark.parametrize("text", ["EUR 5", "a lot", "1.0000", "5 per hour", ""])
def test_amount_with_more_is_refused(text: str) -> None:
    assert isinstance(parse_amount(text, "en"), Problem)


def test_currency_settles_whether_three_digits_behind_a_dot_are_a_fraction() -> None:
    amount = parse_amount("1.250", "en")
    assert isinstance(amount, Unsettled)
    assert settled(amount, "KWD") == Decimal("1.25")
    for currency in ("EUR", "JPY", "$"):
        problem = settled(amount, currency)
        assert isinstance(problem, Problem)
        assert problem.code.name == "ambiguous-figure"


@pytest.mark.parametrize(
    ("amount", "currency", "has"),
    [("12.505", "$", "2 decimals"), ("4500.5", "ISK", "no decimals"), ("1.2345", "KWD", "3 decimals")],
)
def test_amount_finer_than_its_currency_is_refused(amount: str, currency: str, has: str) -> None:
    problem = settled(Decimal(amount), currency)
    assert isinstance(problem, Problem)
    assert problem.message == f"`{amount}` is finer than money: {currency} has {has}"
