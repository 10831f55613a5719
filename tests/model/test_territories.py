"""Countries are found by the names people write, and never guessed."""

import pytest

from generator.model.country_names import (
    CITIES,
    OTHER_CANADIAN_PROVINCES,
    OTHER_US_STATES,
    SHORT_FORMS,
)
from generator.model.territories import (
    canadian_province,
    country_name,
    country_of_city,
    currency_of,
    find_country,
    name_key,
    nearest_country,
    readings,
    us_state,
    us_state_code,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("USA", "US"),
        ("US", "US"),
        ("U.S.", "US"),
        ("U. S. A.", "US"),
        ("United States of America", "US"),
        ("united  states", "US"),
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("Great Britain", "GB"),
        ("England", "GB"),
        ("Scotland", "GB"),
        ("Wales", "GB"),
        ("Northern Ireland", "GB"),
        ("GBR", "GB"),
        ("UAE", "AE"),
        ("South Korea", "KR"),
        ("Korea", "KR"),
        ("Russia", "RU"),
        ("Czech Republic", "CZ"),
        ("Czechia", "CZ"),
        ("Holland", "NL"),
        ("The Netherlands", "NL"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Ivory Coast", "CI"),
        ("Cote d’Ivoire", "CI"),
        ("Taiwan", "TW"),
        ("Hong Kong", "HK"),
        ("Vietnam", "VN"),
        ("Viet Nam", "VN"),
        ("Trinidad and Tobago", "TT"),
        ("Saint Lucia", "LC"),
        ("Guinea Bissau", "GW"),
        ("Canary Islands", "ES"),
        ("European Union", "EU"),
        ("EU", "EU"),
        ("Sverige", "SE"),
        ("SE", "SE"),
        ("GE", "GE"),
        ("Republic of Georgia", "GE"),
    ],
)
def test_usual_name_is_found(name: str, code: str) -> None:
    assert find_country(name, ()) == code


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("Vereinigte Staaten", "de", "US"),
        ("Allemagne", "fr", "DE"),
        ("Tyskland", "sv", "DE"),
        ("Estados Unidos", "pt-BR", "US"),
        ("ドイツ", "ja", "DE"),
    ],
)
def test_name_counts_in_the_languages_of_the_site(name: str, language: str, code: str) -> None:
    assert find_country(name, (language,)) == code
    assert find_country(name, ()) is None


@pytest.mark.parametrize(
    "name", ["", "America", "Europe", "Eurozone", "London", "MI", "ZZ", "XA", "world", "150"]
)
def test_what_is_no_country_is_not_found(name: str) -> None:
    assert find_country(name, ("en",)) is None
    assert readings(name) == ()


def test_unknown_language_adds_no_names() -> None:
    assert find_country("Sweden", ("xx", "not a language")) == "SE"


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("CA", ("CA, USA", "Canada")),
        ("DE", ("DE, USA", "Germany")),
        ("in", ("IN, USA", "India")),
        ("NL", ("NL, Canada", "Netherlands")),
        ("Georgia", ("Georgia, USA", "Republic of Georgia")),
        ("Congo", ("DR Congo", "Republic of the Congo")),
    ],
)
def test_name_with_two_meanings_is_not_guessed(name: str, texts: tuple[str, ...]) -> None:
    assert find_country(name, ("en",)) is None
    assert readings(name) == texts
    assert all(find_country(text.rpartition(", ")[2], ()) for text in texts)


@pytest.mark.parametrize("name", ["Canada", "USA", "GE", "TX", "Germany"])
def test_name_with_one_meaning_has_no_readings(name: str) -> None:
    assert readings(name) == ()


@pytest.mark.parametrize("name", ["TX", "tx", "Texas", "texas"])
def test_state_is_known_by_name_and_letters(name: str) -> None:
    assert us_state(name) == "Texas"
    assert canadian_province(name) is None


@pytest.mark.parametrize("name", ["Calif.", "calif", "CALIF", "California"])
def test_state_is_known_by_its_abbreviation_with_and_without_the_stop(name: str) -> None:
    assert us_state(name) == "California"
    assert us_state_code(name) == "CA"


@pytest.mark.parametrize("name", ["PEI", "P.E.I.", "P. E. I.", "Île-du-Prince-Édouard"])
def test_island_is_known_by_its_usual_letters(name: str) -> None:
    assert canadian_province(name) == "Prince Edward Island"


@pytest.mark.parametrize("name", ["QC", "Québec", "Que."])
def test_province_is_known_by_name_and_letters(name: str) -> None:
    assert canadian_province(name) == "Quebec"


@pytest.mark.parametrize(
    ("typo", "language", "name"),
    [("Germny", "en", "Germany"), ("Unted States", "en", "United States"), ("Tysklnd", "sv", "Tyskland")],
)
def test_typo_gets_the_nearest_name(typo: str, language: str, name: str) -> None:
    assert nearest_country(typo, (language,)) == name


def test_nothing_near_gets_no_suggestion() -> None:
    assert nearest_country("Atlantis", ("en",)) is None


@pytest.mark.parametrize(
    ("city", "code"),
    [("London", "GB"), ("new york", "US"), ("São Paulo", "BR"), ("Gothenburg", "SE"), ("Nowhere", None)],
)
def test_city_suggests_its_country(city: str, code: str | None) -> None:
    assert country_of_city(city) == code


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("US", "en", "United States"),
        ("DE", "sv", "Tyskland"),
        ("HK", "en", "Hong Kong"),
        ("EU", "de", "Europäische Union"),
        ("SE", "xx", "Sweden"),
        ("??", "en", "??"),
    ],
)
def test_country_is_named_in_the_language(code: str, language: str, name: str) -> None:
    assert country_name(code, language) == name


@pytest.mark.parametrize(
    ("code", "currency"),
    [("US", "USD"), ("CA", "CAD"), ("AU", "AUD"), ("HR", "EUR"), ("BG", "EUR"), ("ZZ", None)],
)
def test_country_has_its_present_legal_tender(code: str, currency: str | None) -> None:
    assert currency_of(code) == currency


def test_own_tables_are_written_as_they_are_looked_up() -> None:
    names = (*SHORT_FORMS, *CITIES, *OTHER_US_STATES, *OTHER_CANADIAN_PROVINCES)
    assert [name for name in names if name_key(name) != name] == []
    assert [code for code in SHORT_FORMS.values() if country_name(code, "en") == code] == []


@pytest.mark.parametrize(
    ("name", "code"), [("Texas", "TX"), ("tx", "TX"), ("new  york", "NY"), ("Skåne", None)]
)
def test_state_of_the_usa_has_two_letters(name: str, code: str | None) -> None:
    assert us_state_code(name) == code
