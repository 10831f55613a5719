"""Does a posting show what it pays, where a law may ask for that?"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from generator.checks.policies.pay_laws import CITIES, PAY_LAWS, PayLaw
from generator.content.values.places import ANYWHERE
from generator.diagnostics.codes import policies as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.library.nodes import Place
from generator.library.site import Job, Site
from generator.model.documents import Posting
from generator.model.territories import canadian_province, country_name, name_key, us_state
from generator.model.values import Salary

_AHEAD = 90  # days: so long before a law holds, its places are told of it
_SHOWN = 3  # laws that a message names
# Ontario, O. Reg. 476/24: the widest range in CAD a year, the figure above which the rule doesn't hold,
# and the size of employers it holds for.
_WIDEST, _EXEMPT, _FROM_EMPLOYEES = 50_000, 200_000, 25
_CURRENCIES = {"US": "USD", "CA": "CAD"}
_FULL_NAMES = {"US": us_state, "CA": canadian_province}


def pay_problems(job: Job, site: Site) -> Iterator[Diagnostic]:
    """Laws that may ask for a pay range that the posting doesn't show, all in one; and ranges too wide."""
    if not _is_whole(job.posting, job.posting.salary, "salary"):
        yield from _unshown(job.posting, site)
    yield from _too_wide(job, site)


def _unshown(posting: Posting, site: Site) -> Iterator[Diagnostic]:
    """What may be asked of a posting without a whole range of its own."""
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

    Who works from anywhere in a country may live where a state asks; a city's own rule is for work there.
    """
    region, is_whole_country = _region(place), not (place.city or place.region)
    found: list[PayLaw] = []
    for law in PAY_LAWS:
        is_large = employees is None or employees >= law.employees
        if place.country not in law.countries or not is_large or (law.begins - today).days > _AHEAD:
            continue
        if law.city:
            holds = not found and region == law.region and name_key(place.city) in _city_names(law)
        else:
            holds = is_whole_country or law.region in ("", region)
        if holds:
            found.append(law)
    return tuple(found)


def _city_names(law: PayLaw) -> tuple[str, str]:
    return name_key(law.city), name_key(law.name)


def _region(place: Place) -> str:
    """The full name of a place's state or province; empty where nobody can tell."""
    full = _FULL_NAMES.get(place.country)
    if full is None:
        return ""
    written = (*reversed(place.region.split(", ")), *(() if place.region else (place.city,)))
    found = next((name for part in written if (name := full(part))), None)
    return found or ("" if place.region else CITIES.get(name_key(place.city), ""))


def _missing(posting: Posting, laws: tuple[PayLaw, ...], site: Site) -> Diagnostic:
    shown = [f"{law.name} ({'from' if law.begins > site.today else 'since'} {law.since})" for law in laws]
    named = _joined(shown[:_SHOWN], len(shown))
    hint = [_example(laws[0].countries[0]), f"source: {laws[0].source}"]
    if site.config.company.employees is None and any(law.employees > 1 for law in laws):
        hint.append("the site counts as large until site.yaml says `company: {employees: …}`")
    need = "both" if posting.salary else "one"
    what = f"the posting shows {_shown_pay(posting)}, and may need {need} in {named}"
    return Diagnostic(codes.PAY_RANGE, what, "; ".join(hint), _at(posting))


def _before_interview(posting: Posting, places: tuple[Place, ...], laws: tuple[PayLaw, ...]) -> Diagnostic:
    asking = {code for law in laws for code in law.countries}
    names = sorted({country_name(place.country, "en") for place in places if place.country in asking})
    what = (
        f"the posting shows {_shown_pay(posting)}; candidates in {_joined(names[:_SHOWN], len(names))} "
        "may have to hear of it before an interview"
    )
    country = next(place.country for place in places if place.country in asking)
    return Diagnostic(
        codes.PAY_BEFORE_INTERVIEW, what, f"{_example(country)}; source: {laws[0].source}", _at(posting)
    )


def _too_wide(job: Job, site: Site) -> Iterator[Diagnostic]:
    employees = site.config.company.employees
    if employees is not None and employees < _FROM_EMPLOYEES:
        return
    for place in job.places:
        salary = place.salary or job.salary
        if salary and _region(place.place) == "Ontario" and _is_wide(salary):
            what = (
                f"the range is {salary.maximum - salary.minimum:,} wide, and may be at most "
                f"{_WIDEST:,} in Ontario (since 2026-01-01)"
            )
            hint = "bring its ends nearer, or make two postings of it"
            yield Diagnostic(codes.WIDE_PAY_RANGE, what, hint, _at(job.posting))
            return


def _is_wide(salary: Salary) -> bool:
    is_yearly = (salary.currency, salary.per) == ("CAD", "year")
    return is_yearly and salary.maximum - salary.minimum > _WIDEST and salary.maximum <= _EXEMPT


def _shown_pay(posting: Posting) -> str:
    return "only one end of a pay range" if posting.salary else "no pay range"


def _at(posting: Posting) -> Span:
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
