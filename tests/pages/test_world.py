from decimal import Decimal

from generator.model.documents import Document, LocationPage
from generator.model.values import Coordinates
from generator.pages.kit import kit_of
from generator.pages.projection import projected
from generator.pages.views import MapDot
from generator.pages.world import map_dots
from tests.builders import make_office, make_plan, make_posting


def _office(place: str, latitude: str, longitude: str) -> LocationPage:
    name = place.partition(",")[0]
    at = Coordinates(Decimal(latitude), Decimal(longitude))
    return make_office(name.lower().replace(" ", "-"), name, place, coordinates=at)


BERLIN = _office("Berlin, Germany", "52.499", "13.428")
LAGOS = _office("Lagos, Nigeria", "6.509", "3.371")
OSLO = _office("Oslo, Norway", "59.91", "10.75")


def _jobs(office: LocationPage, number: int) -> list[Document]:
    return [make_posting(f"{office.identity.stem}-{i}", location=[office.place]) for i in range(number)]


def _dots(*documents: Document) -> tuple[MapDot, ...]:
    return map_dots(kit_of(make_plan(*documents), "en"))


def test_city_with_coordinates_and_an_open_job_is_a_dot_that_leads_to_its_page() -> None:
    (dot,) = _dots(BERLIN, *_jobs(BERLIN, 1))
    assert (dot.x, dot.y) == projected(52.499, 13.428)
    assert (dot.name, dot.url, dot.count.number) == ("Berlin, Germany", "/locations/germany/berlin/", 1)
    assert dot.radius == 4


def test_city_without_an_open_job_or_without_coordinates_is_no_dot() -> None:
    without = make_office("rome", "Rome", "Rome, Italy")
    closed = make_posting("closed", location=[OSLO.place], status="closed")
    assert _dots(without, OSLO, closed, make_posting(location=["Rome, Italy"]), make_posting("other")) == ()


def test_country_with_coordinates_is_no_dot() -> None:
    country = _office("Germany", "51", "10")
    assert _dots(country, make_posting()) == ()


def test_busiest_city_comes_first_and_equal_ones_by_name() -> None:
    dots = _dots(OSLO, LAGOS, BERLIN, *_jobs(BERLIN, 2), *_jobs(LAGOS, 3), *_jobs(OSLO, 2))
    assert [dot.name for dot in dots] == ["Lagos, Nigeria", "Berlin, Germany", "Oslo, Norway"]


def test_area_of_a_dot_is_as_the_number_of_jobs() -> None:
    four, one = _dots(BERLIN, LAGOS, *_jobs(BERLIN, 4), *_jobs(LAGOS, 1))
    assert (four.radius, one.radius) == (8, 4)


def test_many_jobs_make_no_dot_larger_than_the_largest_and_none_too_small_to_hit() -> None:
    many, some, few = _dots(BERLIN, LAGOS, OSLO, *_jobs(BERLIN, 64), *_jobs(LAGOS, 16), *_jobs(OSLO, 1))
    assert (many.radius, some.radius, few.radius) == (16, 8, 4)


def test_place_beyond_the_map_is_no_dot() -> None:
    station = _office("Halley, Antarctica", "-75.6", "-26.5")
    assert _dots(station, *_jobs(station, 1)) == ()
