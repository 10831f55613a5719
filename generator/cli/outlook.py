"""What will happen to a site's postings by themselves, for those who look after them."""

from collections.abc import Iterator

from generator.build.report import Summary
from generator.cli.saying import count


def outlook(summary: Summary) -> Iterator[str]:
    """Lines on what closes soon, what should be looked at, and the next day on which the site changes."""
    soon, due, change = summary.closing_soon, summary.due_for_review, summary.next_change
    if soon:
        days = count(summary.closing_days, "day")
        yield f"{count(soon, 'posting')} {'closes' if soon == 1 else 'close'} within {days}"
    if due:
        yield f"{count(due, 'posting')} to look at again: openings list --review"
    if change:
        yield f"the next posting opens or closes on {change}: build again on that day"
