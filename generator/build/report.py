"""What a build found and did."""

from datetime import date

from msgspec import Struct

from generator.build.output.sink import Written
from generator.build.store.codec import Told
from generator.diagnostics.diagnostic import Diagnostic
from generator.library.changes import What


class Coming(Struct, frozen=True):
    """What a later day does to a posting, which is named by its id and whole address."""

    day: date
    what: What
    id: str
    url: str


class Summary(Struct, frozen=True):
    """A site in figures, as of its day: what there is, and what will happen by itself.

    `closing_soon` open jobs close within `closing_days`; `due_for_review` should be looked at again.
    `next_change` is the next day on which a page changes by itself; `coming` is all that happens after
    `day`, in order, for a month and until that day at least.
    """

    day: date
    time_zone: str
    open_jobs: int
    pages: int
    closing_soon: int
    closing_days: int
    due_for_review: int
    next_change: date | None
    coming: tuple[Coming, ...]


class Said(Struct, frozen=True):
    """What a build keeps of its report, to be said again when nothing has changed."""

    summary: Summary
    problems: tuple[Told, ...]


class Report(Struct, frozen=True):
    """What there is to tell of a build; without a summary where site.yaml can't be read.

    Nothing was written where `written` is None.
    """

    summary: Summary | None
    diagnostics: tuple[Diagnostic, ...]
    written: Written | None = None
