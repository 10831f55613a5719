"""Stops an import that would close many postings, which is more often a mistake than news."""

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.imported import Delivery
from generator.importers.lock import Lock, lock_key

_MOST = 0.3
_ACCEPT = "if they are really gone, run it again with `--accept-removals`; nothing was changed"


def check_removals(delivery: Delivery, lock: Lock, accepts: bool) -> None:
    """An OpeningsError where the source has no posting that can be read, or far fewer than last time."""
    if delivery.problems and not delivery.postings and not delivery.unchanged:
        first, count = delivery.problems[0], len(delivery.problems)
        raise OpeningsError(f"none of {count:,} jobs could be read: {first}", "nothing was changed", 1)
    if delivery.hidden:  # then nothing is closed
        return
    known = {key for key, record in lock.items() if not record.gone}
    there = set(map(lock_key, delivery.ids))
    if not there and not lock:
        raise OpeningsError("the source has no jobs", "nothing was changed", 1)
    missing = len(known - there)
    if missing > _MOST * len(known) and not accepts:
        what = f"{missing:,} of {len(known):,} postings are missing at the source"
        raise OpeningsError(what, _ACCEPT, 1)
