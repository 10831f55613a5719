from decimal import Decimal

import pytest

from generator.library.nodes import Place
from generator.library.site import Site
from generator.model.values import PlaceEntry, Salary
from tests.builders import codes_of, make_office, make_posting, make_site, problems_of


def _cities(site: Site) -> list[tuple[str, str]]:
    return [("/".join(p.slugs), p.region) for p in site.places if p.city]


def test_place_goes_from_specific_to_general() -> None:
    site = make_site(make_posting(location=("New York, NY, USA",)))
    assert [(p.country, p.region, p.city, "/".join(p.slugs)) for p in site.places] == [
        ("US", "", "", "united-states"),
        ("US", "NY", "New York", "united-states/new-york"),
    ]


def test_region_never_changes_a_citys_address() -> None:
    site = make_site(
        make_posting("a", location=("New York, USA",)), make_posting("b", location=("New York, NY, USA",))
    )
    assert _cities(site) == [("united-states/new-york", "NY")]


def test_two_cities_of_one_name_are_told_apart_by_region() -> None:
    site = make_site(
        make_posting("a", location=("Portland, OR, USA",)), make_posting("b", location=("Portland, ME, USA",))
    )
    assert _cities(site) == [("united-states/portland-me", "ME"), ("united-states/portland-or", "OR")]


def test_city_that_could_be_two_is_an_error_naming_both() -> None:
    problems = problems_of(
        make_posting("a", location=("Portland, OR, USA",)),
        make_posting("b", location=("Portland, ME, USA",)),
        make_posting("c", location=("Portland, USA",)),
    )
    assert [p.code.name for p in problems] == ["city-in-two-regions"]
    assert problems[0].message == "`Portland` could be `Portland, ME` or `Portland, OR`"
    assert len(problems[0].notes) == 2


@pytest.mark.parametrize("name", ["Stockholm", "stockholm", "HQ", "Perch", "Stockholm, Sweden"])
def test_office_is_found_by_name_alias_or_full_spelling(name: str) -> None:
    office = make_office("sthlm", "Stockholm", "Stockholm, Sweden", aliases=("HQ", "Perch"))
    site = make_site(make_posting(location=(name,)), office)
    assert _cities(site) == [("sweden/stockholm", "")]
    assert len(site.jobs[0].places) == 1


def test_country_by_any_usual_name_is_one_place() -> None:
    site = make_site(
        make_posting("a", location=("London, UK",)),
        make_posting("b", location=("London, United Kingdom",)),
        make_posting("c", location=("london, Great Britain",)),
    )
    assert _cities(site) == [("united-kingdom/london", "")]


@pytest.mark.parametrize(
    ("text", "name", "hint"),
    [
        pytest.param("London", "bare-city", "write `London, United Kingdom`", id="known-city"),
        pytest.param(
            "Little Snoring",
            "bare-city",
            "write `Little Snoring, COUNTRY`, or add a page to content/locations/ "
            "with `title: Little Snoring` and `place: Little Snoring, COUNTRY`",
            id="unknown-city",
        ),
        pytest.param("Austin, Texas", "unknown-country", "write `Austin, Texas, USA`", id="us-state"),
        pytest.param("Toronto, ON", "unknown-country", "write `Toronto, ON, Canada`", id="province-letters"),
        pytest.param(
            "Toronto, Ontario", "unknown-country", "write `Toronto, Ontario, Canada`", id="province"
        ),
        pytest.param("Berlin, Germnay", "unknown-country", "did you mean `Berlin, Germany`?", id="slip"),
    ],
)
def test_place_without_a_country_gets_the_text_to_write(text: str, name: str, hint: str) -> None:
    problems = [p for p in problems_of(make_posting(location=(text,))) if p.code.code.startswith("LB00")]
    assert [(p.code.name, p.hint) for p in problems] == [(name, hint)]


def test_letters_of_a_country_and_a_state_are_a_question() -> None:
    (problem,) = problems_of(make_posting(location=("San Francisco, CA",)))
    assert problem.code.name == "ambiguous-country"
    assert "San Francisco, CA, USA" in problem.hint
    assert "Canada" in problem.hint


def test_bare_city_with_an_office_elsewhere_suggests_that_country() -> None:
    problems = problems_of(
        make_posting(location=("Springfield",)), make_office("x", "Main office", "Springfield, IL, USA")
    )
    assert problems[0].hint == "write `Springfield, United States`"


def test_two_offices_with_one_name_are_an_error() -> None:
    problems = problems_of(make_office("a", "Mill", "Leeds, UK"), make_office("b", "Mill", "Lille, France"))
    assert codes_of(problems) == ["LB007"]


def test_two_pages_for_one_place_are_an_error() -> None:
    problems = problems_of(
        make_office("a", "Leeds", "Leeds, UK"), make_office("b", "The mill", "Leeds, United Kingdom")
    )
    assert codes_of(problems) == ["LB013"]


def test_slip_in_a_citys_name_is_pointed_out() -> None:
    problems = problems_of(
        make_posting("a", location=("Stokholm, Sweden",)), make_office("s", "Stockholm", "Stockholm, Sweden")
    )
    assert [p.message for p in problems] == ["the place `Stokholm` looks like `Stockholm`"]


def test_posting_in_two_cities_is_listed_under_each_and_once_in_their_country() -> None:
    site = make_site(make_posting(location=("Malmö, Sweden", "Lund, Sweden")))
    assert {"/".join(p.slugs): len(site.jobs_in(p)) for p in site.places} == {
        "sweden": 1,
        "sweden/lund": 1,
        "sweden/malmo": 1,
    }


def test_places_named_twice_count_once() -> None:
    site = make_site(make_posting(location=(PlaceEntry("Lund, Sweden"), PlaceEntry("LUND, Sweden"))))
    assert len(site.jobs[0].places) == 1
    assert isinstance(site.jobs[0].places[0].place, Place)


@pytest.mark.parametrize(
    ("common", "rare", "country"),
    [
        ("St. John", "St John", "Canada"),
        ("Saint-Étienne", "Saint Etienne", "France"),
        ("O'Fallon", "OFallon", "USA"),
        ("Москва", "МОСКВА", "Russia"),
    ],
)
def test_spellings_with_one_address_are_one_city(common: str, rare: str, country: str) -> None:
    postings = [make_posting(f"p{i}", location=(f"{common}, {country}",)) for i in range(2)]
    postings.append(make_posting("odd", location=(f"{rare}, {country}",)))
    site = make_site(*postings)
    (city,) = (place for place in site.places if place.city)
    assert city.city == common
    assert len(site.jobs_in(city)) == 3
    assert problems_of(*postings) == ()


def test_only_cities_that_share_a_name_say_so() -> None:
    texts = ("Portland, OR, USA", "Portland, ME, USA", "Austin, TX, USA")
    site = make_site(*(make_posting(f"p{i}", location=(text,)) for i, text in enumerate(texts)))
    assert {p.slugs[-1]: p.shares_name for p in site.places if p.city} == {
        "austin": False,
        "portland-me": True,
        "portland-or": True,
    }


@pytest.mark.parametrize(
    ("figures", "text"),
    [((100000, 100000), "USD 100,000 per year"), ((100000, 140000), "USD 100,000 - 140,000 per year")],
    ids=["one-figure", "range"],
)
def test_question_about_the_dollar_shows_the_salary_as_it_is_written(
    figures: tuple[int, int], text: str
) -> None:
    salary = Salary(Decimal(figures[0]), Decimal(figures[1]), "$", "year")
    (problem,) = problems_of(make_posting(location=(), salary=salary))
    assert problem.hint == f"write the currency's letters, such as `{text}`"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Londn", "did you mean `London`?"),
        ("The Foundri", "did you mean `The Foundry`?"),
        ("Lulea harbor", "did you mean `Lulea Harbour, Sweden`?"),
    ],
    ids=["office", "alias", "city of another posting"],
)
def test_bare_name_near_a_known_one_gets_that_one(text: str, hint: str) -> None:
    problems = problems_of(
        make_posting("a", location=(text,)),
        make_posting("b", location=("Lulea Harbour, Sweden",)),
        make_office("london", "London", "London, United Kingdom", aliases=("The Foundry",)),
    )
    assert [p.hint for p in problems if p.code.name == "bare-city"] == [hint]


def test_lookalike_place_points_at_the_rarer_with_a_spelling_that_works() -> None:
    postings = [make_posting(f"p{i}", location=("Berlin, Germany",)) for i in range(2)]
    (problem,) = problems_of(*postings, make_posting("odd", location=("Berlinn, Germany",)))
    assert problem.at
    assert (problem.at.path, problem.hint) == (
        "content/postings/odd.md", "if they are one, write `Berlin, Germany`",
    )  # fmt: skip


def test_lookalike_places_of_equal_use_are_told_neutrally() -> None:
    (problem,) = problems_of(
        make_posting("a", location=("Berlinn, Germany",)), make_posting("b", location=("Berlin, Germany",))
    )
    assert problem.message == "`Berlin` and `Berlinn` look alike"
    assert problem.hint == "if they are one, write the same in both places"


@pytest.mark.parametrize(
    ("texts", "hint"),
    [
        (("Berlin", "Germany"), "if that is one place, write `location: Berlin, Germany` without brackets"),
        (
            ("Berlin", "Germany", "Paris, France"),
            'if that is one place, write `"Berlin, Germany"` as one entry, in quotes',
        ),
        (("Berlin", "Paris, France"), "write `Berlin, Germany`"),
    ],
    ids=["one place", "among others", "no country behind"],
)
def test_city_and_country_in_brackets_are_one_place(texts: tuple[str, ...], hint: str) -> None:
    (problem,) = [p for p in problems_of(make_posting(location=texts)) if p.code.name == "bare-city"]
    assert problem.hint == hint
