"""Similar jobs: what somebody who reads one posting would want to read next."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest

from generator.library.nodes import lineage
from generator.library.site import Job
from generator.model.documents import Identity, Posting
from generator.model.slugs import fold

_MOST = 5
# A feature that more jobs share offers only so many neighbours in the list, so that work stays linear.
_NEAREST = 48

# What sharing a feature is worth, by its kind.
_WORTH = {
    "leaf": 60,
    "category": 15,
    "city": 12,
    "country": 4,
    "team": 16,
    "level": 5,
    "remote": 6,
    "title": 20,
    "role": 20,
    "head": 5,
    "pair": 5,
    "word": 5,
    "skill": 4,
}
# These count the more, the fewer jobs have them.
_BY_RARITY = frozenset(("word", "pair", "skill", "head"))
# These are worth something beside others; sharing nothing else makes no two jobs similar.
_WEAK = frozenset(("category", "city", "country", "level", "remote"))

_FILLERS = frozenset(
    "a an and at by for from in of on or the to with"  # English
    " das der des die fur und von de du en et la le och y"  # German, French, Spanish, Swedish
    " m w f d x h all genders".split()  # "(m/w/d)"
)
# Words for how much experience is asked, which has a field of its own.
_LEVELS = frozenset("senior sr junior jr staff principal lead i ii iii iv v 1 2 3 4 5".split())

# Language, kind, value.
Feature = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Index:
    """Jobs in the order of equals, each with its features, and the open ones that have a feature.

    `common` has a bit for each of a job's features that more than a few others share.
    """

    jobs: tuple[Job, ...]
    features: tuple[tuple[Feature, ...], ...]
    members: Mapping[Feature, tuple[int, ...]]
    worth: Mapping[Feature, int]
    common: tuple[int, ...]
    bits: tuple[Feature, ...]


def similar_jobs(jobs: Iterable[Job]) -> dict[int, tuple[int, ...]]:
    """For each job with a page (by its index), the indexes of up to five open jobs, best first.

    They are in the posting's own language. Ties go to the newer posting, then to the smaller id.
    """
    listed = tuple(jobs)
    order = sorted(range(len(listed)), key=lambda i: _order(listed[i]))
    index = index_jobs(listed[i] for i in order)
    open_ones = {job.posting.identity: i for i, job in enumerate(index.jobs) if job.is_open}
    memo: dict[int, int] = {}
    return {
        order[i]: tuple(order[j] for j in _best(i, index, tuple(_pinned(job.posting, open_ones)), memo))
        for i, job in enumerate(index.jobs)
        if job.has_page
    }


def _order(job: Job) -> tuple[int, str, Identity]:
    """The order of equals: newest first, then by id."""
    return (-job.posting.posted.toordinal(), job.posting.id, job.posting.identity)


def _pinned(posting: Posting, open_ones: Mapping[Identity, int]) -> Iterator[int]:
    """The open jobs that the posting names itself, in its order."""
    own = posting.identity
    for stem in dict.fromkeys(posting.related):
        named = Identity(stem, own.language)
        if named != own and named in open_ones:
            yield open_ones[named]


def _features(job: Job) -> Iterator[tuple[str, str]]:
    """Kind and value of what tells which work it is, and where."""
    posting = job.posting
    for category in job.categories:
        yield "leaf", "/".join(category.slugs)
        for slugs in lineage(category.slugs):
            yield "category", "/".join(slugs)
    for entry in job.places:
        yield "country", entry.place.country
        if entry.place.city:
            yield "city", "/".join(entry.place.slugs)
    yield from _title_features(posting.title)
    for skill in posting.skills:
        yield "skill", fold(skill)
    if posting.team:
        yield "team", fold(posting.team)
    if posting.level:
        yield "level", posting.level
    if posting.remote == "yes":
        yield "remote", "yes"


def _title_features(title: str) -> Iterator[tuple[str, str]]:
    words = title_words(title)
    role = title_words(re.split(r"[,(–—:|]| - ", title)[0])
    yield "title", " ".join(words)
    if role:
        yield "role", " ".join(role)
        yield "head", role[-1]
    for word in words:
        yield "word", word
    for first, second in zip(words, words[1:]):
        yield "pair", f"{first} {second}"


def title_words(title: str) -> tuple[str, ...]:
    """The words of a title that can tell one job from another, folded, each once."""
    words = re.findall(r"\w[\w+#]*", fold(title))
    return tuple(dict.fromkeys(w for w in words if w not in _FILLERS and w not in _LEVELS))


def index_jobs(jobs: Iterable[Job]) -> Index:
    listed = tuple(jobs)
    features = tuple(
        tuple(dict.fromkeys((job.posting.identity.language, *f) for f in _features(job))) for job in listed
    )
    members: dict[Feature, list[int]] = defaultdict(list)
    for i, job in enumerate(listed):
        if job.is_open:
            for feature in features[i]:
                members[feature].append(i)
    n = sum(job.is_open for job in listed)
    worth = {f: _WORTH[f[1]] * (max(1, (n // len(ms)).bit_length()) if f[1] in _BY_RARITY else 1) for f, ms in members.items()}
    bits = tuple(f for f, ms in members.items() if len(ms) > _NEAREST)
    bit = {f: 1 << k for k, f in enumerate(bits)}
    common = tuple(sum(bit.get(f, 0) for f in fs) for fs in features)
    return Index(listed, features, {f: tuple(ms) for f, ms in members.items()}, worth, common, bits)


def _best(i: int, index: Index, pinned: tuple[int, ...], memo: dict[int, int]) -> tuple[int, ...]:
    """The pinned ones, then the highest scores among the candidates."""
    scores = score(i, index, memo)
    for j in (i, *pinned):
        scores.pop(j, None)
    n = len(index.jobs)
    best = nlargest(_MOST, [s * n - j for j, s in scores.items()])
    return (*pinned, *(-k % n for k in best))[:_MOST]


def score(i: int, index: Index, memo: dict[int, int]) -> dict[int, int]:
    scores: dict[int, int] = dict.fromkeys(candidates(i, index), 0)
    for feature in index.features[i]:
        members = index.members.get(feature, ())
        if len(members) <= _NEAREST:
            worth = index.worth.get(feature, 0)
            for j in members:
                scores[j] += worth
    own = index.common[i]
    common = index.common
    for j in scores:
        shared = own & common[j]
        if shared not in memo:
            memo[shared] = _worth_of(shared, index)
        scores[j] += memo[shared]
    return scores


def _worth_of(shared: int, index: Index) -> int:
    total = 0
    while shared:
        low = shared & -shared
        total += index.worth[index.bits[low.bit_length() - 1]]
        shared ^= low
    return total


def candidates(i: int, index: Index) -> set[int]:
    """Open jobs that share a feature: all of a rare one's, the nearest in the list of a common one's."""
    found: set[int] = set()
    weak = []
    for feature in index.features[i]:
        members = index.members.get(feature, ())
        if len(members) <= _NEAREST:
            found.update(members)
        elif feature[1] in _WEAK:
            weak.append(members)
        else:
            found.update(_window(i, members))
    if len(found) <= _MOST:
        for members in weak:
            found.update(_window(i, members))
    return found


def _window(i: int, members: tuple[int, ...]) -> tuple[int, ...]:
    middle = bisect_left(members, i)
    start = max(0, min(middle - _NEAREST // 2, len(members) - _NEAREST))
    return members[start : start + _NEAREST]
