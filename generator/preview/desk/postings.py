"""Every posting: where it stands on the day that is shown, and when that changes by itself."""

from collections import Counter
from collections.abc import Container, Iterable
from datetime import date, timedelta

from msgspec import Struct

from generator.library.changes import What, changes
from generator.library.lifecycle import standing
from generator.library.site import Job, Site, State
from generator.library.statuses import ERROR, STATUSES, status, status_of
from generator.model.addresses import job_url
from generator.model.slugs import fold
from generator.preview.desk.wording import dated

REMEMBERED = "remembered"
STATES = (*(name.replace("-", " ") for name in STATUSES), REMEMBERED)
ROWS = 200


class Filter(Struct, frozen=True):
    """Which postings to show: of a state where one is named, with all the words in title or file."""

    state: str = ""
    words: str = ""
    number: int = 1


class Next(Struct, frozen=True):
    """The day on which a posting changes by itself, and to what."""

    day: date
    to: str


class Row(Struct, frozen=True):
    """A posting; `why` says more of its state, `url` is empty where it has no page."""

    title: str
    file: str
    line: int
    state: str
    why: str
    next: Next | None
    url: str


class Listing(Struct, frozen=True):
    """One page of the postings that fit, with how many there are of each state.

    `total` is the number of files; what is only `remembered` comes on top.
    """

    rows: tuple[Row, ...]
    found: int
    total: int
    remembered: int
    counts: tuple[tuple[str, int], ...]
    number: int
    pages: int


def listing(site: Site, wanted: Filter, broken: Container[str] = ()) -> Listing:
    """The postings that fit, by state, the newest first; `broken` are the paths of files with errors."""
    each = [(state_of(job, broken), job) for job in site.jobs_with_past]
    counts = Counter(state for state, _ in each)
    words = fold(wanted.words).split()
    fitting = [(s, job) for s, job in each if wanted.state in ("", s) and _has(job, words)]
    fitting.sort(key=lambda found: STATES.index(found[0]))
    pages = max(1, -(-len(fitting) // ROWS))
    number = min(max(1, wanted.number), pages)
    part = fitting[(number - 1) * ROWS : number * ROWS]
    return Listing(
        rows=tuple(_row(job, state, site) for state, job in part),
        found=len(fitting),
        total=len(each) - counts[REMEMBERED],
        remembered=counts[REMEMBERED],
        counts=tuple((state, counts[state]) for state in STATES),
        number=number,
        pages=pages,
    )


def state_of(job: Job, broken: Container[str] = ()) -> str:
    """Where a posting stands, one of STATES: in the words of `openings list`."""
    return REMEMBERED if job.is_remembered else status_of(job, broken).replace("-", " ")


def next_of(job: Job, site: Site) -> Next | None:
    """When a posting changes next by itself; None where only somebody's edit changes it."""
    rules = site.config.lifecycle
    coming = (change for change in changes((job,), rules, site.today, date.max) if change.day > site.today)
    change = next((change for change in coming if change.what is not What.REVIEW), None)
    if not change:
        return None
    if change.what is What.LEAVES:
        return Next(change.day, "its page goes")
    coming_status = status(standing(job.posting, change.day, rules.closing_soon))
    return Next(change.day, coming_status.replace("-", " "))


def why_of(job: Job) -> str:
    """What more there is to say of a posting's state."""
    if job.standing.state is not State.CLOSED:
        return ""
    if job.last_open:
        return f"since {dated(job.last_open + timedelta(days=1))}"
    return "" if job.standing.reason == "filled" else "by hand"


def _has(job: Job, words: Iterable[str]) -> bool:
    if not words:
        return True
    text = fold(f"{job.posting.title} {job.posting.spans.path}")
    return all(word in text for word in words)


def _row(job: Job, state: str, site: Site) -> Row:
    at = job.posting.spans.at("title")
    url = site.config.base_path + job_url(job.slug) if job.has_page else ""
    if state == ERROR:
        return Row(job.posting.title, at.path, at.line, state, "", None, url)
    return Row(job.posting.title, at.path, at.line, state, why_of(job), next_of(job, site), url)
