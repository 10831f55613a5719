"""Which posting goes on under another address: told from its id, its requisition or its link to apply."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from generator.library.site import Job
from generator.model.addresses import job_url
from generator.model.published import ID, KEY_KINDS, Published, keys_of

_T = TypeVar("_T", Job, Published)


def renamed(
    absent: Iterable[Published], lock: tuple[Published, ...], jobs: Iterable[Job], today: date
) -> dict[str, Job]:
    """For addresses of postings without a page today, the job that is certainly the same one, by address.

    An id that a file spells out tells it by itself, where one posting with a page has it. A requisition or a
    link to apply tells it only if one posting with a page has it, and it was handed on like a baton: of all
    that ever had it, each began on the day the former one ended, or on the next. Two that had it at the same
    time share it, as one requisition serves two cities; a time in between means that it was used again.
    """
    missing = tuple(absent)
    if not missing:
        return {}
    holders = _by_key((job, keys_of(job.posting)) for job in jobs if job.has_page)
    former = _by_key((entry, entry.keys) for entry in lock)
    known = {entry.url: entry for entry in lock}
    found: dict[str, Job] = {}
    for entry in missing:
        for key in sorted(entry.keys, key=_trust):
            same = holders.get(key, ())
            if len(same) == 1 and (key.startswith(ID) or _is_baton(same[0], former[key], known, today)):
                found.setdefault(entry.url, same[0])
    return found


def _by_key(keyed: Iterable[tuple[_T, Iterable[str]]]) -> Mapping[str, list[_T]]:
    """Everything that has a key, by that."""
    found: dict[str, list[_T]] = defaultdict(list)
    for thing, keys in keyed:
        for key in keys:
            found[key].append(thing)
    return found


def _trust(key: str) -> int:
    return next(i for i, kind in enumerate(KEY_KINDS) if key.startswith(kind))


def _is_baton(job: Job, entries: Iterable[Published], known: Mapping[str, Published], today: date) -> bool:
    """Whether the job had a key after all `entries` that had it, each in its turn, without gap or overlap."""
    url = job_url(job.slug)
    turns = [(entry.first, min(entry.last or today, today)) for entry in entries if entry.url != url]
    turns.append((known[url].first if url in known else today, today))
    handed_on = (later[0] - former[1] for former, later in pairwise(sorted(turns)))
    return all(timedelta(0) <= gap <= timedelta(1) for gap in handed_on)
