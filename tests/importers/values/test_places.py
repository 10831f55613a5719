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


@pytest.mark.parametrize("text", ["Springfield", "San Francisco Bay Area", "Stockholm (HQ)"])
def test_place_that_nobody_knows_stays_as_it_is_and_is_told(text: str) -> None:
    assert where(text) == Whereabouts((text,), notes=(f"`{text}` doesn't say its country",))


def test_reading_that_could_be_another_is_told() -> None:
    assert where("Leipzig, DE").notes == ("`Leipzig, DE` was read as `Leipzig, DE, USA`",)
    assert where("London").notes == ("`London` was read as `London, United Kingdom`",)
    assert "from which countries" in where("Remote").notes[0]


def test_what_the_source_says_besides_counts() -> None:
    assert where("Leipzig", "", "DE").location == ("Leipzig, Germany",)
    assert where("Leipzig", "hybrid", "DE").remote == "hybrid"
    assert where("Remote", "", "DE").remote_from == ("Germany",)
    assert where("Berlin, Germany", "no").remote == ""


def test_office_of_the_site_is_a_place_by_its_name() -> None:
    assert where("Nordic HQ / Lab", "", "", "nordic hq / lab").location == ("Nordic HQ / Lab",)
    assert where("London", "", "", "london").location == ("London",)
    assert where("London or Remote", "", "", "london").remote_from == ("United Kingdom",)
