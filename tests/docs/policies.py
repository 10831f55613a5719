"""The parts of docs/policies.md that are made from the checks and the table of laws."""

from collections.abc import Callable

from generator.checks.policies.pay_laws import PAY_LAWS, PayLaw
from generator.diagnostics.codes import ALL
from generator.diagnostics.diagnostic import Code

_COUNTRIES = {"US": "United States", "CA": "Canada"}


def with_tables(page: str) -> str:
    """The text of docs/policies.md with each table anew between its two marks."""
    return _between(_between(page, "checks", _checks), "laws", _laws)


def _between(page: str, name: str, table: Callable[[], str]) -> str:
    begin, end = f"<!-- {name}: made by `make docs` -->", f"<!-- {name}: end -->"
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"docs/policies.md lacks the marks {begin} and {end}")
    return f"{before}{begin}\n\n{table()}\n\n{end}{after}"


def _checks() -> str:
    codes = [code for code in ALL.values() if code.code.startswith("PO")]
    rows = [f"| {_link(code)} | `{code.name}` | {code.severity} |" for code in codes]
    return "\n".join(["| Code | Name | Weight |", "|---|---|---|", *rows])


def _link(code: Code) -> str:
    return f"[{code.code}](diagnostics.md#{code.code.lower()}-{code.name})"


def _laws() -> str:
    heads = ("Where", "From employees", "Asks for", "Since", "Checked", "Sure", "Source")
    rows = [" | ".join(_cells(law)) for law in PAY_LAWS]
    lines = [" | ".join(heads), "|".join("---" for _ in heads), *rows]
    return "\n".join(f"|{line}|" if line.startswith("---") else f"| {line} |" for line in lines)


def _cells(law: PayLaw) -> tuple[str, ...]:
    country = _COUNTRIES.get(law.countries[0], "")
    where = ", ".join(filter(None, (law.name, law.region if law.city else "", country)))
    return (
        "European Union, the other members" if "EU" in law.countries else where,
        str(law.employees),
        _asked(law),
        law.beginning,
        law.checked,
        "yes" if law.is_sure else "not quite",
        f"[source]({law.source})",
    )


def _asked(law: PayLaw) -> str:
    if not law.in_posting:
        return "pay or range, in the posting or before the interview"
    return "range and benefits, in the posting" if law.asks_benefits else "range, in the posting"
