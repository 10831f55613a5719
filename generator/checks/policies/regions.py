"""The state or province that a place of the United States or Canada lies in."""

from collections.abc import Mapping

from generator.library.nodes import Place
from generator.model.territories import canadian_province, name_key, us_state

_FULL_NAMES = {"US": us_state, "CA": canadian_province}

# Cities that say by their name alone where they lie: one that two regions share isn't here, unless the other
# is so much smaller that hardly anybody means it.
CITIES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "US": {
        "California": (
            *("los angeles", "san francisco", "san francisco bay area", "san diego", "san jose"),
            *("oakland", "sacramento", "palo alto", "mountain view", "menlo park", "redwood city"),
            *("san mateo", "fresno", "south san francisco", "santa clara", "santa monica", "santa barbara"),
            *("sunnyvale", "cupertino", "berkeley", "long beach", "anaheim", "irvine", "culver city"),
            *("burbank", "silicon valley"),
        ),
        "Colorado": ("denver", "boulder", "colorado springs", "fort collins"),
        "District of Columbia": ("washington dc", "washington d c"),
        "Hawaii": ("honolulu",),
        "Illinois": ("chicago", "naperville"),
        "Maine": ("bangor",),
        "Maryland": ("baltimore", "bethesda", "silver spring", "annapolis", "rockville"),
        "Massachusetts": ("boston", "cambridge", "worcester", "waltham"),
        "Minnesota": ("minneapolis", "saint paul", "duluth"),
        "New Jersey": ("jersey city", "newark", "hoboken", "trenton", "princeton"),
        "New York": (
            *("new york", "new york city", "nyc", "manhattan", "brooklyn", "queens", "bronx"),
            *("staten island", "long island", "buffalo", "syracuse", "yonkers", "white plains"),
        ),
        "Ohio": ("cleveland",),
        "Vermont": ("montpelier",),
        "Virginia": ("virginia beach", "norfolk", "reston", "mclean"),
        "Washington": ("seattle", "redmond", "tacoma", "spokane"),
    },
    "CA": {
        "British Columbia": ("vancouver", "burnaby", "kelowna", "victoria"),
        "Ontario": (
            *("toronto", "ottawa", "mississauga", "brampton", "markham", "oakville", "waterloo", "kitchener"),
            *("hamilton", "london"),
        ),
        "Prince Edward Island": ("charlottetown", "summerside"),
    },
}
_REGIONS = {
    (country, city): region
    for country, regions in CITIES.items()
    for region, cities in regions.items()
    for city in cities
}


def region_of(place: Place) -> str:
    """The full name of a place's state or province; empty where nobody can tell."""
    full = _FULL_NAMES.get(place.country)
    if full is None:
        return ""
    # `California, USA` is read as a city of that name; with a region behind it, it is one: `Nevada, IA, USA`.
    written = reversed(place.region.split(", ")) if place.region else (place.city,)
    found = next((name for part in written if (name := full(part))), None)
    return found or _REGIONS.get((place.country, name_key(place.city)), "")
