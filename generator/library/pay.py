"""Which dollar: a salary's currency settled by the places of the job."""

from msgspec.structs import replace

from generator.diagnostics.codes import library as codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.library.nodes import Place
from generator.model.documents import Spans
from generator.model.territories import country_name, currency_of
from generator.model.values import Salary

# ISO 4217 ends dinars and dirhams in D as well: `$` in Belgrade is none of Serbia's.
_DOLLARS = frozenset((
    "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "FJD", "GYD", "HKD", "JMD", "KYD", "LRD", "NAD", "NZD",
    "SBD", "SGD", "SRD", "TTD", "TWD", "USD", "XCD",
))  # fmt: skip


def settle_currency(
    salary: Salary | None, places: tuple[Place, ...], spans: Spans, field: str
) -> tuple[Salary | None, tuple[Diagnostic, ...]]:
    """The salary of a field with an ISO currency, or the question which of the places' dollars is meant."""
    if salary is None or salary.currency != "$":
        return salary, ()
    dollars = sorted({c for p in places if (c := currency_of(p.country)) in _DOLLARS})
    if len(dollars) == 1:
        return replace(salary, currency=dollars[0]), ()
    countries = " and ".join(sorted({country_name(p.country, "en") for p in places}))
    readings = " or ".join(f"`{code}`" for code in dollars or ["USD", "CAD", "AUD"])
    why = f"the places are in {countries}" if places else "no place says whose dollar it is"
    return None, (
        Diagnostic(
            codes.AMBIGUOUS_DOLLAR,
            f"`$` could be {readings}: {why}",
            f"write the currency's letters, such as `{_written(salary, dollars[0] if dollars else 'USD')}`",
            spans.at(field),
        ),
    )


def _written(salary: Salary, currency: str) -> str:
    """The salary as a file says it."""
    figures = dict.fromkeys((f"{salary.minimum:,}", f"{salary.maximum:,}"))
    return f"{currency} {' - '.join(figures)} per {salary.per}"
