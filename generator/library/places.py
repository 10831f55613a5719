"""The tree of places: countries and their cities, from what postings write and offices say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics.codes import library as codes
from generator.diagnostics.diagnostic import Diagnostic, Note
from generator.diagnostics.suggest import sparing
from generator.library.lookalikes import Spelling, look_alike, lookalikes
from generator.library.nodes import Mention, Place, by_text
from generator.library.place_text import Known, PlaceText, name_key, read_place
from generator.model.documents import LocationPage
from generator.model.slugs import fold, slugify
from generator.model.territories import country_name

# So many unknown names get a suggestion.
_SUGGESTIONS = 50

# Of a Springfield in every state, so many are named.
_CHOICES = 5


class PlaceTree(Struct, frozen=True):
    """All places, and how a mention is looked up."""

    by_text: Mapping[str, Place]
    all: tuple[Place, ...]

    def find(self, text: str) -> Place | None:
        """The place that a file means by `text`, or None where that was a mistake."""
        return self.by_text.get(fold(text))


_Offices = Mapping[PlaceText, tuple[PlaceText, LocationPage]]


class _Reading(Struct, frozen=True):
    """What a text says, and every mention of it."""

    place: PlaceText
    mentions: list[Mention]


def place_tree(
    mentions: Iterable[Mention], pages: Iterable[LocationPage], languages: tuple[str, ...]
) -> tuple[PlaceTree, tuple[Diagnostic, ...]]:
    """The tree of every place that is mentioned or has a page, and what is wrong with it.

    `languages` are those whose names for countries are understood, besides English.
    """
    offices, office_problems = _offices(tuple(pages), languages)
    names, name_problems = _office_names(offices)
    readings, reading_problems = _readings(mentions, offices, names, languages)
    flat = [reading for group in readings.values() for reading in group]
    regions = _regions(flat)
    by_identity = _places(flat, regions, offices.values())
    texts = names | {key: group[0].place for key, group in readings.items()}
    by_text = {key: by_identity[_identity(place, regions)] for key, place in texts.items()}
    ordered = sorted(by_identity.values(), key=lambda place: place.slugs)
    problems = (
        *office_problems,
        *name_problems,
        *reading_problems,
        *_unclear_cities(flat, regions),
        *_slips(flat, by_identity, regions),
    )
    return PlaceTree(by_text, tuple(ordered)), problems


def _offices(
    pages: tuple[LocationPage, ...], languages: tuple[str, ...]
) -> tuple[_Offices, list[Diagnostic]]:
    """The place of each page; two pages of one place are a problem."""
    offices: dict[PlaceText, tuple[PlaceText, LocationPage]] = {}
    problems: list[Diagnostic] = []
    for page in sorted(pages, key=lambda p: p.spans.path):
        place = read_place(_own_place(page), languages)
        if isinstance(place, Diagnostic):
            problems.append(place)
        elif place.folded in offices:
            problems.append(_twice(page, offices[place.folded][1]))
        else:
            offices[place.folded] = (place, page)
    return offices, problems


def _own_place(page: LocationPage) -> Mention:
    return Mention(page.spans, "place", (page.place,))


def _twice(page: LocationPage, other: LocationPage) -> Diagnostic:
    return Diagnostic(
        codes.SHARED_URL,
        f"the place `{page.place}` has two pages",
        "keep one of the two files",
        page.spans.at("place"),
        (Note(other.spans.at("place"), "the other page"),),
    )


def _office_names(offices: _Offices) -> tuple[dict[str, PlaceText], list[Diagnostic]]:
    """The names and aliases that postings may use for an office, folded."""
    names: dict[str, tuple[PlaceText, LocationPage]] = {}
    problems: list[Diagnostic] = []
    for place, page in offices.values():
        for name in (page.title, *page.aliases):
            other = names.setdefault(fold(name), (place, page))[1]
            if other is not page:
                problems.append(_shared_name(name, page, other))
    return {name: place for name, (place, _) in names.items()}, problems


def _shared_name(name: str, page: LocationPage, other: LocationPage) -> Diagnostic:
    return Diagnostic(
        codes.SHARED_OFFICE_NAME,
        f"two pages answer to the name `{name}`",
        "give one of them another `title` or alias",
        page.spans.at("aliases" if name in page.aliases else "title"),
        (Note(other.spans.at("title"), "the other page"),),
    )


def _readings(
    mentions: Iterable[Mention],
    offices: _Offices,
    names: Mapping[str, PlaceText],
    languages: tuple[str, ...],
) -> tuple[dict[str, list[_Reading]], list[Diagnostic]]:
    """Every use of a place by its folded text, and what can't be read."""
    readings: dict[str, list[_Reading]] = defaultdict(list)
    read: list[PlaceText] = []
    unread: list[Mention] = []
    for place, page in offices.values():
        readings[fold(page.place)].append(_Reading(place, [_own_place(page)]))
    for text, same in by_text(mentions).items():
        key = fold(text)
        place_or_problem = names.get(key) or read_place(same[0], languages)
        if isinstance(place_or_problem, Diagnostic):
            unread += same
        else:
            read.append(place_or_problem)
            readings[key].append(_Reading(place_or_problem, same))
    known = _known(offices, read)
    unread.sort(key=lambda mention: (mention.spans.path, mention.number))
    return readings, [_unread(mention, languages, known) for mention in unread]


def _known(offices: _Offices, mentioned: Iterable[PlaceText]) -> Known:
    """The site's cities, and what to write for each of their names and its offices'."""
    places = [*(place for place, _ in offices.values()), *mentioned]
    cities = {fold(place.city): place for place in reversed(places) if place.city}
    names = {name: name for _, page in offices.values() for name in (page.title, *page.aliases)}
    written = {place.city: f"{place.city}, {country_name(place.country, 'en')}" for place in cities.values()}
    return Known(cities, written | names, sparing(_SUGGESTIONS))


def _unread(mention: Mention, languages: tuple[str, ...], known: Known) -> Diagnostic:
    """What is wrong with a mention; a city and a country in brackets were meant as one place."""
    problem = read_place(mention, languages, known)
    assert isinstance(problem, Diagnostic)
    following = mention.following
    if "," in mention.text or following is None:
        return problem
    country = read_place(following, languages)
    if isinstance(country, Diagnostic) or country.city:
        return problem
    whole = f"{mention.text}, {following.text}"
    if len(mention.texts) > 2:
        return replace(problem, hint=f"""if that is one place, write `"{whole}"` as one entry, in quotes""")
    field = mention.field.rpartition(".")[2]
    return replace(problem, hint=f"if that is one place, write `{field}: {whole}` without brackets")


def _regions(readings: Iterable[_Reading]) -> dict[tuple[str, str], tuple[str, ...]]:
    """For each (country, city) the regions it is mentioned with, folded, in order."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reading in readings:
        place = reading.place.folded
        found[place.country, place.city].add(place.region)
    return {key: tuple(sorted(regions - {""})) for key, regions in found.items()}


def _identity(place: PlaceText, regions: Mapping[tuple[str, str], tuple[str, ...]]) -> PlaceText:
    """The place with its region where that is needed to tell two cities apart, else without."""
    folded = place.folded
    is_shared = len(regions.get((folded.country, folded.city), ())) > 1
    return folded if is_shared else PlaceText(folded.country, "", folded.city)


def _unclear_cities(
    readings: list[_Reading], regions: Mapping[tuple[str, str], tuple[str, ...]]
) -> list[Diagnostic]:
    """Mentions without a region of a city that two regions have."""
    cities: dict[tuple[str, str], list[_Reading]] = defaultdict(list)
    for reading in readings:
        place = reading.place.folded
        if place.city and len(regions[place.country, place.city]) > 1:
            cities[place.country, place.city].append(reading)
    problems = []
    for uses in cities.values():
        clear = {f"{r.place.city}, {r.place.region}": r for r in reversed(uses) if r.place.region}
        unclear = ((r.place, mention) for r in uses if not r.place.region for mention in r.mentions)
        problems += [_unclear(place, mention, clear) for place, mention in unclear]
    return problems


def _unclear(place: PlaceText, mention: Mention, clear: Mapping[str, _Reading]) -> Diagnostic:
    """The question which city is meant; `clear` holds a use of each, by the text that names it."""
    choices = sorted(clear)[:_CHOICES]
    country = country_name(place.country, "en")
    notes = (Note(clear[choice].mentions[0].at, f"`{choice}` is used here") for choice in choices[:2])
    return Diagnostic(
        codes.CITY_IN_TWO_REGIONS,
        f"`{place.city}` could be {' or '.join(f'`{choice}`' for choice in choices)}",
        f"write the region too, such as `{choices[0]}, {country}`",
        mention.at,
        tuple(notes),
    )


def _places(
    readings: Iterable[_Reading],
    regions: Mapping[tuple[str, str], tuple[str, ...]],
    offices: Iterable[tuple[PlaceText, LocationPage]],
) -> dict[PlaceText, Place]:
    """A place for each identity, and one for each country, in the commonest spelling."""
    pages = {_identity(place, regions): page for place, page in offices}
    cities: dict[PlaceText, Counter[str]] = defaultdict(Counter)
    shown_regions: dict[PlaceText, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        key, times = _identity(reading.place, regions), len(reading.mentions)
        cities[key][reading.place.city] += times
        if reading.place.region:
            shown_regions[key][reading.place.region] += times
        cities[PlaceText(reading.place.country, "", "")][""] += times
    return {
        key: _place(key, _commonest(counter), _commonest(shown_regions[key]), pages.get(key))
        for key, counter in cities.items()
    }


def _place(key: PlaceText, city: str, region: str, page: LocationPage | None) -> Place:
    # A country's address uses its English name whatever the site's language, so that it lasts.
    country = slugify(country_name(key.country, "en"))
    if not key.city:
        return Place(key.country, "", "", (country,), page)
    city = page.title if page and name_key(page.title) == key.city else city
    slug = slugify(f"{city} {region}" if key.region else city)
    return Place(key.country, region, city, (country, slug), page, shares_name=bool(key.region))


def _commonest(counter: Counter[str]) -> str:
    return min(counter, key=lambda text: (-counter[text], text), default="")


def _slips(
    readings: list[_Reading],
    by_identity: Mapping[PlaceText, Place],
    regions: Mapping[tuple[str, str], tuple[str, ...]],
) -> list[Diagnostic]:
    """Cities of one country whose names differ by a slip."""
    uses: dict[PlaceText, list[Mention]] = defaultdict(list)
    for reading in readings:
        uses[_identity(reading.place, regions)] += reading.mentions
    by_country: dict[str, dict[str, PlaceText]] = defaultdict(dict)
    for key, place in by_identity.items():
        if place.city:
            by_country[place.country][place.city] = key
    problems = []
    for cities in by_country.values():
        for pair in lookalikes(cities):
            one, other = (_spelling(by_identity[cities[name]], uses[cities[name]]) for name in pair)
            problems.append(look_alike(one, other, codes.LOOKALIKE_PLACE, "place"))
    return problems


def _spelling(place: Place, uses: list[Mention]) -> Spelling:
    """The city's name; the country follows where no office has that name."""
    region = place.region if place.shares_name else ""
    whole = ", ".join(filter(None, (place.city, region, country_name(place.country, "en"))))
    names = (place.page.title, *place.page.aliases) if place.page else ()
    instead = place.city if fold(place.city) in map(fold, names) else whole
    return Spelling(place.city, instead, tuple(uses), place.page is not None)
