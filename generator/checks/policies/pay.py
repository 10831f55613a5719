"""Does a posting show what it pays, where a law may ask for that?"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from generator.checks.policies.pay_laws import PAY_LAWS, PayLaw
from generator.checks.policies.regions import region_of
from generator.content.values.places import ANYWHERE
from generator.diagnostics.codes import policies as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.library.nodes import Place
from generator.library.site import Job, Site
from generator.model.documents import Posting
from generator.model.territories import country_name, name_key
from generator.model.values import Salary

_AHEAD = 90  # days: so long before a law holds, its places are told of it
_SHOWN = 3  # laws that a message names
_CURRENCIES = {"US": "USD", "CA": "CAD"}
_EUROPEAN_UNION = "EU"
_WITH_ARTICLE = (_EUROPEAN_UNION, "NL")


def pay_problems(job: Job, site: Site) -> Iterator[Diagnostic]:
    """Laws that may ask for a pay range that the posting doesn't show, all in one message."""
    posting = job.posting
    if _is_whole(posting, posting.salary, "salary"):
        return
    employees = site.config.company.employees
    places = (*_unpaid_places(posting, site), *_remote_countries(posting))
    laws = tuple(dict.fromkeys(law for place in places for law in _laws(place, employees, site.today)))
    in_posting = tuple(law for law in laws if law.in_posting)
    if in_posting:
        yield _missing(posting, in_posting, site)
    elif laws:
        yield _before_interview(posting, places, laws)


def _unpaid_places(posting: Posting, site: Site) -> Iterator[Place]:
    """The places for which no whole range is shown."""
    for i, entry in enumerate(posting.location):
        place = site.place_tree.find(entry.place)
        if place and not _is_whole(posting, entry.salary, f"location.{i}.salary"):
            yield place


def _is_whole(posting: Posting, salary: Salary | None, field: str) -> bool:
    """Whether a salary says one figure or both ends: a map may hold one end alone."""
    ends = (f"{field}.minimum" in posting.spans, f"{field}.maximum" in posting.spans)
    return salary is not None and ends in ((True, True), (False, False))


def _remote_countries(posting: Posting) -> Iterator[Place]:
    """The countries that people may work from, as places without a city; `anywhere` names none."""
    if posting.remote == "yes":
        yield from (Place(code, "", "", (code,)) for code in posting.remote_from if code != ANYWHERE)


@lru_cache(maxsize=1000)
def _laws(place: Place, employees: int | None, today: date) -> tuple[PayLaw, ...]:
    """The laws of a place that hold now or soon; of a country without a city, those of all its regions.

    Who works from anywhere in a country may live where a state asks. A city's own rule is for work there, and
    adds nothing where its state's rule holds.
    """
    region, is_whole_country = region_of(place), not (place.city or place.region)
    asking = tuple(
        law for law in PAY_LAWS if place.country in law.countries and _holds(law, employees, today)
    )
    of_region = (law for law in asking if not law.city and (is_whole_country or law.region in ("", region)))
    of_city = (law for law in asking if law.region == region and name_key(place.city) in _city_names(law))
    return tuple(of_region) or tuple(of_city)


def _holds(law: PayLaw, employees: int | None, today: date) -> bool:
    """Whether a law is meant for employers of that size, and holds now or soon."""
    is_large = employees is None or employees >= law.employees
    return is_large and (law.begins - today).days <= _AHEAD


def _city_names(law: PayLaw) -> tuple[str, ...]:
    """What the city of a city's own law is called."""
    return (name_key(law.city), name_key(law.name)) if law.city else ()


def _missing(posting: Posting, laws: tuple[PayLaw, ...], site: Site) -> Diagnostic:
    shown = [f"{law.name} ({'from' if law.begins > site.today else 'since'} {law.beginning})" for law in laws]
    named = _joined(shown[:_SHOWN], len(shown))
    hint = [_example(laws[0].countries[0]), f"source: {laws[0].source}"]
    if site.config.company.employees is None and any(law.employees > 1 for law in laws):
        hint.append("the site counts as large until site.yaml says `company: {employees: …}`")
    need = "both" if posting.salary else "one"
    what = f"{_said_pay(posting)}: the posting may need {need} in {named}"
    return Diagnostic(codes.PAY_RANGE, what, "; ".join(hint), pay_span(posting))


def _before_interview(posting: Posting, places: tuple[Place, ...], laws: tuple[PayLaw, ...]) -> Diagnostic:
    asking = {code for law in laws for code in law.countries}
    countries = tuple(place.country for place in places if place.country in asking)
    names = _named_countries(countries)
    named = _joined(names[:_SHOWN], len(names))
    what = f"{_said_pay(posting)}: candidates in {named} may have to hear of it before an interview"
    hint = f"{_example(countries[0])}; source: {laws[0].source}"
    return Diagnostic(codes.PAY_BEFORE_INTERVIEW, what, hint, pay_span(posting))


def _named_countries(countries: tuple[str, ...]) -> list[str]:
    """Members of the European Union as a sentence names them; the Union itself stands for all of them."""
    asked = {_EUROPEAN_UNION} if _EUROPEAN_UNION in countries else set(countries)
    names = {country_name(code, "en"): "the " if code in _WITH_ARTICLE else "" for code in asked}
    return [f"{article}{name}" for name, article in sorted(names.items())]


def _said_pay(posting: Posting) -> str:
    return f"`salary` has {'only one end of a pay range' if posting.salary else 'no pay range'}"


def pay_span(posting: Posting) -> Span:
    """Where the pay is, or else why it is asked for."""
    spans = posting.spans
    return spans.at(next((name for name in ("salary", "location", "remote_from") if name in spans), "title"))


def _example(country: str) -> str:
    return f"write a line such as `salary: {_CURRENCIES.get(country, 'EUR')} 60,000 - 72,000 per year`"


def _joined(shown: list[str], number: int) -> str:
    """Some names as English lists them, and how many more there are."""
    more = number - len(shown)
    names = [*shown, "1 more place" if more == 1 else f"{more} more places"] if more else shown
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
