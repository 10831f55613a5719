import pytest

from generator.importers.values.written_days import DAY_FIRST, MONTH_FIRST, order_of, read_day


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-02",
        "2026-03-02T09:30:00+01:00",
        "2026-03-02 09:30:00 -0500",
        "2026/3/2",
        "20260302",
        "2.3.2026",
        "2.3.26",
        "02. 03. 2026",
        "2 March 2026",
        "Mar 2nd, 2026",
        "March 2, 2026 9:00 AM",
        "Mon, 02 Mar 2026 10:00:00 GMT",
        "2. März 2026",
        "2 mars 2026",
        "2 de marzo de 2026",
    ],
)
def test_day_is_read_in_many_spellings(text: str) -> None:
    assert read_day(text, "en") == (("2026-03-02",), "")


@pytest.mark.parametrize(("order", "day"), [(DAY_FIRST, "2026-02-03"), (MONTH_FIRST, "2026-03-02")])
def test_order_settles_a_day_that_could_be_two(order: str, day: str) -> None:
    for text in ("03/02/2026", "3/2/26", "03/02/2026 10:15:00"):
        assert read_day(text, "en", order) == ((day,), "")


def test_day_that_could_be_two_says_how_to_settle_it() -> None:
    found, why = read_day("03/02/2026", "en")
    assert found == ()
    assert "say `format: day-month-year` or `format: month-day-year` in the map" in why


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (("03/02/2026", "25/02/2026"), DAY_FIRST),
        (("03/02/2026", "02/25/2026"), MONTH_FIRST),
        (("3/2/26", "2/25/26 9:30"), MONTH_FIRST),
        (("03/02/2026", "2026-03-25"), ""),
        (("25/02/2026", "02/25/2026"), ""),
    ],
)
def test_other_days_show_the_order(texts: tuple[str, ...], order: str) -> None:
    assert order_of(texts) == order
