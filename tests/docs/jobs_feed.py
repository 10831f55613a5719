"""The part of docs/feeds.md that lists the names in /jobs.json, from docs/jobs.schema.json."""

from collections.abc import Mapping
from typing import Any

import msgspec

from tests.docs.pages import read

_BEGIN = "<!-- fields: made by `make docs` from docs/jobs.schema.json -->"
_END = "<!-- fields: end -->"
_TABLES = {"job": "A job", "place": "A place of a job", "salary": "Pay"}


def with_fields(page: str) -> str:
    """The text of docs/feeds.md with the tables of names anew between the two marks."""
    before, begin, rest = page.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"docs/feeds.md lacks the marks {_BEGIN} and {_END}")
    kinds: Mapping[str, Any] = msgspec.json.decode(read("jobs.schema.json"))["$defs"]
    tables = "\n\n".join(_table(title, kinds[kind]) for kind, title in _TABLES.items())
    return f"{before}{_BEGIN}\n\n{tables}\n\n{_END}{after}"


def _table(title: str, kind: Mapping[str, Any]) -> str:
    rows = [
        f"| `{name}` | {about['description']} | {'yes' if name in kind['required'] else ''} |"
        for name, about in kind["properties"].items()
    ]
    return "\n".join((f"### {title}", "", "| Name | What it says | Always there |", "|---|---|---|", *rows))
