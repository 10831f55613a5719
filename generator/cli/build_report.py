"""`openings build --report`: what a scheduler needs to know of a build, as JSON."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click
from msgspec import Struct
from msgspec.json import encode, format
from msgspec.structs import asdict

from generator.build.report import Report, Summary
from generator.cli.writing import replace_file
from generator.diagnostics.diagnostic import Severity
from generator.model.time_zones import start_of_day


class _File(Struct, frozen=True, kw_only=True):
    """The file, field by field, as docs/lifecycle.md explains it; what isn't known stays null.

    `version` counts up when a field goes or changes its meaning, not when one is added.
    """

    version: int = 1
    day: date | None = None
    time_zone: str | None = None
    next_change: date | None = None
    next_change_at: str | None = None
    changes: tuple[Mapping[str, Any], ...] = ()
    open: int | None = None
    closing_soon: int | None = None
    due_for_review: int | None = None
    pages: int | None = None
    problems: Mapping[str, int]
    written: int | None = None
    kept: int | None = None
    deleted: int | None = None


def check_place(file: Path, output: Path, content: Path) -> None:
    """A wrong usage where the report would be published with the site, or lie in what that is made of."""
    for folder, why in ((output, "would be published with the site"), (content, "would lie in the content")):
        if file.resolve().is_relative_to(folder.resolve()):
            raise click.UsageError(f"the report `{file}` {why}; name a file outside of `{folder.name}/`")


def write_build_report(report: Report, file: Path) -> None:
    """The report as a file that is there whole or not at all."""
    replace_file(file, as_json(report).encode())


def as_json(report: Report) -> str:
    """The report; nothing was written where `written` is null, and no site was found where `day` is."""
    of_site = _of_site(report.summary) if report.summary else {}
    files = asdict(report.written) if report.written else {}
    found = Counter(problem.code.severity for problem in report.diagnostics)
    problems = {severity.value: found[severity] for severity in Severity}
    return format(encode(_File(**of_site, problems=problems, **files)), indent=2).decode() + "\n"


def _of_site(summary: Summary) -> dict[str, Any]:
    """What there is on the site's day, and what the next days bring."""
    following = summary.next_change
    return {
        "day": summary.day,
        "time_zone": summary.time_zone,
        "next_change": following,
        "next_change_at": start_of_day(following, summary.time_zone) if following else None,
        "changes": tuple(
            {"date": coming.day, "what": coming.what, "id": coming.id, "url": coming.url}
            for coming in summary.coming
        ),
        "open": summary.open_jobs,
        "closing_soon": summary.closing_soon,
        "due_for_review": summary.due_for_review,
        "pages": summary.pages,
    }
