"""What a deploy has to do: which files to send, in which order, and which of ours to take away."""

from collections.abc import Mapping

from msgspec import Struct

from generator.pages.caching import is_named_by_digest
from generator.publish.deploy.record import UNKNOWN, Record

# What pages load, then pages, then what lists pages: nobody is led to what isn't there yet.
_PAGE = ".html"
_LISTS = (".json", ".xml", ".txt")


class Transfer(Struct, frozen=True):
    """Paths below the target, each tuple in the order in which it is done: `sends`, then `deletions`.

    `claimed` is the record while the transfer is under way, `record` the one when it is done.
    """

    sends: tuple[str, ...]
    deletions: tuple[str, ...]
    kept: int
    claimed: Record
    record: Record


def plan_transfer(local: Mapping[str, str], former: Record | None, site: str) -> Transfer:
    """How the target comes to hold the files of `local`, digests by path, and none of ours besides."""
    there, left = (former.files, former.leaving) if former else ({}, ())
    gone = sorted(there.keys() - local.keys())
    # Who opened a page before this deploy may load its stylesheet after it: that goes with the next one.
    leaving = tuple(path for path in gone if is_named_by_digest(path) and path not in left)
    sends = sorted((path for path, digest in local.items() if there.get(path) != digest), key=_order)
    claimed = {**there, **dict.fromkeys(sends, UNKNOWN)}
    return Transfer(
        sends=tuple(sends),
        deletions=tuple(path for path in gone if path not in leaving),
        kept=len(local) - len(sends),
        claimed=Record(site, claimed, left),
        record=Record(site, {**local, **{path: there[path] for path in leaving}}, leaving),
    )


def stage_of(path: str) -> int:
    """When a file is sent: what pages load, then pages, then what lists pages."""
    if path.endswith(_PAGE):
        return 1
    # The home page's folder holds what hosts read, such as `_redirects`.
    return 2 if path.endswith(_LISTS) or "/" not in path else 0


def _order(path: str) -> tuple[int, str]:
    return stage_of(path), path
