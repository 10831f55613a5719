"""`openings build --report`: what a scheduler needs to know of a build, as JSON."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.build.report import Report, Summary
from generator.build.source.clock import start_of
from generator.cli.writing import replace_file
from generator.diagnostics.diagnostic import Severity

# Of the file's shape: it grows when a field changes its meaning or goes, not when one is added.
_VERSION = 1


def check_place(file: Path, output: Path) -> None:
    """A wrong usage where the report would be published along with the site."""
    if file.resolve().is_relative_to(output.resolve()):
        raise click.UsageError(
            f"the report `{file}` would be published with the site; name a file outside the output folder"
        )


def write_build_report(report: Report, file: Path) -> None:
    """The report as a file that is there whole or not at all."""
    replace_file(file, as_json(report).encode())


def as_json(report: Report) -> str:
    """The report; what isn't known is null: all of the site where site.yaml can't be read.

    Nothing was written where `written` is null.
    """
    written = report.written
    found = Counter(problem.code.severity for problem in report.diagnostics)
    fields = {
        "version": _VERSION,
        **_of_site(report.summary),
        "problems": {severity.value: found[severity] for severity in Severity},
        "written": written.written if written else None,
        "kept": written.kept if written else None,
        "deleted": written.deleted if written else None,
    }
    return json.dumps(fields, indent=2, default=date.isoformat) + "\n"


def _of_site(summary: Summary | None) -> dict[str, Any]:
    """What there is on the site's day, and what the next days bring."""
    following = summary.next_change if summary else None
    begins = start_of(following, summary.time_zone) if summary and following else None
    return {
        "day": summary.day if summary else None,
        "time_zone": summary.time_zone if summary else None,
        "next_change": following,
        "next_change_at": begins.isoformat() if begins else None,
        "changes": [
            {"date": coming.day, "what": coming.what, "id": coming.id, "url": coming.url}
            for coming in (summary.coming if summary else ())
        ],
        "open": summary.open_jobs if summary else None,
        "closing_soon": summary.closing_soon if summary else None,
        "due_for_review": summary.due_for_review if summary else None,
        "pages": summary.pages if summary else None,
    }
