"""Similar jobs: what somebody who reads one posting would want to read next."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.library.site import Job
from generator.model.documents import Identity
from generator.model.slugs import fold

_MOST = 5
# A feature that many jobs share offers only its neighbours in the list, so that work stays linear.
_WINDOW = 24

# What one shared feature is worth; words and skills count the more, the fewer jobs have them.
_LEAF, _PARENT, _CITY, _COUNTRY, _TEAM, _LEVEL, _WORD, _SKILL = 60, 15, 12, 4, 16, 5, 5, 4
_REMOTE = 6

# Words that join others, in the languages that titles are most often written in.
_ENGLISH_FILLERS = ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
_OTHER_FILLERS = (
    "das",
    "der",
    "des",
    "die",
    "fur",
    "und",
    "von",
    "de",
    "du",
    "en",
    "et",
    "la",
    "le",
    "och",
    "y",
)
_FILLERS = frozenset((*_ENGLISH_FILLERS, *_OTHER_FILLERS))

Feature = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Index:
    """Open jobs by feature, in the order of the list."""

    jobs: tuple[Job, ...]
    members: Mapping[Feature, tuple[int, ...]]
    features: tuple[Mapping[Feature, int], ...]


def similar_jobs(jobs: Iterable[Job]) -> dict[int, tuple[int, ...]]:
    """For each job with a page (by its index), the indexes of up to five open jobs, best first.

    Ties go to the newer posting, then to the smaller id; nothing depends on the machine.
    """
    listed = tuple(jobs)
    index = _index(listed)
    open_ones = {job.posting.identity: i for i, job in enumerate(listed) if job.is_open}
    return {
        i: _best(i, index, tuple(_pinned(job, open_ones))) for i, job in enumerate(listed) if job.has_page
    }


def _pinned(job: Job, open_ones: Mapping[Identity, int]) -> Iterator[int]:
    """The open jobs that the posting names itself, in its order."""
    own = job.posting.identity
    for stem in dict.fromkeys(job.posting.related):
        named = Identity(stem, own.language)
        if named != own and named in open_ones:
            yield open_ones[named]


def _features(job: Job) -> dict[Feature, int]:
    """What tells the job's kind, with the worth of sharing it before rarity counts."""
    posting = job.posting
    worth: dict[Feature, int] = {}
    for category in job.categories:
        for depth in range(1, len(category.slugs) + 1):
            own = _LEAF if depth == len(category.slugs) else _PARENT
            name = ("category", "/".join(category.slugs[:depth]))
            worth[name] = max(own, worth.get(name, 0))
    for job_place in job.places:
        place = job_place.place
        worth["country", place.country] = _COUNTRY
        if place.city:
            worth["city", "/".join(place.slugs)] = _CITY
    worth |= {("word", word): _WORD for word in title_words(posting.title)}
    worth |= {("skill", fold(skill)): _SKILL for skill in posting.skills}
    if posting.team:
        worth["team", fold(posting.team)] = _TEAM
    if posting.level:
        worth["level", posting.level] = _LEVEL
    if posting.remote == "yes":
        worth["remote", "yes"] = _REMOTE
    return worth


def title_words(title: str) -> tuple[str, ...]:
    """The words of a title that can tell one job from another, folded, each once."""
    words = re.findall(r"\w[\w+#]*", fold(title))
    return tuple(dict.fromkeys(word for word in words if word not in _FILLERS))


def _index(jobs: tuple[Job, ...]) -> _Index:
    features = tuple(_features(job) for job in jobs)
    members: dict[Feature, list[int]] = defaultdict(list)
    for i, job in enumerate(jobs):
        if job.is_open:
            for feature in features[i]:
                members[feature].append(i)
    return _Index(jobs, {f: tuple(ms) for f, ms in members.items()}, features)


def _best(i: int, index: _Index, pinned: tuple[int, ...]) -> tuple[int, ...]:
    """The pinned ones, then the highest scores among the candidates."""
    own = index.features[i]
    weights = {f: worth * _rarity(f, index) for f, worth in own.items()}
    taken = {i, *pinned}
    scored = [
        (-sum(weights[f] for f in own.keys() & index.features[j].keys()), *_order(index.jobs[j]), j)
        for j in _candidates(i, index)
        if j not in taken
    ]
    scored.sort()
    return (*pinned, *(row[-1] for row in scored))[:_MOST]


def _candidates(i: int, index: _Index) -> set[int]:
    """Open jobs that share a feature: all of a rare one's, the nearest in the list of a common one's."""
    found: set[int] = set()
    for feature in index.features[i]:
        members = index.members.get(feature, ())
        if len(members) <= 2 * _WINDOW:
            found.update(members)
        else:
            found.update(_window(i, members))
    return found


def _window(i: int, members: tuple[int, ...]) -> tuple[int, ...]:
    middle = bisect_left(members, i)
    start = max(0, min(middle - _WINDOW, len(members) - 2 * _WINDOW))
    return members[start : start + 2 * _WINDOW]


def _rarity(feature: Feature, index: _Index) -> int:
    """1 for a fixed fact; for words and skills, how often the number of jobs halves down to theirs.

    Whole numbers only: they are the same on every machine.
    """
    if feature[0] not in ("word", "skill"):
        return 1
    return max(1, (len(index.jobs) // max(1, len(index.members.get(feature, ())))).bit_length())


def _order(job: Job) -> tuple[int, str]:
    """The order of equals: newest first, then by id."""
    return (-job.posting.posted.toordinal(), job.posting.id)
