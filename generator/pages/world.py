"""The dots of the theme's map: where the open jobs are."""

from math import sqrt

from generator.library.nodes import Place
from generator.model.slugs import fold
from generator.model.values import Coordinates
from generator.pages.kit import Kit
from generator.pages.projection import HEIGHT, projected
from generator.pages.views import MapDot

_LEAST_RADIUS = 4
_MOST_RADIUS = 16


def map_dots(kit: Kit) -> tuple[MapDot, ...]:
    """A dot for each city with coordinates and an open job, the largest first so that none hides a smaller.

    Areas are as the numbers of jobs: one job has the least radius, until the busiest city would need more
    than the largest; then that city has the largest, and the others theirs beside it.
    """
    cities = [
        (place, place.page.coordinates, len(jobs))
        for place in kit.site.places
        if place.city and place.page and place.page.coordinates and (jobs := kit.site.jobs_in(place))
    ]
    most = max((count for _, _, count in cities), default=1)
    unit = min(_LEAST_RADIUS, _MOST_RADIUS / sqrt(most))
    dots = (_dot(place, at, count, unit, kit) for place, at, count in cities)
    on_map = (dot for dot in dots if 0 <= dot.y <= HEIGHT)
    return tuple(sorted(on_map, key=lambda dot: (-dot.count.number, fold(dot.name), dot.url)))


def _dot(place: Place, at: Coordinates, count: int, unit: float, kit: Kit) -> MapDot:
    """A city's dot; `unit` is the radius of one job."""
    x, y = projected(at.latitude, at.longitude)
    radius = round(max(unit * sqrt(count), _LEAST_RADIUS), 1)
    link = kit.places.link(place)
    return MapDot(x, y, radius, link.text, link.url, kit.formats.count(count))
