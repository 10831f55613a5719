"""What a visitor can narrow the list of all jobs by, with the number of open jobs behind each choice."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.library.nodes import Slugs
from generator.model.slugs import fold
from generator.model.vocabulary import EMPLOYMENT, LEVEL
from generator.pages import search_values as values
from generator.pages.kit import Kit
from generator.pages.views import Facet, FacetChoice


def facets(kit: Kit) -> tuple[Facet, ...]:
    """The filters of the search in their order, without those that have no choice today."""
    postings = [job.posting for job in kit.site.open_jobs]
    employment = (kind for posting in postings for kind in dict.fromkeys(posting.employment))
    found = (
        Facet("category", _categories((), kit)),
        Facet("place", (*_places((), kit), *_remote(kit))),
        Facet("employment", tuple(_coded("employment", EMPLOYMENT.words, employment, kit))),
        Facet("level", tuple(_coded("level", LEVEL.words, (posting.level for posting in postings), kit))),
        Facet("posted", tuple(_posted(kit))),
        Facet("salary", tuple(_salary(kit))),
    )
    return tuple(facet for facet in found if facet.choices)


def _categories(parent: Slugs, kit: Kit) -> tuple[FacetChoice, ...]:
    """The categories right below one with those below them, as the tree has them."""
    return tuple(
        FacetChoice(
            value=values.node(node.slugs),
            count=kit.formats.count(len(kit.site.jobs_in(node))),
            label=node.name,
            children=_categories(node.slugs, kit),
        )
        for node in kit.site.subcategories.get(parent, ())
        if kit.site.jobs_in(node)
    )


def _places(parent: Slugs, kit: Kit) -> tuple[FacetChoice, ...]:
    """The countries with their cities, by name."""
    choices = (
        FacetChoice(
            value=values.node(node.slugs),
            count=kit.formats.count(len(kit.site.jobs_in(node))),
            label=kit.places.entry(node).name,
            children=_places(node.slugs, kit),
        )
        for node in kit.site.subplaces.get(parent, ())
        if kit.site.jobs_in(node)
    )
    return tuple(sorted(choices, key=lambda choice: (fold(choice.label), choice.value)))


def _remote(kit: Kit) -> Iterator[FacetChoice]:
    """A heading, and below it where one can work from."""
    choices = tuple(_from(kit))
    if choices:
        total = sum(bool(values.works_from(job)) for job in kit.site.open_jobs)
        yield FacetChoice("", kit.formats.count(total), word="remote.yes", children=choices)


def _from(kit: Kit) -> Iterator[FacetChoice]:
    """Working from each country that a job names, by name; then from anywhere, which fits every country."""
    wheres = [values.works_from(job) for job in kit.site.open_jobs]
    everywhere = sum(values.ANYWHERE in where for where in wheres)
    # A job that is open to anywhere counts for each country once, whether or not it names that country too.
    counts = Counter(code for where in wheres if values.ANYWHERE not in where for code in where)
    countries = {code for where in wheres for code in where} - {values.ANYWHERE}
    for name, code in sorted(((kit.formats.country(code), code) for code in countries), key=_by_name):
        total = kit.formats.count(counts[code] + everywhere)
        yield FacetChoice(values.remote_from(code), total, name, word="remote-from")
    if everywhere:
        total = kit.formats.count(everywhere)
        yield FacetChoice(values.remote_from(values.ANYWHERE), total, word="remote-from-anywhere")


def _by_name(country: tuple[str, str]) -> tuple[str, str]:
    name, code = country
    return fold(name), code


def _coded(family: str, order: Iterable[str], found: Iterable[str], kit: Kit) -> Iterator[FacetChoice]:
    """Words that fields choose from, as far as a job has them, in the order of their vocabulary."""
    counts = Counter(found)
    for word in order:
        if counts[word]:
            code = values.coded(word)
            yield FacetChoice(code, kit.formats.count(counts[word]), word=f"{family}.{code}")


def _posted(kit: Kit) -> Iterator[FacetChoice]:
    """Jobs of the last days, counted from the day of the build."""
    ages = [(kit.site.today - job.posting.posted).days for job in kit.site.open_jobs]
    for days in values.POSTED_WITHIN if ages else ():
        count = kit.formats.count(sum(age <= days for age in ages))
        yield FacetChoice(str(days), count, word=f"posted.{days}")


def _salary(kit: Kit) -> Iterator[FacetChoice]:
    shown = sum(bool(kit.rows.row(job).salaries) for job in kit.site.open_jobs)
    if shown:
        yield FacetChoice(values.SALARY_SHOWN, kit.formats.count(shown), word="salary-shown")
