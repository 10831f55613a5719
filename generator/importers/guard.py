"""Stops an import that would take much away, which is more often a mistake than news."""

from collections.abc import Collection, Iterator

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.digests import BODY, is_filled
from generator.importers.imported import Delivery, Imported
from generator.importers.lock import Lock, Record, lock_key

_MOST = 0.3
# Of fewer than these, one or two may well lose a field.
_FEW = 3
_ACCEPT = "if they are really gone, run it again with `--accept-removals`; nothing was changed"
_ASK = "ask it for all of a job, as Greenhouse with `?content=true`"


def check_removals(delivery: Delivery, lock: Lock, here: Collection[str], accepts: bool) -> None:
    """An OpeningsError where the source has nothing that can be read, or far less than last time.

    `here` are the keys of the lock whose postings have a file.
    """
    if delivery.problems and not delivery.postings:
        first, count = delivery.problems[0], len(delivery.problems)
        raise OpeningsError(f"none of {count:,} jobs could be read: {first}", "nothing was changed", 1)
    if delivery.hidden:  # then nothing is closed
        return
    known = {key for key in here if not lock[key].gone}
    there = set(map(lock_key, delivery.ids))
    if not there and not lock:
        raise OpeningsError("the source has no jobs", "nothing was changed", 1)
    missing = len(known - there)
    if missing > _MOST * len(known) and not accepts:
        what = f"{missing:,} of {len(known):,} postings are missing at the source"
        raise OpeningsError(what, _ACCEPT, 1)
    for what in () if accepts else _losses(delivery, lock, known):
        raise OpeningsError(what, f"{_ASK}; {_ACCEPT}", 1)


def _losses(delivery: Delivery, lock: Lock, known: Collection[str]) -> Iterator[str]:
    """What most postings had last time, and their source doesn't say now."""
    pairs = [(lock[key], one) for one in delivery.postings if (key := lock_key(one.id)) in known]
    names = dict.fromkeys(name for record, _ in pairs for name in (BODY, *record.digests))
    for name in names:
        had = [one for record, one in pairs if _had(record, name)]
        lost = sum(not _has(one, name) for one in had)
        most = lost > _MOST * len(had) if name == BODY else len(had) >= _FEW and lost > len(had) / 2
        if most:
            what = "words" if name == BODY else f"`{name}`"
            yield f"the source has no {what} any more for {lost:,} of {len(had):,} postings"


def _had(record: Record, name: str) -> bool:
    return name in record.digests and not is_filled(record.digests[name])


def _has(one: Imported, name: str) -> bool:
    return bool(one.body.strip() if name == BODY else one.fields.get(name))
