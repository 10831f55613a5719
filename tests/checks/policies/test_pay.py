"""Where a posting may need a pay range, and how that is told."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from generator.checks.policies.pay_laws import PAY_LAWS, PayLaw
from generator.checks.policies.regions import CITIES
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.model.country_names import CANADIAN_PROVINCES, US_STATES
from generator.model.documents import Spans
from generator.model.site_config import Company
from generator.model.territories import country_name, name_key
from generator.model.values import PlaceEntry, Salary
from tests.builders import make_posting
from tests.checks.policies.judging import judged

DAY = date(2026, 11, 28)
LARGE = Company(employees=5000)
RANGE = Salary(Decimal(60000), Decimal(72000), "USD", "year")


def _of_pay(today: date = DAY, company: Company = LARGE, **fields: Any) -> list[Diagnostic]:
    """What is said of the pay of a posting that was posted the day before."""
    posting = make_posting("x", posted=date(2026, 11, 1), **fields)
    found = judged(posting, today=today, company=company)
    return [problem for problem in found if "pay" in problem.code.name]


def _names(**fields: Any) -> list[str]:
    return [problem.code.name for problem in _of_pay(**fields)]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("San Francisco, CA, USA", "California (since 2023-01-01)"),
        ("Fresno, California, USA", "California (since 2023-01-01)"),
        ("San Francisco, USA", "California (since 2023-01-01)"),
        ("Denver, CO, United States", "Colorado (since 2021-01-01)"),
        ("Washington, DC, USA", "District of Columbia (since 2024-06-30)"),
        ("Honolulu, Hawaii, USA", "Hawaii (since 2024-01-01)"),
        ("Chicago, IL, USA", "Illinois (since 2025-01-01)"),
        ("Portland, ME, USA", "Maine (since about July 2026)"),
        ("Baltimore, MD, USA", "Maryland (since 2024-10-01)"),
        ("Boston, MA, USA", "Massachusetts (since 2025-10-29)"),
        ("Duluth, MN, USA", "Minnesota (since 2025-01-01)"),
        ("Newark, NJ, USA", "New Jersey (since 2025-06-01)"),
        ("New York, NY, USA", "New York (since 2023-09-17)"),
        ("New York, USA", "New York (since 2023-09-17)"),
        ("Burlington, VT, USA", "Vermont (since 2025-07-01)"),
        ("Richmond, VA, USA", "Virginia (since 2026-07-01)"),
        ("Seattle, WA, USA", "Washington (since 2023-01-01)"),
        ("Cleveland, OH, USA", "Cleveland (since 2025-10-27)"),
        ("Columbus, OH, USA", "Columbus (from 2027-01-01)"),
        ("Vancouver, BC, Canada", "British Columbia (since 2023-11-01)"),
        ("Toronto, ON, Canada", "Ontario (since 2026-01-01)"),
        ("Charlottetown, PE, Canada", "Prince Edward Island (since 2022-06-01)"),
        ("Vienna, Austria", "Austria (since 2011)"),
        ("Milan, Italy", "Italy (since about 2026)"),
        ("Riga, Latvia", "Latvia (since 2018)"),
        ("Vilnius, Lithuania", "Lithuania (since 2019)"),
    ],
)
def test_place_whose_law_may_ask_for_a_range_is_told(place: str, told: str) -> None:
    (problem,) = _of_pay(location=(place,))
    assert problem.code.name == "pay-range-missing"
    assert problem.message == f"`salary` has no pay range: the posting may need one in {told}"
    assert "https://" in problem.hint


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ("San Francisco, Bay Area, USA", "California"),
        ("Los Angeles, Calif., USA", "California"),
        ("Denver, Colo., USA", "Colorado"),
        ("Aurora, Colo, USA", "Colorado"),
        ("Boston, Mass., USA", "Massachusetts"),
        ("Salem, Massachusetts, New England, USA", "Massachusetts"),
        ("Georgetown, D. C., USA", "District of Columbia"),
        ("Albany, N.Y., USA", "New York"),
        ("Albany, N. Y., USA", "New York"),
        ("Camden, N.J., USA", "New Jersey"),
        ("Buffalo, USA", "New York"),
        ("NYC, USA", "New York"),
        ("Manhattan, New York City, USA", "New York"),
        ("St. Paul, USA", "Minnesota"),
        ("Redmond, USA", "Washington"),
        ("Newark, USA", "New Jersey"),
        ("Toronto, GTA, Canada", "Ontario"),
        ("Guelph, Ont., Canada", "Ontario"),
        ("Tofino, B.C., Canada", "British Columbia"),
        ("Souris, PEI, Canada", "Prince Edward Island"),
        ("Charlottetown, P.E.I., Canada", "Prince Edward Island"),
    ],
)
def test_region_is_understood_in_its_usual_spellings_and_else_by_a_well_known_city(
    place: str, region: str
) -> None:
    (problem,) = _of_pay(location=(place,))
    assert f"may need one in {region} (since" in problem.message


@pytest.mark.parametrize(
    "place",
    [
        "Nashville, TN, USA",
        "Springfield, Greater Springfield, USA",
        "Portland, USA",
        "Delaware, Central Ohio Valley, USA",
        "St. John's, N.L., Canada",
        "Vancouver, USA",
        "Hartford, CT, USA",  # on request only
        "Cincinnati, OH, USA",
        "Wilmington, DE, USA",  # from 2027-09-26: too far ahead
        "Calgary, AB, Canada",
        "Montreal, QC, Canada",
        "London, United Kingdom",
        "Zurich, Switzerland",
        "Oslo, Norway",
        "Tokyo, Japan",
        "Vancouver, WA, Mexico",
    ],
)
def test_place_without_such_a_law_is_quiet(place: str) -> None:
    assert _names(location=(place,)) == []


@pytest.mark.parametrize("place", ["Berlin, Germany", "Paris, France", "Valletta, Malta", "Warsaw, Poland"])
def test_other_members_of_the_union_get_a_notice(place: str) -> None:
    (problem,) = _of_pay(location=(place,))
    assert (problem.code.name, problem.severity) == ("pay-before-interview", Severity.NOTICE)
    assert (
        f"candidates in {place.split(', ')[1]} may have to hear of it before an interview" in problem.message
    )


@pytest.mark.parametrize(
    ("countries", "told"),
    [
        (("EU", "DE"), "the European Union"),
        (("PL", "EU"), "the European Union"),
        (("NL",), "the Netherlands"),
        (("NL", "FR", "SE"), "France, the Netherlands and Sweden"),
        (("NL", "FR", "SE", "DE"), "France, Germany, the Netherlands and 1 more place"),
    ],
)
def test_members_of_the_union_are_named_once_and_with_their_articles(
    countries: tuple[str, ...], told: str
) -> None:
    (problem,) = _of_pay(remote="yes", remote_from=countries, location=())
    assert problem.message == (
        f"`salary` has no pay range: candidates in {told} may have to hear of it before an interview"
    )


def test_range_and_one_figure_are_pay_and_closed_postings_are_never_judged() -> None:
    place = ("Denver, CO, USA",)
    assert _names(location=place, salary=RANGE) == []
    assert _names(location=place, salary=replace(RANGE, minimum=RANGE.maximum)) == []
    assert _names(location=place, status="filled") == []
    assert _names(location=place, status="on-hold") == []
    assert _names(location=place, opens=date(2026, 12, 24)) == ["pay-range-missing"]


@pytest.mark.parametrize("end", ["minimum", "maximum"])
def test_one_end_alone_is_no_range(end: str) -> None:
    posting = make_posting("x", location=("Denver, CO, USA",), salary=RANGE, posted=date(2026, 11, 1))
    spans = Spans(posting.spans.path, f"\nsalary 3 1 5\nsalary.{end} 4 3 9\n")
    (problem, *_) = judged(replace(posting, spans=spans), today=DAY, company=LARGE)
    assert (
        "`salary` has only one end of a pay range: the posting may need both in Colorado" in problem.message
    )


def test_places_with_pay_of_their_own_count_one_by_one() -> None:
    paid, unpaid = PlaceEntry("Denver, CO, USA", salary=RANGE), PlaceEntry("Boston, MA, USA")
    (problem,) = _of_pay(location=(paid, unpaid))
    assert problem.message.endswith("may need one in Massachusetts (since 2025-10-29)")
    assert _names(location=(paid, replace(unpaid, salary=RANGE))) == []


def test_several_places_are_one_message() -> None:
    (problem,) = _of_pay(location=("Denver, CO, USA", "Boston, MA, USA", "Vienna, Austria", "Paris, France"))
    named = "Colorado (since 2021-01-01), Massachusetts (since 2025-10-29) and Austria (since 2011)"
    assert problem.message.endswith(f"may need one in {named}")


def test_remote_posting_open_to_a_country_counts_for_all_its_states_in_one_message() -> None:
    (problem,) = _of_pay(remote="yes", remote_from=("US", "SE"), location=())
    assert problem.message == (
        "`salary` has no pay range: the posting may need one in California (since 2023-01-01), "
        "Colorado (since 2021-01-01), District of Columbia (since 2024-06-30) and 11 more places"
    )


def test_city_rules_are_for_work_in_the_city_and_add_nothing_to_their_states() -> None:
    (problem,) = _of_pay(remote="yes", remote_from=("US",), location=())
    assert "Cleveland" not in problem.message
    (problem,) = _of_pay(location=("Jersey City, NJ, USA",))
    assert "Jersey City" not in problem.message
    small = Company(employees=6)
    (problem,) = _of_pay(location=("Jersey City, NJ, USA",), company=small)
    assert "Jersey City (since 2022)" in problem.message


def test_remote_from_anywhere_names_no_country() -> None:
    assert _names(remote="yes", remote_from=("anywhere",), location=()) == []


def test_hybrid_posting_counts_where_its_place_is() -> None:
    assert _names(remote="hybrid", remote_from=("US",), location=("Oslo, Norway",)) == []


@pytest.mark.parametrize(("employees", "told"), [(14, False), (15, True), (None, True)])
def test_size_of_the_employer_decides(employees: int | None, told: bool) -> None:
    found = _of_pay(location=("Chicago, IL, USA",), company=Company(employees=employees))
    assert bool(found) is told


def test_unknown_size_counts_as_large_and_that_is_said() -> None:
    (problem,) = _of_pay(location=("Chicago, IL, USA",), company=Company())
    assert "counts as large until site.yaml says `company: {employees: …}`" in problem.hint
    (problem,) = _of_pay(location=("Chicago, IL, USA",))
    assert "employees" not in problem.hint
    (problem,) = _of_pay(location=("Denver, CO, USA",), company=Company())
    assert "employees" not in problem.hint


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 10, 2), False),
        (date(2026, 10, 3), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), True),
    ],
)
def test_rule_to_come_is_told_ninety_days_ahead(today: date, told: bool) -> None:
    found = judged(
        make_posting("x", posted=date(2026, 10, 1), location=("Columbus, OH, USA",)),
        today=today,
        company=LARGE,
    )
    messages = [problem.message for problem in found if problem.code.name == "pay-range-missing"]
    assert bool(messages) is told
    word = "since" if today >= date(2027, 1, 1) else "from"
    assert all(f"Columbus ({word} 2027-01-01)" in message for message in messages)


def test_no_message_says_more_than_may() -> None:
    places = [("New York, USA",), ("Paris, France",), ("Vienna, Austria",)]
    for problem in (problem for place in places for problem in _of_pay(location=place)):
        words = f"{problem.message} {problem.hint} {problem.code.explanation}"
        assert "may" in problem.message
        assert not any(word in words for word in ("complian", "violat", "illegal", " must "))


@pytest.mark.parametrize(
    ("salary", "employees", "told"),
    [
        (("CAD", 30, 60, "hour"), 25, True),
        (("CAD", 4_000, 9_000, "month"), 25, True),
        (("CAD", 4_000, 8_000, "month"), 25, False),
        (("CAD", 1_000, 2_000, "week"), 25, True),
        (("CAD", 300, 500, "day"), 25, True),
        (("CAD", 500, 900, "day"), 25, False),  # more than 200,000 a year
        (("CAD", 100_000, 150_000, "year"), 25, False),
        (("CAD", 100_000, 150_001, "year"), 25, True),
        (("CAD", 100_000, 150_001, "year"), 24, False),
        (("CAD", 100_000, 150_001, "year"), None, True),
        (("CAD", 140_000, 200_000, "year"), 25, True),
        (("CAD", 140_000, 200_001, "year"), 25, False),
        (("USD", 100_000, 190_000, "year"), 25, False),
        (("CAD", 30, 50, "hour"), 25, False),
    ],
)
def test_range_wider_than_ontarios_is_told(
    salary: tuple[str, int, int, str], employees: int | None, told: bool
) -> None:
    currency, least, most, per = salary
    pay = Salary(Decimal(least), Decimal(most), currency, per)
    company = Company(employees=employees)
    found = _of_pay(location=("Toronto, ON, Canada",), salary=pay, company=company)
    assert [problem.code.name for problem in found] == (["wide-pay-range"] if told else [])
    assert _of_pay(location=("Vancouver, BC, Canada",), salary=pay, company=company) == []


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ("", "62,400"),
        ("40", "62,400"),
        ("37.5", "58,500"),
        ("30", ""),
        ("20–40", ""),
    ],
)
def test_pay_by_the_hour_counts_with_the_postings_own_hours(hours: str, told: str) -> None:
    pay = Salary(Decimal(30), Decimal(60), "CAD", "hour")
    found = _of_pay(location=("Toronto, ON, Canada",), salary=pay, hours=hours)
    assert [problem.message for problem in found] == [
        f"the range is {told} a year wide, and may be at most 50,000 in Ontario (since 2026-01-01)"
    ] * bool(told)


@pytest.mark.parametrize("law", PAY_LAWS, ids=lambda law: law.name)
def test_row_of_the_table_is_whole(law: PayLaw) -> None:
    assert law.source.startswith("https://")
    assert date.fromisoformat(law.checked) <= DAY
    assert law.begins.year > 2000
    assert law.employees > 0
    assert not law.city or law.region
    regions = {"US": US_STATES, "CA": CANADIAN_PROVINCES}.get(law.countries[0], {}).values()
    assert not law.region or law.region in regions
    assert all(code == "EU" or country_name(code, "en") != code for code in law.countries)


def test_every_member_of_the_union_has_one_row() -> None:
    codes = [code for law in PAY_LAWS for code in law.countries if code not in ("US", "CA", "EU")]
    assert len(codes) == len(set(codes)) == 27


def test_cities_lie_in_regions_of_the_table() -> None:
    asking = {(law.countries[0], law.region) for law in PAY_LAWS}
    assert {(country, region) for country, regions in CITIES.items() for region in regions} <= asking


def test_city_lies_in_one_region_and_is_written_as_it_is_looked_up() -> None:
    for regions in CITIES.values():
        cities = [city for inside in regions.values() for city in inside]
        assert len(cities) == len(set(cities))
        assert [city for city in cities if name_key(city) != city] == []
