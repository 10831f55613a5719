import pytest

from generator.content.documents import parse_posting
from generator.content.settings import ParseSettings
from generator.content.writing.yaml_text import front_matter
from generator.importers.reading import Reading
from generator.importers.values.places import Whereabouts, whereabouts


def where(text: str, workplace: str = "", country: str = "", *offices: str) -> Whereabouts:
    return whereabouts([text], workplace, country, Reading(offices=frozenset(offices)))


@pytest.mark.parametrize(
    ("text", "location", "remote", "remote_from"),
    [
        ("San Francisco, CA; New York, NY", ("San Francisco, CA, USA", "New York, NY, USA"), "", ()),
        ("London or Remote", ("London, United Kingdom",), "yes", ("United Kingdom",)),
        ("Berlin / Munich", ("Berlin, Germany", "Munich, Germany"), "", ()),
        ("Berlin / Germany", ("Berlin, Germany",), "", ()),
        ("Remote / Germany", (), "yes", ("Germany",)),
        ("Remote (France, Belgium)", (), "yes", ("France", "Belgium")),
        ("London,", ("London, United Kingdom",), "", ()),
        ("Berlin/Munich", ("Berlin, Germany", "Munich, Germany"), "", ()),
        ("Remote - US", (), "yes", ("US",)),
        ("US - Remote", (), "yes", ("US",)),
        ("Remote (Canada)", (), "yes", ("Canada",)),
        ("Remote in Germany", (), "yes", ("Germany",)),
        ("Remote - US & Canada", (), "yes", ("US", "Canada")),
        ("Remote US or Canada", (), "yes", ("US", "Canada")),
        ("Remote - New York", (), "yes", ("United States",)),
        ("Anywhere", (), "yes", ("anywhere",)),
        ("NYC (Hybrid)", ("New York, NY, USA",), "hybrid", ()),
        ("Hybrid - Berlin", ("Berlin, Germany",), "hybrid", ()),
        ("New York, NY | Remote", ("New York, NY, USA",), "yes", ("USA",)),
        ("Austin, TX, Remote", ("Austin, TX, USA",), "yes", ("United States",)),
        ("San Francisco, CA, New York, NY", ("San Francisco, CA, USA", "New York, NY, USA"), "", ()),
        ("Toronto, ON", ("Toronto, ON, Canada",), "", ()),
        ("London, England, United Kingdom", ("London, England, United Kingdom",), "", ()),
        ("London, Paris", ("London, United Kingdom", "Paris, France"), "", ()),
        ("Berlin, DE", ("Berlin, Germany",), "", ()),
        ("Bangalore, IN", ("Bangalore, India",), "", ()),
        ("Fremont, CA", ("Fremont, CA, USA",), "", ()),
        ("Atlanta, Georgia", ("Atlanta, Georgia, USA",), "", ()),
        ("Tbilisi, Georgia", ("Tbilisi, Republic of Georgia",), "", ()),
        ("Hong Kong, China", ("Hong Kong, China",), "", ()),
        ("Singapore", ("Singapore",), "", ()),
        ("Germany", ("Germany",), "", ()),
        ("Portland, OR or Remote (US only)", ("Portland, OR, USA",), "yes", ("US",)),
        ("Remote - US, LATAM", (), "yes", ("US",)),
        ("Remote, DACH", (), "yes", ("Germany", "Austria", "Switzerland")),
        ("Home based - UK", (), "yes", ("UK",)),
        ("Toronto, Ontario, CA", ("Toronto, Ontario, Canada",), "", ()),
        ("Vancouver, BC, CA", ("Vancouver, BC, Canada",), "", ()),
        ("Remote within 50 miles of Boston, MA", ("Boston, MA, USA",), "yes", ("United States",)),
        ("Dallas/Fort Worth, TX", ("Dallas, TX, USA", "Fort Worth, TX, USA"), "", ()),
        ("Global City, Taguig, Philippines", ("Global City, Taguig, Philippines",), "", ()),
        ("München", ("München, Germany",), "", ()),
    ],
)
def test_place_is_taken_apart_and_ends_with_its_country(
    text: str, location: tuple[str, ...], remote: str, remote_from: tuple[str, ...]
) -> None:
    found = where(text)
    assert (found.location, found.remote, found.remote_from) == (location, remote, remote_from)
    fields = (("location", found.location), ("remote", found.remote), ("remote_from", found.remote_from))
    base = (("title", "A"), ("category", "B"), ("posted", "2026-03-02"))
    posting = parse_posting("content/postings/a.md", front_matter([*base, *fields]).encode(), ParseSettings())
    assert posting.diagnostics == ()


@pytest.mark.parametrize(
    "text",
    ["Remote, EMEA", "Remote - Europe", "Remote - LATAM", "Remote (UTC-5 to UTC+1)", "Anywhere in Europe"],
)
def test_area_that_remote_from_does_not_take_is_left_out_and_told(text: str) -> None:
    found = where(text)
    assert (found.location, found.remote, found.remote_from) == ((), "yes", ())
    assert "is no country, and is left out" in found.notes[0]


def test_area_that_is_left_out_is_not_filled_by_a_guess() -> None:
    assert where("Paris or Remote (Europe)").remote_from == ()
    assert where("EMEA").location == ("EMEA",)


def test_countries_are_no_place_of_remote_work() -> None:
    found = where("UK & Ireland", "yes", "GB")
    assert (found.location, found.remote_from) == ((), ("UK", "Ireland"))


@pytest.mark.parametrize("text", ["Virtual Office", "Hybrid/Remote", "Remote"])
def test_remote_work_from_nowhere_named_is_told(text: str) -> None:
    assert where(text) == Whereabouts(
        remote="yes", notes=("the work is remote, and the source doesn't say from which countries",)
    )


@pytest.mark.parametrize("text", ["N/A", "TBD", "Multiple Locations"])
def test_words_for_no_place_are_left_out_and_told(text: str) -> None:
    assert where(text) == Whereabouts(notes=(f"`{text}` names no place",))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Perth, WA", "Australia"),
        ("Darwin, NT", "Australia"),
        ("Milano, MI", "Italy"),
        ("Monza, MB", "Italy"),
        ("Vienna, VA", "USA"),
        ("London, ON", "Canada"),
    ],
)
def test_town_and_letters_of_two_countries_are_told(text: str, country: str) -> None:
    found = where(text)
    assert found.location == (f"{text}, {country}",)
    assert found.notes == (f"`{text}` was read as `{text}, {country}`",)


@pytest.mark.parametrize("text", ["Springfield", "San Francisco Bay Area", "Stockholm (HQ)"])
def test_place_that_nobody_knows_stays_as_it_is_and_is_told(text: str) -> None:
    assert where(text) == Whereabouts((text,), notes=(f"`{text}` doesn't say its country",))


def test_reading_that_could_be_another_is_told() -> None:
    assert where("Leipzig, DE").notes == ("`Leipzig, DE` was read as `Leipzig, DE, USA`",)
    assert where("Tbilisi, Georgia").notes == (
        "`Tbilisi, Georgia` was read as `Tbilisi, Republic of Georgia`",
    )
    assert "`Dallas, TX`" in where("Dallas/Fort Worth, TX").notes[0]
    assert where("Remote within 50 miles of Boston, MA").notes == (
        "`50 miles of Boston, MA` was read as `Boston, MA`",
    )
    assert where("London").notes == ("`London` was read as `London, United Kingdom`",)


def test_what_the_source_says_besides_counts() -> None:
    assert where("Leipzig", "", "DE").location == ("Leipzig, Germany",)
    assert where("Leipzig", "hybrid", "DE").remote == "hybrid"
    assert where("Remote", "", "DE").remote_from == ("Germany",)
    assert where("Berlin, Germany", "no").remote == ""


def test_country_besides_goes_with_the_first_place_unless_that_lies_elsewhere() -> None:
    two = whereabouts(["Springfield", "Newtown"], "", "US", Reading())
    assert two.location == ("Springfield, United States", "Newtown")
    assert whereabouts(["Remote", "Newtown"], "", "DE", Reading()).location == ("Newtown",)
    elsewhere = where("Berlin", "", "US")
    assert elsewhere.location == ("Berlin, Germany",)
    assert elsewhere.notes == ("`Berlin` was read as `Berlin, Germany`",)


def test_office_of_the_site_is_a_place_by_its_name() -> None:
    assert where("Nordic HQ / Lab", "", "", "nordic hq / lab").location == ("Nordic HQ / Lab",)
    assert where("London", "", "", "london").location == ("London",)
    assert where("London or Remote", "", "", "london").remote_from == ("United Kingdom",)
