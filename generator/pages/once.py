"""Functions that make a thing once."""

from collections.abc import Callable, Hashable
from typing import TypeVar

_T = TypeVar("_T")
_V = TypeVar("_V")


def once(make: Callable[[_T], _V], key: Callable[[_T], Hashable]) -> Callable[[_T], _V]:
    """`make`, asked once for each key: what has the same key gets the same value.

    A posting or a category is told by its key at once, and takes long to hash as a whole.
    """
    made: dict[Hashable, _V] = {}

    def get(thing: _T) -> _V:
        known = key(thing)
        if known not in made:
            made[known] = make(thing)
        return made[known]

    return get
