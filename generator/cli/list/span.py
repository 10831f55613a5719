"""How far ahead `--changes` looks."""

import re
from datetime import date, timedelta

import click

from generator.cli.parameters import to_day

_LENGTH = re.compile(r"(\d{1,4})\s*(?:(d|days?)|(w|weeks?))?", re.IGNORECASE)
_HOW = "write a number of days such as `14d`, weeks such as `2w`, or the last day such as `2026-03-31`"

Span = timedelta | date


def to_span(ctx: click.Context, param: click.Parameter, value: str | None) -> Span | None:
    """A length of time from today, or the last day."""
    if value is None:
        return None
    match = _LENGTH.fullmatch(value.strip())
    if match:
        return timedelta(days=int(match[1]) * (7 if match[3] else 1))
    if sum(map(str.isdigit, value)) < 6:  # no day has fewer
        raise click.BadParameter(f"`{value}` is no length of time and no day; {_HOW}")
    return to_day(ctx, param, value)


def last_day(span: Span, today: date) -> date:
    """The last day of the span; a wrong usage where it is past."""
    last = today + span if isinstance(span, timedelta) else span
    if last < today:
        raise click.UsageError(f"`--changes {last}` is before {today}, which is today; name a day to come")
    return last
