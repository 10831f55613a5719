"""What several commands take, and values that are checked the way files' values are."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from generator.content.values.addresses import parse_site_url
from generator.content.values.dates import parse_date
from generator.content.values.problem import Problem
from generator.diagnostics.diagnostic import Severity

OUTPUT = "output"  # the folder, below the site's, that a build writes to unless told otherwise


def encoding_complaint(text: str) -> str:
    """Why no file can hold the text; empty where one can."""
    # The system hands over bytes that aren't UTF-8 as lone surrogates.
    return f"`{text}` isn't UTF-8" if any("\ud800" <= ch <= "\udfff" for ch in text) else ""


def to_text(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """The text as it is, which has to be UTF-8."""
    if problem := encoding_complaint(value):
        raise click.BadParameter(problem)
    return value


def to_day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """The day that an option names, as postings write it."""
    if value is None:
        return None
    found = parse_date(value, "en")
    if isinstance(found, Problem):
        raise click.BadParameter(complaint(found))
    return found


def to_site_url(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    """Where a site will live, as site.yaml's `url` says it, without a slash at its end."""
    if value is None:
        return ""
    found = parse_site_url(value, "en")
    if isinstance(found, Problem):
        if found.code.severity is Severity.ERROR:
            raise click.BadParameter(complaint(found))
        found = str(found.value)
    if "?" in found or "#" in found:
        raise click.BadParameter(
            "the address has something behind its path; leave out what follows `?` or `#`"
        )
    return found.rstrip("/")


def complaint(problem: Problem) -> str:
    """Message and hint as `message; hint`, the form that errors of the command line take apart."""
    hint = problem.hint or (f"write `{problem.instead}`" if problem.instead else "")
    return f"{problem.message}; {hint}" if hint else problem.message


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option `--as-of`."""
    told = "Pretend that today is this day; default: SOURCE_DATE_EPOCH's, else today."
    return click.option("--as-of", callback=to_day, metavar="DATE", help=told)(command)


def drafts_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option `--drafts`."""
    return click.option("--drafts", is_flag=True, help="Show drafts and upcoming postings too.")(command)


def strict_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option `--strict`."""
    return click.option("--strict", is_flag=True, help="Let warnings count as errors.")(command)
