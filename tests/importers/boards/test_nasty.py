"""Whatever a board may answer: each job becomes a posting that our reader takes, or is told of."""

import json
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.kinds import KINDS
from generator.importers.reading import Reading
from tests.importers.builders import Shore, told
from tests.importers.fixtures import fixture
from tests.importers.fixtures.large import large_board

_TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(("---", "a: b", "{{ x }}", "\u0000", "\ud83d", "<b>x", "&amp;", "Remote", "NYC; Berlin")),
    st.sampled_from((",", " / ", "- x", "[a", "!x", "#", "'", "a # b", "@", "null", "~", "2026-03-02")),
)
_VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), _TEXTS, st.just([]), st.just({})
)


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to each value within some JSON."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, one in inner for place in _places(one, (*path, key)))]


def _with(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The JSON with another value in one place."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _with(copy[path[0]], path[1:], new)
    return copy


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_value_anywhere_makes_postings_or_is_told(name: str, data: st.DataObject) -> None:
    answer = json.loads(fixture(f"{name}.json"))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(_places(answer)))
        answer = _with(answer, place, data.draw(_VALUES))
    shore = Shore()
    try:
        delivery = KINDS[name].read(json.dumps(answer).encode(), Reading())
        plan = shore.receive(delivery)
    except OpeningsError as error:
        event(f"refused: {error.message[:20]}")
        return
    assert len(plan.steps) == len(delivery.postings)
    assert shore.unfit(()) == []
    assert shore.receive(delivery).files == {}


def test_large_board_has_no_errors_and_changes_nothing_again() -> None:
    shore = Shore()
    delivery = KINDS["greenhouse"].read(large_board(40), Reading())
    assert len(shore.receive(delivery).files) == 40
    assert shore.unfit(()) == []
    assert shore.receive(delivery).files == {}


@pytest.mark.parametrize("name", KINDS)
def test_fixtures_have_no_errors_and_change_nothing_again(name: str) -> None:
    shore = Shore()
    delivery = KINDS[name].read(fixture(f"{name}.json"), Reading())
    shore.receive(delivery)
    assert shore.unfit(()) == []
    before = dict(shore.files)
    assert told(shore.receive(delivery)) == []
    assert shore.files == before
