"""Makes the theme's map of the world, `themes/default/assets/world.svg`: `make map`.

The land is Natural Earth's at 1:110 million, which is in the public domain, as the npm package `world-atlas`
carries it (ISC licence): TopoJSON, an array of lines whose points are whole numbers, each but the first told
by how far it is from the one before. `python -m scripts.world_map land-110m.json` takes a file at hand;
without one, npm fetches it.
"""

import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.pages.projection import HEIGHT, WIDTH, projected

PACKAGE = "world-atlas@2.0.2"
FILE = "land-110m.json"
MAP = Path(__file__).parents[1] / "themes/default/assets/world.svg"

# In units of the view box, about a pixel each. A bend counts by the triangle it makes.
_LEAST_BEND = 2.4
_LEAST_ISLAND = 1.5
# Antarctica is all there is south of this, in degrees.
_SOUTH = -60

Point = tuple[float, float]
Ring = list[Point]


def main(arguments: list[str]) -> None:
    """Write the map, and say how large it is."""
    text = Path(arguments[0]).read_text("utf-8") if arguments else _fetched()
    rings = map_rings(json.loads(text))
    MAP.write_text(svg(rings), "utf-8")
    print(
        f"{MAP.name}: {len(rings)} pieces of land, {sum(map(len, rings))} points, {MAP.stat().st_size} bytes"
    )


def _fetched() -> str:
    """The file in the package, as npm has it."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, PACKAGE]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            file = package.extractfile(f"package/{FILE}")
            if not file:
                raise FileNotFoundError(f"{PACKAGE} holds no {FILE}")
            return file.read().decode("utf-8")


def map_rings(topology: dict[str, Any]) -> list[Ring]:
    """The outlines of all land on the map, the largest first; a sea within land goes the other way round."""
    found = []
    for ring in _rings(topology):
        if max(latitude for _, latitude in ring) > _SOUTH:
            outline = simplified([projected(latitude, longitude) for longitude, latitude in ring])
            if abs(area(outline)) >= _LEAST_ISLAND:
                found.append(outline)
    return sorted(found, key=lambda ring: -abs(area(ring)))


def _rings(topology: dict[str, Any]) -> Iterator[Ring]:
    """Every closed line of the land, in degrees: longitude and latitude."""
    arcs = [list(_arc(arc, topology["transform"])) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for numbers in polygon:
                yield _joined(numbers, arcs)


def _arc(arc: list[list[int]], transform: dict[str, Any]) -> Iterator[Point]:
    (scale_x, scale_y), (start_x, start_y) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale_x + start_x, y * scale_y + start_y


def _joined(numbers: list[int], arcs: list[Ring]) -> Ring:
    """The arcs one after the other, without the point that two share; `~n` is arc n backwards."""
    points: Ring = []
    for number in numbers:
        points.extend((arcs[number] if number >= 0 else arcs[~number][::-1])[:-1])
    return points


def simplified(ring: Ring) -> Ring:
    """The ring without its smallest bends, the smallest first (Visvalingam and Whyatt, 1993)."""
    before = [*range(-1, len(ring) - 1)]
    after = [*range(1, len(ring)), 0]
    before[0] = len(ring) - 1

    def bend(i: int) -> float:
        return abs(area([ring[before[i]], ring[i], ring[after[i]]]))

    queue = [(bend(i), i) for i in range(len(ring))]
    current = dict(enumerate(size for size, _ in queue))
    heapify(queue)
    while queue and len(current) > 3:
        size, i = heappop(queue)
        if current.get(i) != size:
            continue
        if size >= _LEAST_BEND:
            break
        del current[i]
        after[before[i]], before[after[i]] = after[i], before[i]
        for beside in (before[i], after[i]):
            # No smaller than what went before it, or a long gentle curve would go piece by piece.
            current[beside] = max(bend(beside), size)
            heappush(queue, (current[beside], beside))
    return [ring[i] for i in sorted(current)]


def area(ring: Ring) -> float:
    """The area within a ring; negative where it goes the other way round."""
    return sum(a * d - b * c for (a, b), (c, d) in pairwise([*ring, ring[0]])) / 2


def svg(rings: list[Ring]) -> str:
    """The map as a picture of its own, whose one path pages may use too."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}">\n'
        "<!-- The land of the earth in the Equal Earth projection, made by scripts/world_map.py from\n"
        f"Natural Earth (public domain) as the npm package {PACKAGE} carries it (ISC licence). -->\n"
        f'<path id="land" d="{"".join(map(_subpath, rings))}"/>\n</svg>\n'
    )


def _subpath(ring: Ring) -> str:
    """A closed outline, each point told from the one before."""
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = [step for (a, b), (c, d) in pairwise(points) for step in (c - a, d - b)]
    return f"M{_numbers(points[0])}l{_numbers(steps)}z"


def _numbers(tenths: Iterable[int]) -> str:
    """Numbers of tenths as a path writes them, without a space where a minus or a point begins the next."""
    text = before = ""
    for number in map(_tenth, tenths):
        is_apart = not text or number[0] == "-" or (number[0] == "." and "." in before)
        text += number if is_apart else f" {number}"
        before = number
    return text


def _tenth(number: int) -> str:
    whole, tenth = divmod(abs(number), 10)
    digits = f"{whole or ''}.{tenth}" if tenth else f"{whole}"
    return f"-{digits}" if number < 0 else digits


if __name__ == "__main__":
    main(sys.argv[1:])
