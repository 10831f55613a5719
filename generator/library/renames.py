"""Which posting goes on under another address: as it is recorded, else told from what files say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from generator.library.site import Job
from generator.model.addresses import job_url
from generator.model.published import APPLY, ID, KEY_KINDS, Published, keys_of
from generator.model.slugs import fold

_T = TypeVar("_T", Job, Published)


def renamed(absent: Iterable[Published], lock: tuple[Published, ...], jobs: Iterable[Job]) -> dict[str, Job]:
    """For addresses of postings without a page today, the job that is certainly the same one, by address.

    What `openings lock` has written down stands, whatever files say later. Else a key tells it that one
    posting with a page has. That posting has to be as old as the address: a new job never takes the place
    of a former one. An id that a file spells out then tells it by itself, unless another was recorded for
    its own address. A requisition or a link to apply tells it only of a posting whose address isn't recorded
    yet, and only if no other address ever had the key: several postings may share one. A link has to come
    with the same title or category, too, as one form may serve all jobs of a company.
    """
    missing = tuple(absent)
    if not missing:
        return {}
    here = {job_url(job.slug): job for job in jobs if job.has_page}
    known = {entry.url: entry for entry in lock}
    holders = _by_key((job, keys_of(job.posting)) for job in here.values())
    former = _by_key((entry, entry.keys) for entry in lock)
    told = ((entry, _recognised(entry, holders, former, known)) for entry in missing if not entry.moved)
    recognised = {entry.url: job for entry, job in told if job}
    ends = recognised | here
    recorded = ((entry, _recorded(entry, ends, known)) for entry in missing)
    return recognised | {entry.url: job for entry, job in recorded if job}


def _by_key(keyed: Iterable[tuple[_T, Iterable[str]]]) -> Mapping[str, list[_T]]:
    """Everything that has a key, by that."""
    found: dict[str, list[_T]] = defaultdict(list)
    for thing, keys in keyed:
        for key in keys:
            found[key].append(thing)
    return found


def _recorded(entry: Published, here: Mapping[str, Job], known: Mapping[str, Published]) -> Job | None:
    """The job that the lines of the file lead to, over however many addresses."""
    seen: set[str] = set()
    following: Published | None = entry
    while following and following.moved and following.moved not in seen:
        if following.moved in here:
            return here[following.moved]
        seen.add(following.moved)
        following = known.get(following.moved)
    return None


def _recognised(
    entry: Published,
    holders: Mapping[str, list[Job]],
    former: Mapping[str, list[Published]],
    known: Mapping[str, Published],
) -> Job | None:
    """The job that has one of the address's keys for certain, the most trusted key first."""
    for key in sorted(entry.keys, key=_trust):
        same = holders.get(key, ())
        if len(same) == 1 and _is_certain(entry, key, same[0], former[key], known):
            return same[0]
    return None


def _trust(key: str) -> int:
    return next((i for i, kind in enumerate(KEY_KINDS) if key.startswith(kind)), len(KEY_KINDS))


def _is_certain(
    entry: Published, key: str, job: Job, former: Iterable[Published], known: Mapping[str, Published]
) -> bool:
    if job.posting.posted > entry.first:
        return False
    url = job_url(job.slug)
    own = known.get(url)
    if key.startswith(ID):
        return own is None or key in own.keys or not any(other.startswith(ID) for other in own.keys)
    is_new = own is None or own.moved == entry.url  # the last is a posting that was named back
    rivals = [other.url for other in former if not other.moved and other.url != url]
    return is_new and rivals == [entry.url] and (not key.startswith(APPLY) or _is_alike(entry, job))


def _is_alike(entry: Published, job: Job) -> bool:
    """Whether the title or the category is the one that was recorded."""
    title, categories = fold(entry.title), [fold(text) for text in job.posting.category]
    return title == fold(job.posting.title) or fold(entry.category) in categories[:1]
