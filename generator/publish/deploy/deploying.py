"""A deploy from beginning to end: look, claim, send, delete, finish."""

from collections.abc import Callable, Sequence
from secrets import token_hex

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics.diagnostic import OpeningsError
from generator.publish.deploy.built import Built
from generator.publish.deploy.guard import refuse_foreign, refuse_many_deletions
from generator.publish.deploy.record import Record, unsure
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


def deploy(
    built: Built,
    target: Target,
    where: str,
    wishes: Wishes,
    tell: Callable[[str], None],
    begins: Callable[[Deploy], None] = lambda made: None,
) -> Deploy:
    """Brings the built site to the target, which messages call `where`; `tell` gets a line for each file.

    `begins` is called when nothing stands against it any more, before anything is changed there.
    An OpeningsError where the guard stops it, or the target refuses. Wherever it is stopped, visitors find
    a whole site, and the next deploy goes on from there.
    """
    found = target.look()
    if not wishes.adopts:
        refuse_foreign(found, built.url, where)
    transfer = plan_transfer(built.files, found.record, built.url, wishes.sends_all)
    if not wishes.deletes_many:
        refuse_many_deletions(transfer, found.record)
    target.prepare(transfer.sends, wishes.adopts)
    made = Deploy(found.record, transfer)
    if wishes.is_dry:
        _foretell(transfer, tell)
    elif made.is_needed:
        begins(made)
        _carry_out(made, target, where, tell)
    return made


def _foretell(transfer: Transfer, tell: Callable[[str], None]) -> None:
    for verb, paths in (("send", transfer.sends), ("delete", transfer.deletions)):
        _InOrder(verb, paths, tell).rest()


def _carry_out(made: Deploy, target: Target, where: str, tell: Callable[[str], None]) -> None:
    transfer, claimed = made.transfer, _marked(made.transfer.claimed)
    if not target.holds(made.former):
        raise _overtaken(where)
    target.claim(claimed)
    if transfer.sends:
        with _InOrder("send", transfer.sends, tell) as told:
            target.send(transfer.stages, told)
    if transfer.deletions:
        _give_way_to_another(transfer, claimed, target, where)
        with _InOrder("delete", transfer.deletions, tell) as told:
            target.remove(transfer.deletions, told)
    _give_way_to_another(transfer, claimed, target, where)
    target.finish(transfer.record)


def _marked(record: Record) -> Record:
    """The record with a mark that no other deploy has."""
    return replace(record, mark=token_hex(8))


def _give_way_to_another(transfer: Transfer, claimed: Record, target: Target, where: str) -> None:
    """OpeningsError where another deploy has begun meanwhile.

    Nobody knows whose bytes lie there then. The record is left so that the next deploy sends them anew,
    and so that the other one, where it isn't done yet, finds this out as well.
    """
    if target.holds(claimed):
        return
    other = target.look().record or Record(claimed.site, {})
    target.claim(_marked(unsure(other, (*transfer.sends, *transfer.deletions))))
    raise _overtaken(where)


def _overtaken(where: str) -> OpeningsError:
    return OpeningsError(
        f"another deploy reached {where} meanwhile",
        "deploy again when it is done: what may be wrong is sent anew",
    )


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

    def __enter__(self) -> Told:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.rest()

    def rest(self) -> None:
        """Tells what is left: all of it is done."""
        while self._told < len(self._paths):
            self._next()

    def _next(self) -> None:
        path, self._told = self._paths[self._told], self._told + 1
        self._tell(f"{self._verb} {path}")
