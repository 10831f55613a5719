"""What happens to a posting when it stands elsewhere than before."""

from collections.abc import Mapping

from generator.library.site import State
from generator.publish.compare.changes import Event
from generator.publish.compare.facts import JobFact

_NEVER_PUBLIC = (State.DRAFT, State.UPCOMING)
_ENTERED: Mapping[State, Event] = {
    State.OPEN: Event.OPENED,
    State.CLOSED: Event.CLOSED,
    State.ON_HOLD: Event.ON_HOLD,
    State.DRAFT: Event.WITHDRAWN,
    State.UPCOMING: Event.WITHDRAWN,
}


def event_of(before: JobFact | None, after: JobFact | None) -> tuple[Event, str]:
    """What happens to a posting, and why; None where no file says it."""
    if after is None:
        was_open = before is not None and before.state in (State.OPEN, State.ON_HOLD)
        return (Event.CLOSED if was_open else Event.REMOVED), "removed"
    if before is None:
        return _arrived(after)
    if before.state is after.state:
        return Event.CHANGED, ""
    return _moved(before, after)


def _arrived(after: JobFact) -> tuple[Event, str]:
    if after.state is State.OPEN:
        return Event.OPENED, "new"
    if after.state in _NEVER_PUBLIC:
        return Event.WAITING, after.state.value
    return Event.ADDED, after.reason or after.state.value


def _moved(before: JobFact, after: JobFact) -> tuple[Event, str]:
    was_public = before.state not in _NEVER_PUBLIC
    if after.state is State.OPEN:
        return (Event.REOPENED if was_public else Event.OPENED), before.state.value
    if after.state in _NEVER_PUBLIC and not was_public:
        return Event.WAITING, after.state.value
    return _ENTERED[after.state], after.reason or after.state.value
