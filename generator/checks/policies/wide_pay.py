"""Are the ends of a pay range further apart than Ontario's rule allows?"""

from collections.abc import Iterator

from generator.checks.policies.pay import pay_span
from generator.checks.policies.regions import region_of
from generator.diagnostics.codes import policies as codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.library.site import Job, Site
from generator.model.values import Salary

# Ontario, O. Reg. 476/24: the widest range in CAD a year or what equals it, the yearly figure above which the
# rule doesn't hold, and the size of employers it holds for.
_WIDEST, _EXEMPT, _FROM_EMPLOYEES = 50_000, 200_000, 25
_IN_A_YEAR = {"year": 1, "month": 12, "week": 52, "day": 260}
_FULL_TIME = 40  # hours a week, of a posting that doesn't say its own


def wide_pay_problems(job: Job, site: Site) -> Iterator[Diagnostic]:
    """One range of the posting that may be too wide in Ontario."""
    employees = site.config.company.employees
    if employees is not None and employees < _FROM_EMPLOYEES:
        return
    for place in job.places:
        salary = place.salary or job.salary
        if not salary or salary.currency != "CAD" or region_of(place.place) != "Ontario":
            continue
        least, most = _yearly(salary, job.posting.hours)
        if most - least > _WIDEST and most <= _EXEMPT:
            what = (
                f"the range is {most - least:,.0f} a year wide, and may be at most {_WIDEST:,} in Ontario "
                "(since 2026-01-01)"
            )
            hint = "bring its ends nearer, or make two postings of it"
            yield Diagnostic(codes.WIDE_PAY_RANGE, what, hint, pay_span(job.posting))
            return


def _yearly(salary: Salary, hours: str) -> tuple[float, float]:
    """Both ends of what is paid in a year, with so many hours a week; of `20–25` the fewer count."""
    a_week = float(hours.partition("–")[0] or _FULL_TIME)
    times = _IN_A_YEAR.get(salary.per, a_week * _IN_A_YEAR["week"])
    return float(salary.minimum) * times, float(salary.maximum) * times
