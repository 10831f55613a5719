"""The part of docs/hosts.md that is made from the table of limits."""

from generator.checks.host_limits import HOST_LIMITS, HostLimit

_BEGIN, _END = "<!-- limits: made by `make docs` -->", "<!-- limits: end -->"


def with_limits(page: str) -> str:
    """The text of docs/hosts.md with the table anew between its two marks."""
    before, found, rest = page.partition(_BEGIN)
    _, closed, after = rest.partition(_END)
    if not found or not closed:
        raise ValueError(f"docs/hosts.md lacks the marks {_BEGIN} and {_END}")
    return f"{before}{_BEGIN}\n\n{_table()}\n\n{_END}{after}"


def _table() -> str:
    rows = [
        f"| `{limit.host}` | {_taken(limit)} | [source]({limit.source}) | {limit.checked} |"
        for limit in HOST_LIMITS
    ]
    return "\n".join(["| Host | At most | Source | Read |", "| --- | --- | --- | --- |", *rows])


def _taken(limit: HostLimit) -> str:
    shown = limit.shown
    noun = limit.measure.removeprefix("bytes ") if shown.endswith("MB") else limit.measure
    return f"{shown} {noun}{f' ({limit.plan} plan)' if limit.plan else ''}"
