"""Who shares which features: built once from all jobs, read by every ranking."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any

from msgspec import Struct

from generator.library.similar.facts import READERS, Facts, Feature, is_circumstance, worth

# A feature that more jobs share is a common one and offers only so many of them: work stays linear.
NEAREST = 32


class Index(Struct, frozen=True):
    """Jobs in the order of equals, and by the number of each feature what is known of it.

    `members` are the open jobs that have a feature. `common` says for each job which of the common features
    it has, as bits, so that what two jobs share of them is one `&`; `bits` names them.
    """

    jobs: tuple[Facts, ...]
    features: tuple[tuple[int, ...], ...]
    numbers: Mapping[Feature, int]
    members: tuple[list[int], ...]
    worth: tuple[int, ...]
    is_common: tuple[bool, ...]
    is_circumstance: tuple[bool, ...]
    bits: tuple[int, ...]
    common: tuple[int, ...]
    open_at: Mapping[tuple[str, str], int]


def index_jobs(jobs: Iterable[Facts]) -> Index:
    """What similar jobs are found by; `jobs` come in the order that decides between equals."""
    listed = tuple(jobs)
    numbers, features = _numbered(listed)
    members: tuple[list[int], ...] = tuple([] for _ in numbers)
    for i, (job, own) in enumerate(zip(listed, features, strict=True)):
        for feature in own if job.is_open else ():
            members[feature].append(i)
    all_open = sum(job.is_open for job in listed)
    common = tuple(is_common(len(sharing)) for sharing in members)
    bits = tuple(feature for feature in range(len(numbers)) if common[feature])
    bit_of = [0] * len(numbers)
    for k, feature in enumerate(bits):
        bit_of[feature] = 1 << k
    return Index(
        listed,
        features,
        numbers,
        members,
        tuple(
            worth(kind, len(sharing), all_open)
            for (_, kind, _), sharing in zip(numbers, members, strict=True)
        ),
        common,
        tuple(is_circumstance(kind) for _, kind, _ in numbers),
        bits,
        tuple(sum(map(bit_of.__getitem__, own)) for own in features),
        {(job.stem, job.language): i for i, job in enumerate(listed) if job.is_open},
    )


def _numbered(jobs: tuple[Facts, ...]) -> tuple[dict[Feature, int], tuple[tuple[int, ...], ...]]:
    """A number for each feature, and the features of each job by their numbers."""
    numbers: dict[Feature, int] = {}
    languages = [job.language for job in jobs]
    columns = []
    for read, values in zip(READERS, zip(*[job.telling for job in jobs], strict=True), strict=False):
        fields = {language: _Field(read, language, numbers) for language in dict.fromkeys(languages)}
        columns.append([fields[language][v] for language, v in zip(languages, values, strict=True)])
    return numbers, tuple(tuple(chain.from_iterable(row)) for row in zip(*columns, strict=True))


class _Field(dict[Any, tuple[int, ...]]):
    """The features in one field for each value of it, by their numbers: thousands of jobs have the same."""

    def __init__(
        self, read: Callable[[Any], Iterable[tuple[str, str]]], language: str, numbers: dict[Feature, int]
    ) -> None:
        super().__init__()
        self._read, self._language, self._numbers = read, language, numbers

    def __missing__(self, value: Any) -> tuple[int, ...]:
        numbers = self._numbers
        features = [(self._language, *trait) for trait in self._read(value)]
        found = dict.fromkeys([numbers.setdefault(feature, len(numbers)) for feature in features])
        self[value] = tuple(found)
        return self[value]


def is_common(sharing: int) -> bool:
    """Whether so many jobs share a feature that not all of them are compared with each other."""
    return sharing > NEAREST


def nearest(i: int, members: list[int]) -> list[int]:
    """Of the members of a feature, those around position `i` in the order of jobs."""
    start, end = window(bisect_left(members, i), len(members))
    return members[start:end]


def window(middle: int, size: int) -> tuple[int, int]:
    """From where to where the nearest ones stand among so many, around the place `middle`."""
    start = max(0, min(middle - NEAREST // 2, size - NEAREST))
    return start, start + NEAREST
