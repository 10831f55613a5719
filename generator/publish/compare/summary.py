"""All changes in one line."""

from collections import Counter
from collections.abc import Iterator

from generator.diagnostics.counting import count
from generator.publish.compare.changes import Changes, Event, What

POSTING = "posting"
# What happens to a file, in the order in which it is told.
VERBS = {
    Event.OPENED: "opened",
    Event.REOPENED: "reopened",
    Event.CLOSED: "closed",
    Event.ON_HOLD: "put on hold",
    Event.CHANGED: "changed",
    Event.WITHDRAWN: "taken back",
    Event.WAITING: "not public yet",
    Event.ADDED: "added",
    Event.REMOVED: "removed",
}


def summary_of(changes: Changes) -> str:
    """A line such as `Postings: 1 opened, 2 changed; 1 address without a page any more.`"""
    if changes.is_empty:
        return "Nothing changes."
    text = "; ".join(_parts(changes)) or "only formatting"
    return f"{text[0].upper()}{text[1:]}."


def _parts(changes: Changes) -> Iterator[str]:
    yield from _of_files(changes)
    addresses = Counter(address.what for address in changes.addresses)
    if gone := addresses[What.GONE]:
        yield f"{count(gone, 'address')} without a page any more"
    if led := addresses[What.REDIRECTED]:
        yield f"{count(led, 'address')} led on"
    weights = Counter(problem.severity.value for problem in changes.problems)
    if told := [count(number, f"new {weight}") for weight, number in weights.items()]:
        yield ", ".join(told)
    if changes.mended:
        yield f"{count(changes.mended, 'problem')} mended"
    if changes.open_before != changes.open_after:
        yield f"open postings: {changes.open_before:,} → {changes.open_after:,}"


def _of_files(changes: Changes) -> Iterator[str]:
    """What happens to postings, and how many other files change."""
    events = Counter(change.event for change in changes.changes if change.kind == POSTING)
    if told := [f"{events[event]:,} {verb}" for event, verb in VERBS.items() if events[event]]:
        yield f"postings: {', '.join(told)}"
    others = [c for c in changes.changes if c.kind != POSTING and c.event is not Event.FORMATTED]
    if others:
        yield count(len(others), "other change")
