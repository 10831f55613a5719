"""Similar jobs: what somebody who reads one posting would want to read next."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from heapq import nlargest

from generator.library.nodes import lineage
from generator.library.site import Job, newest_first
from generator.model.documents import Identity, Posting
from generator.model.slugs import fold

_MOST = 5
# A feature that more jobs share offers only so many of them, so that work stays linear.
_NEAREST = 48

# What sharing a feature is worth, by its kind: measured on tests/library/labelled_jobs.tsv, where pairs
# of adjacent words and a role's last word (`engineer`, `manager`) made the lists worse.
_WORTH = {
    "leaf": 70,
    "category": 20,
    "team": 24,
    "title": 12,
    "city": 10,
    "remote": 6,
    "level": 5,
    "country": 4,
    "word": 6,
    "skill": 6,
}
_COUNTS_BY_RARITY = frozenset(("word", "skill"))
# Past one job in 256, rarer counts no more: else on a large site one odd word would beat the category.
_RAREST = 8
# Worth something beside others, but where many share them no reason to compare two jobs.
_CIRCUMSTANCES = frozenset(("category", "city", "country", "level", "remote"))

# English; German, French, Spanish and Swedish; what `(m/w/d)` and its like leave behind.
_FILLER_WORDS = """
    a an and at by for from in of on or the to with
    das der des die fur und von de du en et la le och y
    m w f d x all genders
"""
# How much experience is asked has a field of its own.
_LEVEL_WORDS = "senior sr junior jr staff principal lead i ii iii iv v 1 2 3 4 5"
_UNTELLING = frozenset((_FILLER_WORDS + _LEVEL_WORDS).split())

# Language, kind, value.
Feature = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Index:
    """Jobs in the order of equals, the features of each, and the open jobs that have a feature.

    `common` says for each job which of the features that many share it has: bit k stands for
    `bits[k]`, so that what two jobs share of them is one `&`.
    """

    jobs: tuple[Job, ...]
    features: tuple[tuple[Feature, ...], ...]
    members: Mapping[Feature, tuple[int, ...]]
    worth: Mapping[Feature, int]
    bits: tuple[Feature, ...]
    common: tuple[int, ...]


def similar_jobs(jobs: Iterable[Job]) -> dict[Identity, tuple[Job, ...]]:
    """Up to five open jobs for each job with a page, in the posting's own language, best first.

    Ties go to the newer posting, then to the smaller id; neither the order of `jobs` nor the machine
    changes anything.
    """
    index = index_jobs(sorted(jobs, key=newest_first))
    open_ones = {job.posting.identity: i for i, job in enumerate(index.jobs) if job.is_open}
    worth_of = cache(partial(_common_worth, index))
    return {
        job.posting.identity: tuple(
            index.jobs[j] for j in _best(i, index, tuple(_pinned(job.posting, open_ones)), worth_of)
        )
        for i, job in enumerate(index.jobs)
        if job.has_page
    }


def _pinned(posting: Posting, open_ones: Mapping[Identity, int]) -> Iterator[int]:
    """The open jobs that the posting names itself, in its order."""
    own = posting.identity
    for stem in dict.fromkeys(posting.related):
        named = Identity(stem, own.language)
        if named != own and named in open_ones:
            yield open_ones[named]


def index_jobs(jobs: Iterable[Job]) -> Index:
    """What similar jobs are found by; `jobs` come in the order that decides between equals."""
    listed = tuple(jobs)
    features = tuple(tuple(dict.fromkeys(_features(job))) for job in listed)
    members: dict[Feature, list[int]] = defaultdict(list)
    for i, job in enumerate(listed):
        for feature in features[i] if job.is_open else ():
            members[feature].append(i)
    open_count = sum(job.is_open for job in listed)
    bits = tuple(feature for feature, sharing in members.items() if len(sharing) > _NEAREST)
    bit = {feature: 1 << k for k, feature in enumerate(bits)}
    return Index(
        listed,
        features,
        {feature: tuple(sharing) for feature, sharing in members.items()},
        {feature: _worth(feature[1], len(sharing), open_count) for feature, sharing in members.items()},
        bits,
        tuple(sum(bit.get(feature, 0) for feature in own) for own in features),
    )


def _worth(kind: str, sharing: int, all_open: int) -> int:
    """What sharing the feature is worth; a word or skill counts the more, the fewer open jobs have it.

    Whole numbers only: they are the same on every machine.
    """
    if kind not in _COUNTS_BY_RARITY:
        return _WORTH[kind]
    halvings = (all_open // sharing).bit_length() - 1
    return _WORTH[kind] * min(max(1, halvings), _RAREST)


def _features(job: Job) -> Iterator[Feature]:
    """The job's features; with the language in each, only jobs in one language share any."""
    language = job.posting.identity.language
    for kind, value in (*_work(job), *_circumstances(job)):
        yield language, kind, value


def _work(job: Job) -> Iterator[tuple[str, str]]:
    """What tells the kind of work."""
    posting = job.posting
    for category in job.categories:
        yield "leaf", "/".join(category.slugs)
    words = title_words(posting.title)
    yield "title", " ".join(words)
    for word in words:
        yield "word", word
    for skill in posting.skills:
        yield "skill", fold(skill)
    if posting.team:
        yield "team", fold(posting.team)


def _circumstances(job: Job) -> Iterator[tuple[str, str]]:
    """What many unlike jobs have in common."""
    for category in job.categories:
        for slugs in lineage(category.slugs):
            yield "category", "/".join(slugs)
    for entry in job.places:
        yield "country", entry.place.country
        if entry.place.city:
            yield "city", "/".join(entry.place.slugs)
    if job.posting.level:
        yield "level", job.posting.level
    if job.posting.remote == "yes":
        yield "remote", "yes"


def title_words(title: str) -> tuple[str, ...]:
    """The words of a title that can tell one job from another, folded, each once."""
    words = tuple(dict.fromkeys(re.findall(r"\w[\w+#]*", fold(title))))
    telling = tuple(word for word in words if word not in _UNTELLING)
    return telling or words


def _best(i: int, index: Index, pinned: tuple[int, ...], worth_of: Callable[[int], int]) -> tuple[int, ...]:
    """The pinned ones, then the highest scores among the candidates."""
    scores = _scores(i, index, worth_of)
    for taken in (i, *pinned):
        scores.pop(taken, None)
    # One number holds both: the score, then how far in front the job is among equals.
    size = len(index.jobs)
    ranks = nlargest(_MOST, [score * size - j for j, score in scores.items()])
    return (*pinned, *(-rank % size for rank in ranks))[:_MOST]


def _scores(i: int, index: Index, worth_of: Callable[[int], int]) -> dict[int, int]:
    """Each candidate's score; `worth_of` says what a set of common features is worth."""
    own, common = index.common[i], index.common
    scores = {j: worth_of(own & common[j]) for j in candidates(i, index)}
    for feature in index.features[i]:
        members = index.members.get(feature, ())
        if len(members) <= _NEAREST:
            worth = index.worth.get(feature, 0)
            for j in members:
                scores[j] += worth
    return scores


def _common_worth(index: Index, shared: int) -> int:
    """The worth of the common features whose bits are set."""
    total = 0
    while shared:
        last = shared.bit_length() - 1
        total += index.worth[index.bits[last]]
        shared ^= 1 << last
    return total


def candidates(i: int, index: Index) -> set[int]:
    """The open jobs to compare job `i` with, itself perhaps among them.

    All that share a rare feature, and of a common kind of work the nearest in date; those of common
    circumstances only where there is too little else.
    """
    found: set[int] = set()
    circumstances: list[tuple[int, ...]] = []
    for feature in index.features[i]:
        members = index.members.get(feature, ())
        if len(members) > _NEAREST and feature[1] in _CIRCUMSTANCES:
            circumstances.append(members)
        else:
            found.update(_nearest(i, members))
    if len(found) <= _MOST:
        found.update(j for members in circumstances for j in _nearest(i, members))
    return found


def _nearest(i: int, members: tuple[int, ...]) -> tuple[int, ...]:
    middle = bisect_left(members, i)
    start = max(0, min(middle - _NEAREST // 2, len(members) - _NEAREST))
    return members[start : start + _NEAREST]
