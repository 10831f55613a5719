"""What a deploy has to do: which files to send, in which order, and which of ours to take away."""

from collections.abc import Container, Mapping

from msgspec import Struct

from generator.pages.caching import is_named_by_digest
from generator.publish.deploy.record import Record, unsure

_PAGE = ".html"
_LISTS = (".json", ".xml", ".txt")
# What pages load, new pages, pages that may link to those, and what lists pages.
_STAGES = range(4)


class Transfer(Struct, frozen=True):
    """Paths below the target in the order in which it is done: `stages`, one after another, then `deletions`.

    `claimed` is the record while the transfer is under way, `record` the one when it is done.
    """

    stages: tuple[tuple[str, ...], ...]
    deletions: tuple[str, ...]
    kept: int
    claimed: Record
    record: Record

    @property
    def sends(self) -> tuple[str, ...]:
        """All files to send, in order."""
        return tuple(path for stage in self.stages for path in stage)


def plan_transfer(
    local: Mapping[str, str], former: Record | None, site: str, sends_all: bool = False
) -> Transfer:
    """How the target comes to hold the files of `local`, digests by path, and none of ours besides.

    Of a record of another site nothing counts: none of its files is ours to delete.
    """
    before = former if former and former.site == site else Record(site, {})
    there, left = before.files, before.leaving
    # Pages first: nobody is shown one without its look.
    gone = sorted(there.keys() - local.keys(), key=lambda path: (not path.endswith(_PAGE), path))
    # Who opened a page before this deploy may load its stylesheet after it: that goes with the next one.
    leaving = tuple(path for path in gone if is_named_by_digest(path) and path not in left)
    sends = sorted(path for path, digest in local.items() if sends_all or there.get(path) != digest)
    return Transfer(
        stages=_in_stages(sends, before.known()),
        deletions=tuple(path for path in gone if path not in leaving),
        kept=len(local) - len(sends),
        claimed=unsure(before, sends),
        record=Record(site, {**local, **{path: there[path] for path in leaving}}, leaving),
    )


def _in_stages(paths: list[str], there: Container[str]) -> tuple[tuple[str, ...], ...]:
    """The files by when they are sent, so that nobody is led to what isn't there yet."""
    stages: tuple[list[str], ...] = tuple([] for _ in _STAGES)
    for path in paths:
        stages[_stage_of(path, there)].append(path)
    return tuple(tuple(stage) for stage in stages if stage)


def _stage_of(path: str, there: Container[str]) -> int:
    if path.endswith(_PAGE):
        return 2 if path in there else 1
    # The home page's folder holds what hosts read, such as `_redirects`.
    return 3 if path.endswith(_LISTS) or "/" not in path else 0
