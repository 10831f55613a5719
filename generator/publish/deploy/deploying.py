"""A deploy from beginning to end: look, claim, send, delete, finish."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from generator.publish.deploy.built import Built
from generator.publish.deploy.guard import refuse_foreign, refuse_many_deletions
from generator.publish.deploy.record import UNKNOWN, Record
from generator.publish.deploy.target import Target, Told
from generator.publish.deploy.transfer import Transfer, plan_transfer


class Wishes(Struct, frozen=True):
    """What is asked of a deploy.

    `adopts` takes a target over that isn't ours yet, `deletes_many` passes the guard, `sends_all` doesn't
    trust the record, and a deploy that `is_dry` changes nothing.
    """

    adopts: bool = False
    deletes_many: bool = False
    sends_all: bool = False
    is_dry: bool = False


class Deploy(Struct, frozen=True):
    """A deploy that was made, or would be: what lay there before, and what was done."""

    former: Record | None
    transfer: Transfer

    @property
    def is_needed(self) -> bool:
        """Whether anything at the target is other than it is to be."""
        transfer = self.transfer
        return bool(transfer.sends or transfer.deletions) or self.former != transfer.record


def deploy(built: Built, target: Target, where: str, wishes: Wishes, tell: Callable[[str], None]) -> Deploy:
    """Brings the built site to the target, which messages call `where`; `tell` gets a line for each file.

    An OpeningsError where the guard stops it, or the target refuses. Wherever it is stopped, visitors find
    a whole site, and the next deploy goes on from there.
    """
    found = target.look()
    if not wishes.adopts:
        refuse_foreign(found, built.url, where)
    former = found.record
    trusted = (
        Record(former.site, dict.fromkeys(former.files, UNKNOWN)) if former and wishes.sends_all else former
    )
    transfer = plan_transfer(built.files, trusted, built.url)
    if not wishes.deletes_many:
        refuse_many_deletions(transfer, former)
    made = Deploy(former, transfer)
    if wishes.is_dry:
        _foretell(transfer, tell)
    elif made.is_needed:
        _carry_out(transfer, target, tell)
    return made


def _foretell(transfer: Transfer, tell: Callable[[str], None]) -> None:
    for verb, paths in (("send", transfer.sends), ("delete", transfer.deletions)):
        _InOrder(verb, paths, tell).rest()


def _carry_out(transfer: Transfer, target: Target, tell: Callable[[str], None]) -> None:
    target.claim(transfer.claimed)
    _all_of("send", transfer.sends, target.send, tell)
    _all_of("delete", transfer.deletions, target.remove, tell)
    target.finish(transfer.record)


def _all_of(
    verb: str, paths: Sequence[str], do: Callable[[Sequence[str], Told], None], tell: Callable[[str], None]
) -> None:
    if paths:
        lines = _InOrder(verb, paths, tell)
        do(paths, lines)
        lines.rest()


class _InOrder:
    """Tells of files in the order of the plan, though a target may have several under way at once."""

    def __init__(self, verb: str, paths: Sequence[str], tell: Callable[[str], None]) -> None:
        self._verb, self._paths, self._tell = verb, paths, tell
        self._done: set[str] = set()
        self._told = 0

    def __call__(self, path: str) -> None:
        """Told of a file that is done."""
        self._done.add(path)
        while self._told < len(self._paths) and self._paths[self._told] in self._done:
            self._next()

    def rest(self) -> None:
        """Tells what is left: all of it is done."""
        while self._told < len(self._paths):
            self._next()

    def _next(self) -> None:
        path, self._told = self._paths[self._told], self._told + 1
        self._tell(f"{self._verb} {path}")
