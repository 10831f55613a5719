"""docs/reviewing.md names all that the JSON holds."""

import pytest

from generator.publish.compare.changes import Address, Change, Changes, Event, Problem, What
from generator.publish.compare.values import FieldChange
from generator.publish.compare.words import Part, Run
from tests.docs.pages import read

_NAMES = [
    name for kind in (Changes, Change, Address, Problem, FieldChange, Run) for name in kind.__struct_fields__
]


@pytest.mark.parametrize("name", sorted({*_NAMES, *Event, *What, *Part}))
def test_name_is_told(name: str) -> None:
    assert f"`{name}`" in read("reviewing.md").partition("## The JSON")[2]
