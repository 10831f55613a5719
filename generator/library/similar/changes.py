"""Which jobs a change can have given other similar jobs: those alone are ranked again.

A change reaches a job in one of three ways only: through its own facts or those of a job it pins, through a
feature that is now worth more or less, and through a changed job that it is, or was, compared with.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from msgspec import Struct

from generator.library.similar.facts import Facts, features, is_circumstance, worth
from generator.library.similar.index import Index, is_common, window
from generator.library.similar.ranking import MOST, of_like_work

_Name = tuple[str, str]


class Changes(Struct, frozen=True):
    """The former places of jobs that are gone or were otherwise, and those of jobs that are new or otherwise.

    `moved` says for the former place of each job that is still there where it stands now.
    """

    gone: Mapping[_Name, int]
    new: Mapping[_Name, int]
    moved: Mapping[int, int]


def changes_between(former: tuple[Facts, ...], jobs: tuple[Facts, ...]) -> Changes | None:
    """How the jobs differ from the former ones; None where two have one name, so that nobody can say."""
    if _has_namesakes(former) or _has_namesakes(jobs):
        return None
    gone: dict[_Name, int] = {}
    new: dict[_Name, int] = {}
    moved: dict[int, int] = {}
    then = now = 0
    while then < len(former) and now < len(jobs):
        if former[then] == jobs[now]:
            moved[then] = now
            then, now = then + 1, now + 1
        elif former[then].order <= jobs[now].order:
            gone[former[then].name] = then
            then += 1
        else:
            new[jobs[now].name] = now
            now += 1
    gone |= {former[place].name: place for place in range(then, len(former))}
    new |= {jobs[place].name: place for place in range(now, len(jobs))}
    return Changes(gone, new, moved | {gone[name]: new[name] for name in gone.keys() & new.keys()})


def _has_namesakes(jobs: tuple[Facts, ...]) -> bool:
    return len({(job.stem, job.language) for job in jobs}) < len(jobs)


class _Sharing(Struct, frozen=True):
    """The open jobs that share a feature, by their places, and which of these, by index, have changed.

    A place is twice the position, so that former jobs find room between those of today.
    """

    places: list[int]
    changed: list[int]

    def is_changed_around(self, i: int) -> bool:
        """Whether one that changed is among the nearest to job `i`."""
        if not self.changed:
            return False
        start, end = window(bisect_left(self.places, 2 * i), len(self.places))
        k = bisect_left(self.changed, start)
        return k < len(self.changed) and self.changed[k] < end


class _Shift(Struct, frozen=True):
    """What happened to a feature of a changed job; `is_minor` where many share a mere circumstance."""

    then: _Sharing
    now: _Sharing
    is_worth_another: bool
    is_minor: bool

    def reaches(self, i: int) -> bool:
        """Whether job `i`, which has the feature, may be compared with others than before through it."""
        return self.is_worth_another or self.then.is_changed_around(i) or self.now.is_changed_around(i)


def affected(index: Index, former: tuple[Facts, ...], changes: Changes) -> set[int]:
    """The places of all jobs with a page that may have other similar jobs than before; few have none."""
    with_page = {i for i, job in enumerate(index.jobs) if job.has_page}
    if _rarity_shifts(former, index.jobs):
        return with_page
    gone = {name: former[place] for name, place in changes.gone.items()}
    changed = _changed_features(index, gone, changes.new)
    shifts = _shifts(index, gone.values(), changes.new.values())
    names = changes.gone.keys() | changes.new.keys()
    reached = {
        i
        for i, own in enumerate(index.features)
        if not changed.isdisjoint(own) and _is_reached(i, index, shifts)
    }
    pinning = {
        i
        for i, job in enumerate(index.jobs)
        if job.related and any((stem, job.language) in names for stem in job.related)
    }
    return with_page & (reached | pinning | set(changes.new.values()))


def _rarity_shifts(former: Iterable[Facts], jobs: Iterable[Facts]) -> bool:
    """Whether there are so many more or fewer open jobs that every word counts otherwise."""
    then, now = (sum(job.is_open for job in some) for some in (former, jobs))
    return then.bit_length() != now.bit_length()


def _is_reached(i: int, index: Index, shifts: Mapping[int, _Shift]) -> bool:
    reaching = [shifts[f] for f in index.features[i] if f in shifts and shifts[f].reaches(i)]
    if all(shift.is_minor for shift in reaching):
        return bool(reaching) and len(of_like_work(i, index)) <= MOST
    return True


def _changed_features(index: Index, gone: Mapping[_Name, Facts], new: Mapping[_Name, int]) -> set[int]:
    """The features whose list of open jobs is another one, or has another order."""
    found: set[int] = set()
    for name in gone.keys() | new.keys():
        old, i = gone.get(name), new.get(name)
        then = set(_numbers(old, index)) if old and old.is_open else set()
        now = set(index.features[i]) if i is not None and index.jobs[i].is_open else set()
        stays = old and i is not None and old.order == index.jobs[i].order
        found |= then ^ now if stays else then | now
    return found


def _numbers(job: Facts, index: Index) -> list[int]:
    """The features of a former job, as far as any job has them today."""
    return [index.numbers[feature] for feature in features(job) if feature in index.numbers]


def _shifts(index: Index, gone: Iterable[Facts], new: Iterable[int]) -> dict[int, _Shift]:
    """The features of all changed jobs, before and now."""
    before: dict[int, list[int]] = defaultdict(list)
    after: dict[int, set[int]] = defaultdict(set)
    for job in gone:
        for feature in _numbers(job, index) if job.is_open else ():
            before[feature].append(_former_place(job, index))
    for i in new:
        for feature in index.features[i] if index.jobs[i].is_open else ():
            after[feature].add(2 * i)
    all_open = sum(job.is_open for job in index.jobs)
    kinds = [kind for _, kind, _ in index.numbers]
    return {
        feature: _shift(kinds[feature], index.members[feature], before[feature], after[feature], all_open)
        for feature in before.keys() | after.keys()
    }


def _former_place(job: Facts, index: Index) -> int:
    """An odd place, just before the first job of today that comes after the former one."""
    return 2 * bisect_left(index.jobs, job.order, key=lambda other: other.order) - 1


def _shift(kind: str, members: list[int], gone: list[int], new: set[int], all_open: int) -> _Shift:
    now = [2 * i for i in members]
    then = sorted([*gone, *(place for place in now if place not in new)])
    before, after = ((is_common(len(p)), worth(kind, len(p), all_open)) for p in (then, now))
    return _Shift(
        _sharing(then, frozenset(gone)),
        _sharing(now, new),
        is_worth_another=before != after,
        is_minor=is_circumstance(kind) and before == after and is_common(len(now)),
    )


def _sharing(places: list[int], changed: Container[int]) -> _Sharing:
    return _Sharing(places, [k for k, place in enumerate(places) if place in changed])
