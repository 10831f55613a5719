"""What the coming days do to postings by themselves: the list of `--changes`."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from generator.cli.list.exports import to_csv, to_json
from generator.cli.list.rows import ERROR, Row
from generator.cli.list.table import Column, table
from generator.cli.saying import dated
from generator.library.changes import Change, changes
from generator.library.site import Site

_COLUMNS = (Column("DAY"), Column("WHAT"), Column("POSTING"), Column("TITLE", may_cut=True))
_FIELDS: Mapping[str, Callable[[Change], Any]] = {
    "date": lambda change: change.day,
    "what": lambda change: change.what.value,
    "id": lambda change: change.job.posting.id,
    "stem": lambda change: change.job.posting.identity.stem,
    "title": lambda change: change.job.posting.title,
    "path": lambda change: change.job.posting.spans.path,
}


def changes_of(rows: Iterable[Row], site: Site, last: date) -> tuple[Change, ...]:
    """What happens to the postings of the rows from today until the last day; those with errors left out."""
    jobs = [row.job for row in rows if row.status != ERROR]
    return changes(jobs, site.config.lifecycle, site.today, last)


def as_table(found: Iterable[Change], room: int | None) -> str:
    """By day, for people."""
    return table(_COLUMNS, [_cells(change) for change in found], room)


def as_json(found: Iterable[Change]) -> str:
    """An array of objects; days as text."""
    return to_json(found, _FIELDS)


def as_csv(found: Iterable[Change]) -> str:
    """The same fields as in JSON below their names."""
    return to_csv(found, _FIELDS)


def none_found(today: date, last: date, has_conditions: bool) -> str:
    """That nothing happens, and until when."""
    what = "nothing happens to those postings by itself" if has_conditions else "nothing changes by itself"
    return f"{what} today" if last == today else f"{what} from today until {dated(last)}"


def _cells(change: Change) -> tuple[str, ...]:
    posting = change.job.posting
    return (dated(change.day), change.what.value, posting.identity.stem, posting.title)
