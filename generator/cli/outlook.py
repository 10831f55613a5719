"""What will happen to a site's postings by themselves, for those who look after them."""

from collections import Counter
from collections.abc import Iterator

from generator.build.report import Summary
from generator.cli.saying import dated
from generator.diagnostics.counting import count
from generator.library.changes import What

_HAPPENS = {
    What.OPENS: ("opens", "open"),
    What.CLOSED: ("is closed", "are closed"),
    What.LEAVES: ("leaves the site", "leave the site"),
    What.CLOSING_SOON: ("closes soon", "close soon"),
}


def outlook(summary: Summary) -> Iterator[str]:
    """Lines on what closes soon, what should be looked at, and the next day on which the site changes."""
    soon, due = summary.closing_soon, summary.due_for_review
    if soon:
        days = count(summary.closing_days, "day")
        yield f"{count(soon, 'posting')} {'closes' if soon == 1 else 'close'} within {days}"
    if due:
        yield f"{count(due, 'posting')} to look at again: openings list --review"
    if summary.next_change:
        yield f"next change on {dated(summary.next_change)}: {_next(summary)}; build again on that day"


def _next(summary: Summary) -> str:
    """What happens on the next day on which anything does: `1 posting opens, 2 postings are closed`."""
    found = Counter(coming.what for coming in summary.coming if coming.day == summary.next_change)
    return ", ".join(
        f"{count(found[what], 'posting')} {one if found[what] == 1 else several}"
        for what, (one, several) in _HAPPENS.items()
        if found[what]
    )
