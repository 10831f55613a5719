"""The best few for one job."""

from collections.abc import Iterator

from generator.library.similar.index import Index, nearest

MOST = 5
# With so many to compare with, less telling features lead to none that would be better.
ENOUGH = 48
# So many sets of common features are remembered with their worth; then it starts anew.
_REMEMBERED = 100_000


class Ranking:
    """Ranks jobs of one index; the same question always has the same answer."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._worths = _Worths(index)

    def best(self, i: int) -> tuple[int, ...]:
        """Where up to five open jobs stand that are most similar to job `i`: the pinned ones first."""
        pinned = tuple(pinned_by(i, self._index))
        scores = self._scores(i)
        for taken in (i, *pinned):
            scores.pop(taken, None)
        # Sorting keeps equals in their order, which is that of the jobs.
        ranked = sorted(sorted(scores), key=scores.__getitem__, reverse=True)
        return (*pinned, *ranked[:MOST])[:MOST]

    def _scores(self, i: int) -> dict[int, int]:
        index = self._index
        found = candidates(i, index)
        shared = map(index.common[i].__and__, map(index.common.__getitem__, found))
        scores = dict(zip(found, map(self._worths.__getitem__, shared), strict=True))
        for feature in index.features[i]:
            if not index.is_common[feature]:
                worth = index.worth[feature]
                for j in index.members[feature]:
                    scores[j] += worth
        return scores


class _Worths(dict[int, int]):
    """What a set of common features is worth, by their bits."""

    def __init__(self, index: Index) -> None:
        super().__init__()
        self._worth_of_bit = [index.worth[feature] for feature in index.bits]

    def __missing__(self, shared: int) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        total, rest = 0, shared
        while rest:
            last = rest.bit_length() - 1
            total += self._worth_of_bit[last]
            rest ^= 1 << last
        self[shared] = total
        return total


def pinned_by(i: int, index: Index) -> Iterator[int]:
    """The open jobs that job `i` names itself, in its order."""
    job = index.jobs[i]
    for stem in dict.fromkeys(job.related):
        at = index.open_at.get((stem, job.language))
        if at is not None and stem != job.stem:
            yield at


def candidates(i: int, index: Index) -> set[int]:
    """The open jobs to compare job `i` with, itself perhaps among them.

    Where nearly none does the same kind of work, those nearest in date that share a common circumstance.
    """
    found = of_like_work(i, index)
    if len(found) <= MOST:
        for feature in index.features[i]:
            if index.is_circumstance[feature]:
                found.update(nearest(i, index.members[feature]))
    return found


def of_like_work(i: int, index: Index) -> set[int]:
    """The open jobs that share a rare feature with job `i`, and some that share a common kind of work.

    Of a common one the nearest in date, the most telling ones first, until there are enough.
    """
    found: set[int] = set()
    common: list[int] = []
    for feature in index.features[i]:
        if not index.is_common[feature]:
            found.update(index.members[feature])
        elif not index.is_circumstance[feature]:
            common.append(feature)
    common.sort(key=index.worth.__getitem__, reverse=True)
    for feature in common:
        if len(found) < ENOUGH:
            found.update(nearest(i, index.members[feature]))
    return found
