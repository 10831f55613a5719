"""What `make map` does with its data; the map that ships is tested with the projection."""

from math import cos, radians, sin
from typing import Any
from xml.etree import ElementTree

from generator.pages.projection import projected
from scripts.world_map import area, map_rings, simplified, svg


def _topology(*arcs: list[list[int]], polygon: list[list[int]]) -> dict[str, Any]:
    return {
        "transform": {"scale": [0.5, 0.5], "translate": [-10, -80]},
        "arcs": list(arcs),
        "objects": {"land": {"geometries": [{"type": "Polygon", "arcs": polygon}]}},
    }


def test_arcs_are_joined_where_they_meet_and_may_be_read_backwards() -> None:
    there, back = [[20, 160], [40, 0], [0, 40]], [[20, 160], [0, 40], [40, 0]]
    (ring,) = map_rings(_topology(there, back, polygon=[[0, ~1]]))
    assert ring == [projected(0, 0), projected(0, 20), projected(20, 20), projected(20, 0)]


def test_antarctica_and_specks_are_left_out() -> None:
    antarctica = [[0, 0], [200, 0], [0, 20], [-200, 0], [0, -20]]
    speck = [[20, 160], [1, 0], [0, 1], [-1, -1]]
    assert map_rings(_topology(antarctica, speck, polygon=[[0], [1]])) == []


def test_outline_loses_its_small_bends_and_keeps_its_shape() -> None:
    circle = [(100 + 50 * cos(radians(i)), 100 + 50 * sin(radians(i))) for i in range(360)]
    outline = simplified(circle)
    assert 10 < len(outline) < 60
    assert abs(area(outline) / area(circle) - 1) < 0.05


def test_path_leaves_out_every_sign_that_it_can() -> None:
    (path,) = ElementTree.fromstring(svg([[(10, 20.5), (10.5, 20.8), (8.2, 20), (9, 19)]]))
    assert path.get("d") == "M10 20.5l.5.3-2.3-.8.8-1z"
