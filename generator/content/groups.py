"""Values that are written in parts, or stand for a part of a larger one."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from generator.content.values.problem import Problem
from generator.content.values.salary import settled
from generator.diagnostics.codes import values as codes
from generator.model.site_config import Theme
from generator.model.values import Contact, PlaceEntry, Redirection, Salary


def _salary(values: Mapping[str, Any]) -> Salary | Problem:
    figures: dict[str, Decimal] = {}
    for name in ("minimum", "maximum"):
        if name in values:
            figure = settled(values[name], values["currency"])
            if isinstance(figure, Problem):
                return replace(figure, part=name)
            figures[name] = figure
    least = figures.get("minimum", figures.get("maximum"))
    most = figures.get("maximum", least)
    if least is None or most is None:
        hint = "add `min: …` and `max: …`, or one of them"
        return Problem(codes.SALARY_PARTS, "the salary has no figure", hint)
    if least > most:
        message = f"the minimum {least} is more than the maximum {most}"
        return Problem(codes.SALARY_PARTS, message, "swap the two figures")
    return Salary(least, most, values["currency"], values["per"], values["note"])


def _contact(values: Mapping[str, Any]) -> Contact | Problem:
    email = values["email"].email if values["email"] else ""
    name = values["name"] or (values["email"].name if values["email"] else "")
    if not (email or values["phone"] or values["url"]):
        hint = "add `email: …`, `phone: …` or `url: …`"
        return Problem(codes.CONTACT_EMPTY, "the contact has no way to reach somebody", hint)
    return Contact(name, email, values["phone"], values["url"])


def _redirection(values: Mapping[str, Any]) -> Redirection:
    return Redirection(values["from"], values["to"])


# By the value a group makes: what it takes besides calling its class.
FINISHES: Mapping[Callable[..., Any], Callable[[Mapping[str, Any]], Any]] = {
    Salary: _salary,
    Contact: _contact,
    Redirection: _redirection,
}

# By the value a group makes: what its one-line form becomes.
WRAPPED: Mapping[Callable[..., Any], Callable[[Any], Any]] = {
    PlaceEntry: PlaceEntry,
    Theme: lambda name: Theme(name=name),
}
