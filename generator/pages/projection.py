"""Where a point of the earth lies on the theme's map, `assets/world.svg`."""

from decimal import Decimal
from math import asin, cos, radians, sin, sqrt

# The view box of the map, in its own units: all longitudes, from 58° south to 84° north.
WIDTH = 1000
HEIGHT = 437

_NORTH = 84
# The meridian in the middle. The map's edge is then at 168.5° west, in the Bering Strait, and cuts no land.
_MIDDLE = 11.5

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


def projected(latitude: Decimal | float, longitude: Decimal | float) -> tuple[float, float]:
    """The point of the map's view box, to the right and down, in tenths of a unit.

    Degrees north and east. What lies beyond the map's north or south is above 0 or below `HEIGHT`.
    """
    x, y = _equal_earth(float(latitude), (float(longitude) - _MIDDLE + 180) % 360 - 180)
    # Rounded, since the last digits of sines differ between machines.
    return round(WIDTH / 2 + x * _SCALE, 1) + 0.0, round(_TOP - y * _SCALE, 1) + 0.0


def _equal_earth(latitude: float, longitude: float) -> tuple[float, float]:
    """A point in the Equal Earth projection of a sphere of radius 1; areas keep their proportions.

    Šavrič, Patterson and Jenny: The Equal Earth map projection, IJGIS 33 (2019), equations 7 to 10.
    """
    t = asin(_M * sin(radians(latitude)))
    t2 = t * t
    t6 = t2 * t2 * t2
    x = radians(longitude) * cos(t) / (_M * (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)))
    return x, t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))


_SCALE = WIDTH / (2 * _equal_earth(0, 180)[0])
_TOP = _equal_earth(_NORTH, 0)[1] * _SCALE
