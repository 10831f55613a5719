"""The map that ships and the points that are put on it belong together."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from generator.pages.projection import HEIGHT, WIDTH, projected
from tests.sample import ROOT

_SVG = ROOT / "themes/default/assets/world.svg"
_NUMBER = re.compile(r"-?(?:\d+\.\d+|\d+|\.\d+)")

# A pixel or two on a map of the usual width: what the coast lost in detail.
_NEAR_COAST = 2.5

Point = tuple[float, float]


def _map() -> ElementTree.Element:
    return ElementTree.fromstring(_SVG.read_text("utf-8"))


def _outlines() -> list[list[Point]]:
    """The rings of the path, which has only the commands `M`, `l` and `z`."""
    path = _map().find("{*}path[@id='land']")
    assert path is not None
    rings = []
    for start, steps in re.findall(r"M([^a-zA-Z]+)l([^a-zA-Z]+)z", path.get("d", "")):
        x, y = (float(number) for number in _NUMBER.findall(start))
        ring = [(x, y)]
        numbers = [float(number) for number in _NUMBER.findall(steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings


_LAND = _outlines()


def _is_on_land(x: float, y: float) -> bool:
    """Whether a line from the point to the right crosses the coasts an odd number of times."""
    crossings = 0
    for ring in _LAND:
        for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
            crossings += (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay)
    return crossings % 2 == 1


def _is_near_land(x: float, y: float) -> bool:
    steps = (-_NEAR_COAST, 0, _NEAR_COAST)
    return any(_is_on_land(x + dx, y + dy) for dx in steps for dy in steps)


def test_map_has_the_size_that_points_are_projected_to() -> None:
    root = _map()
    assert root.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
    assert (root.get("width"), root.get("height")) == (str(WIDTH), str(HEIGHT))


def test_map_is_one_plain_path_that_weighs_little() -> None:
    (path,) = _map()
    assert set(path.attrib) == {"id", "d"}
    assert _SVG.stat().st_size < 15_000


def test_all_land_lies_on_the_map_and_no_coast_runs_across_it() -> None:
    for ring in _LAND:
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in ring)
        assert all(abs(ax - bx) < WIDTH / 10 for (ax, _), (bx, _) in pairwise([*ring, ring[0]]))


@pytest.mark.parametrize(
    ("latitude", "longitude", "point"),
    [
        (0, 11.5, (500.0, 241.4)),
        (0, 0, (468.1, 241.4)),
        (0, -168.5, (0.0, 241.4)),
        (0, 191.4, (999.7, 241.4)),
        (84, 11.5, (500.0, 0.0)),
        (-58, 11.5, (500.0, 437.4)),
    ],
)
def test_known_points_lie_where_they_should(latitude: float, longitude: float, point: Point) -> None:
    assert projected(latitude, longitude) == point


def test_east_is_to_the_right_and_north_above() -> None:
    for latitude in range(-58, 85):
        row = [projected(latitude, longitude) for longitude in range(-168, 192, 4)]
        assert len({y for _, y in row}) == 1
        assert all(ax < bx for (ax, _), (bx, _) in pairwise(row))
    column = [projected(latitude, 11.5)[1] for latitude in range(-58, 85)]
    assert all(lower > upper for lower, upper in pairwise(column))


def test_longitudes_a_turn_apart_are_one_point() -> None:
    assert projected(-17.7, 178.1) == projected(-17.7, 178.1 - 360)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        pytest.param(59.332, 18.065, id="Stockholm"),
        pytest.param(6.509, 3.371, id="Lagos"),
        pytest.param(-23.561, -46.656, id="São Paulo"),
        pytest.param(35.661, 139.668, id="Tokyo"),
        pytest.param(40.703, -73.989, id="New York"),
        pytest.param(51.527, -0.069, id="London"),
        pytest.param(-41.289, 174.777, id="Wellington"),
        pytest.param(64.73, 177.51, id="Anadyr"),
        pytest.param(66.16, -169.81, id="Uelen, beyond the 180th meridian"),
        pytest.param(-54.8, -68.3, id="Ushuaia"),
    ],
)
def test_cities_on_a_coast_lie_by_the_land_of_the_map(latitude: float, longitude: float) -> None:
    assert _is_near_land(*projected(latitude, longitude))


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        pytest.param(52.52, 13.405, id="Berlin"),
        pytest.param(36.151, -86.789, id="Nashville"),
        pytest.param(28.614, 77.209, id="Delhi"),
        pytest.param(-1.286, 36.817, id="Nairobi"),
        pytest.param(-23.7, 133.88, id="Alice Springs"),
    ],
)
def test_cities_inland_lie_on_the_land_of_the_map(latitude: float, longitude: float) -> None:
    assert _is_on_land(*projected(latitude, longitude))


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        pytest.param(40, -40, id="Atlantic"),
        pytest.param(-20, 80, id="Indian Ocean"),
        pytest.param(0, -130, id="Pacific"),
        pytest.param(41.9, 50.7, id="Caspian Sea"),
        pytest.param(35, 18, id="Mediterranean"),
    ],
)
def test_seas_are_left_free(latitude: float, longitude: float) -> None:
    assert not _is_near_land(*projected(latitude, longitude))
