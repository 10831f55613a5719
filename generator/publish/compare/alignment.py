"""Where two rows of anything are the same, and where they differ.

Comparing takes Myers' O(ND) algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986), up to a
number of differences beyond which it takes too long; then by what each row has only once.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

_MOST_DIFFERENCES = 600


def regions(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[tuple[slice, slice]]:
    """The stretches that differ, each as what it was and what it is; either may be empty."""
    i = j = 0
    for x, y in (*_common(before, after), (len(before), len(after))):
        if (x, y) != (i, j):
            yield slice(i, x), slice(j, y)
        i, j = x + 1, y + 1


def _common(
    before: Sequence[Hashable], after: Sequence[Hashable], is_close: bool = True
) -> Iterator[tuple[int, int]]:
    """The places of what is equal on both sides, in order; unless `is_close`, only from both ends."""
    shortest = min(len(before), len(after))
    start = next((i for i in range(shortest) if before[i] != after[i]), shortest)
    rest = shortest - start
    end = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    rests = before[start : len(before) - end], after[start : len(after) - end]
    middle = _matches(*rests) if is_close else []
    yield from ((i, i) for i in range(start))
    yield from ((start + x, start + y) for x, y in middle)
    yield from ((len(before) - i, len(after) - i) for i in range(end, 0, -1))


def _matches(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The same by Myers: the furthest x on each diagonal x - y, for one more difference at a time."""
    if not before or not after:
        return []
    furthest, trail = {1: 0}, []
    for differences in range(min(len(before) + len(after), _MOST_DIFFERENCES) + 1):
        trail.append(furthest.copy())
        for diagonal in range(-differences, differences + 1, 2):
            x = _step(furthest, diagonal, differences)
            while x < len(before) and x - diagonal < len(after) and before[x] == after[x - diagonal]:
                x += 1
            furthest[diagonal] = x
            if x >= len(before) and x - diagonal >= len(after):
                return _walked_back(trail, len(before), len(after))
    return _around_anchors(before, after)


def _around_anchors(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """What is equal from an anchor on to the next, or back to the last one."""
    found: list[tuple[int, int]] = []
    i = j = 0
    for x, y in (*_anchors(before, after), (len(before), len(after))):
        found += ((i + a, j + b) for a, b in _common(before[i:x], after[j:y], is_close=False))
        found += [(x, y)] if x < len(before) else []
        i, j = x + 1, y + 1
    return found


def _anchors(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of what each side has once: as many as stand in the same order on both."""
    here, there = _single(before), _single(after)
    ends: list[int] = []  # the smallest place on the other side at which so many in order can end
    lengths: list[tuple[int, int, int]] = []
    for own, x in here.items():
        if (y := there.get(own)) is not None:
            at = bisect_left(ends, y)
            ends[at : at + 1] = [y]
            lengths.append((at, x, y))
    found: list[tuple[int, int]] = []
    wanted, limit = len(ends) - 1, len(after)
    for at, x, y in reversed(lengths):
        if at == wanted and y < limit:
            found.append((x, y))
            wanted, limit = at - 1, y
    return found[::-1]


def _single(items: Sequence[Hashable]) -> dict[Hashable, int]:
    """The places of what is there once."""
    counts = Counter(items)
    return {item: at for at, item in enumerate(items) if counts[item] == 1}


def _step(furthest: dict[int, int], diagonal: int, differences: int) -> int:
    """Where a diagonal is reached with one more difference: by a new word, else by one that is gone."""
    if _is_new(furthest, diagonal, differences):
        return furthest[diagonal + 1]
    return furthest[diagonal - 1] + 1


def _is_new(furthest: dict[int, int], diagonal: int, differences: int) -> bool:
    if abs(diagonal) == differences:
        return diagonal < 0 or not differences
    return furthest[diagonal - 1] < furthest[diagonal + 1]


def _walked_back(trail: list[dict[int, int]], x: int, y: int) -> list[tuple[int, int]]:
    """What is equal, found from the end: along each diagonal, then the one difference that led to it."""
    found = []
    for differences in range(len(trail) - 1, -1, -1):
        diagonal = x - y
        start = _step(trail[differences], diagonal, differences)
        found += [(at, at - diagonal) for at in range(x - 1, start - 1, -1)]
        is_new = _is_new(trail[differences], diagonal, differences)
        x, y = (start, start - diagonal - 1) if is_new else (start - 1, start - diagonal)
    return found[::-1]
