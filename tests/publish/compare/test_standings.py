"""What happens to a posting, for every way from one state to another."""

from itertools import product

import pytest

from generator.library.site import State
from generator.publish.compare.changes import Event
from generator.publish.compare.facts import JobFact
from generator.publish.compare.report import _REASONS
from generator.publish.compare.standings import event_of
from tests.builders import make_published

_D, _U, _O, _H, _C = State
_EXPECTED = {
    (None, _O): (Event.OPENED, "new"),
    (None, _D): (Event.WAITING, "draft"),
    (None, _U): (Event.WAITING, "upcoming"),
    (None, _H): (Event.ADDED, "on-hold"),
    (None, _C): (Event.ADDED, "filled"),
    (_O, None): (Event.CLOSED, "removed"),
    (_H, None): (Event.CLOSED, "removed"),
    (_C, None): (Event.REMOVED, "removed"),
    (_D, None): (Event.REMOVED, "removed"),
    (_U, None): (Event.REMOVED, "removed"),
    (_D, _O): (Event.OPENED, "draft"),
    (_U, _O): (Event.OPENED, "upcoming"),
    (_H, _O): (Event.REOPENED, "on-hold"),
    (_C, _O): (Event.REOPENED, "closed"),
    (_O, _D): (Event.WITHDRAWN, "draft"),
    (_H, _D): (Event.WITHDRAWN, "draft"),
    (_C, _D): (Event.WITHDRAWN, "draft"),
    (_U, _D): (Event.WAITING, "draft"),
    (_O, _U): (Event.WITHDRAWN, "upcoming"),
    (_H, _U): (Event.WITHDRAWN, "upcoming"),
    (_C, _U): (Event.WITHDRAWN, "upcoming"),
    (_D, _U): (Event.WAITING, "upcoming"),
    (_O, _H): (Event.ON_HOLD, "on-hold"),
    (_D, _H): (Event.ON_HOLD, "on-hold"),
    (_U, _H): (Event.ON_HOLD, "on-hold"),
    (_C, _H): (Event.ON_HOLD, "on-hold"),
    (_O, _C): (Event.CLOSED, "filled"),
    (_D, _C): (Event.CLOSED, "filled"),
    (_U, _C): (Event.CLOSED, "filled"),
    (_H, _C): (Event.CLOSED, "filled"),
}


def _fact(state: State | None) -> JobFact | None:
    reason = "filled" if state is State.CLOSED else ""
    return JobFact("a.md", "/jobs/a/", state, reason, True, make_published("/jobs/a/")) if state else None


@pytest.mark.parametrize(("before", "after"), list(product((None, *State), (None, *State)))[1:])
def test_way_between_states_has_its_event(before: State | None, after: State | None) -> None:
    expected = (Event.CHANGED, "") if before is after else _EXPECTED[before, after]
    assert event_of(_fact(before), _fact(after)) == expected


def test_every_reason_has_words() -> None:
    assert {reason for _, reason in _EXPECTED.values()} | {"closed", "date"} == set(_REASONS)
