"""What the coming days do to postings by themselves: the list of `--changes`."""

from collections.abc import Iterable
from datetime import date

from generator.cli.list.listing import Listing
from generator.cli.list.rows import Row
from generator.cli.list.table import Column
from generator.cli.saying import dated
from generator.library.changes import Change, changes
from generator.library.site import Site
from generator.library.statuses import ERROR

CHANGES = Listing[Change](
    columns=(Column("DAY"), Column("WHAT"), Column("POSTING"), Column("TITLE", may_cut=True)),
    cells=lambda change: (
        dated(change.day),
        change.what.value,
        change.job.posting.identity.stem,
        change.job.posting.title,
    ),
    fields={
        "date": lambda change: change.day,
        "what": lambda change: change.what.value,
        "id": lambda change: change.job.posting.id,
        "stem": lambda change: change.job.posting.identity.stem,
        "title": lambda change: change.job.posting.title,
        "path": lambda change: change.job.posting.spans.path,
    },
)


def changes_of(rows: Iterable[Row], site: Site, last: date, is_all: bool) -> tuple[Change, ...]:
    """What happens to the postings of the rows from today until the last day; those with errors left out.

    With `is_all`, also to those that are only remembered.
    """
    jobs = [row.job for row in rows if row.status != ERROR]
    return changes(
        (*jobs, *(site.past.remembered if is_all else ())), site.config.lifecycle, site.today, last
    )


def none_happen(today: date, last: date, has_conditions: bool) -> str:
    """That nothing happens, and until when."""
    what = "nothing happens to those postings by itself" if has_conditions else "nothing changes by itself"
    return f"{what} today" if last == today else f"{what} from today until {dated(last)}"
