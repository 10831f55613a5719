"""Every kind of problem, by the room that finds it."""

from generator.diagnostics.codes import (
    boards,
    cards,
    files,
    front_matter,
    library,
    markdown,
    output,
    outside,
    pages,
    policies,
    site,
    themes,
    values,
)
from generator.diagnostics.diagnostic import Code

_FAMILIES = (
    files,
    front_matter,
    values,
    markdown,
    site,
    library,
    policies,
    pages,
    themes,
    boards,
    cards,
    output,
    outside,
)

ALL: dict[str, Code] = {
    code.code: code
    for family in _FAMILIES
    for code in sorted((c for c in vars(family).values() if isinstance(c, Code)), key=lambda c: c.code)
}
