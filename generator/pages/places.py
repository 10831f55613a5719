"""Places as pages name them: names, links and entries of lists."""

from generator.library.nodes import Place, Slugs
from generator.model.slugs import fold
from generator.pages import urls
from generator.pages.formats import Formats
from generator.pages.once import once
from generator.pages.place_names import city_name, place_name
from generator.pages.plan import NEIGHBOURS, Plan
from generator.pages.views import LinkView, PlaceEntry


class Places:
    """The places of one plan in one language; each one's name, link and entry are made once."""

    def __init__(self, plan: Plan, formats: Formats) -> None:
        self._plan, self._formats = plan, formats
        self.name = once(self._name, _slugs)
        self.link = once(self._link, _slugs)
        self.entry = once(self._entry, _slugs)

    def below(self, parent: Slugs) -> tuple[PlaceEntry, ...]:
        """A country's cities, or the countries for (), by name."""
        entries = map(self.entry, self._plan.site.subplaces.get(parent, ()))
        return tuple(sorted(entries, key=lambda entry: (fold(entry.name), entry.region)))

    def neighbours(self, place: Place) -> tuple[PlaceEntry, ...]:
        """The busiest cities beside this one; none beside a country."""
        beside = self._plan.busiest_places.get(place.slugs[:-1], ()) if place.city else ()
        others = [other for other in beside if other.slugs != place.slugs]
        return tuple(map(self.entry, others[:NEIGHBOURS]))

    def _name(self, place: Place) -> str:
        return place_name(place, self._formats.country)

    def _link(self, place: Place) -> LinkView:
        """A place's name that leads to its page."""
        return LinkView(self._plan.href(urls.place_url(place.slugs)), self.name(place))

    def _entry(self, node: Place) -> PlaceEntry:
        """A place in a list, with its cities where it is a country."""
        return PlaceEntry(
            name=city_name(node) or self._formats.country(node.country),
            url=self.link(node).url,
            count=self._formats.count(len(self._plan.site.jobs_in(node))),
            region=node.region,
            has_office=bool(node.page),
            children=self.below(node.slugs),
        )


def _slugs(place: Place) -> Slugs:
    return place.slugs
