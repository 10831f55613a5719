"""What an import does to a site: which files it writes, and what it has to tell."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from generator.content.values.names import fitting_identifier
from generator.content.writing.free_names import fitting_stem, free_stem, taken_stems
from generator.content.writing.yaml_text import Value
from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.digests import BODY, as_plain, body_digest, digest
from generator.importers.guard import check_removals
from generator.importers.holding import held_back
from generator.importers.imported import Delivery, Imported
from generator.importers.lock import Lock, Record, lock_key
from generator.importers.merging import Difference, How, Known, Source, Take, merge
from generator.importers.posting_text import file_fields, new_posting, unsaid
from generator.importers.standing import close, reopen
from generator.importers.values.fitting import missing
from generator.model.files import POSTING

T = TypeVar("T")


class What(StrEnum):
    """What becomes of a posting."""

    NEW = "new"
    UPDATED = "updated"
    CLOSED = "closed"
    REOPENED = "open again"
    CONFLICT = "conflict"
    CHANGED_HERE = "changed here"
    DELETED_HERE = "deleted here"
    UNREADABLE = "unreadable"
    LEFT_OUT = "left out"


class Step(Struct, frozen=True):
    """What becomes of one posting: the fields taken over, those that differ, and notes of the source."""

    what: What
    path: str
    fields: tuple[str, ...] = ()
    differing: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()


class Here(Struct, frozen=True):
    """The site's postings: their paths, those that are translations of each other, and paths by id."""

    paths: tuple[str, ...]
    by_id: Mapping[str, str]
    translations: Callable[[str], Sequence[str]]
    read: Callable[[str], bytes]


class Wishes(Struct, frozen=True):
    """What the command line asks for besides."""

    today: date
    take: Take = Take.NEITHER
    accepts_removals: bool = False
    defaults: Mapping[str, Value] = field(default_factory=dict)


class Plan(Struct, frozen=True):
    """Files to write by path, the lock to write behind them, and what becomes of the postings."""

    files: Mapping[str, bytes]
    lock: Lock
    steps: tuple[Step, ...]


def plan_import(delivery: Delivery, lock: Lock, here: Here, wishes: Wishes) -> Plan:
    """How the site comes to hold a source's postings; an OpeningsError where that looks like a mistake."""
    check_removals(delivery, lock, wishes.accepts_removals)
    work = _Work(here, wishes, dict(lock))
    for imported in delivery.postings:
        work.take_over(imported)
    missing = lock.keys() - set(map(lock_key, delivery.ids))
    for key in sorted(() if delivery.hidden else missing):
        work.miss(key)
    return Plan(work.files, work.lock, tuple(work.steps))


class _Work:
    """A plan in the making."""

    def __init__(self, here: Here, wishes: Wishes, lock: dict[str, Record]) -> None:
        self.files: dict[str, bytes] = {}
        self.steps: list[Step] = []
        self.lock = lock
        self._here = here
        self._wishes = wishes
        self._how = How(wishes.take, wishes.today)
        self._paths = frozenset(here.paths)
        self._taken = taken_stems(here.paths, POSTING)

    def take_over(self, imported: Imported) -> None:
        """Adds or merges a posting."""
        key = lock_key(imported.id)
        record = self.lock.get(key)
        fields = file_fields(imported)
        path = self._path(record, str(fields["id"]))
        if path:
            self._merge(path, key, record or Record(), fields, imported)
        elif record:
            self.steps.append(Step(What.DELETED_HERE, record.path))
        else:
            self._add(key, fields, imported)

    def miss(self, key: str) -> None:
        """Closes a posting that the source has no more."""
        record = self.lock[key]
        path = self._path(record, fitting_identifier(key))
        if record.gone or not path:
            return
        try:
            found = {one: close(one, self._read(one)) for one in self._here.translations(path)}
        except OpeningsError as error:
            self._leave(path, error)
            return
        closed = {one: data for one, data in found.items() if data}
        self.files |= closed
        self.lock[key] = replace(
            record, path=path, gone=self._wishes.today.isoformat(), is_closed=bool(closed)
        )
        self.steps += [Step(What.CLOSED, path)] if closed else []

    def _path(self, record: Record | None, identifier: str) -> str:
        """The posting's file: where it was, or where it was moved to; empty where it is nowhere."""
        if record and record.path in self._paths:
            return record.path
        return self._here.by_id.get(identifier, "")

    def _add(self, key: str, fields: Mapping[str, Value], imported: Imported) -> None:
        wanted = imported.stem or str(fields.get("title", imported.id))
        stem = free_stem(fitting_stem(wanted), self._taken)
        self._taken.add(stem)
        path = f"{POSTING.folder}/{stem}.md"
        more = unsaid(fields, self._wishes.defaults)
        dated = {"posted": self._wishes.today.isoformat(), **more, **fields}
        if str(dated.get("updated", "")) <= str(dated["posted"]):
            dated.pop("updated", None)
        if lacking := missing(dated):
            self.steps.append(_left_out(path, lacking, imported.notes))
            return
        self.files[path] = new_posting(dated, imported.body)
        digests = {name: digest(as_plain(value)) for name, value in fields.items() if name != "updated"}
        body = {BODY: body_digest(imported.body)} if imported.body else {}
        self.lock[key] = Record(path, {**digests, **body}, mark=imported.mark)
        self.steps.append(Step(What.NEW, path, notes=imported.notes))

    def _merge(
        self, path: str, key: str, record: Record, fields: Mapping[str, Value], imported: Imported
    ) -> None:
        # A status that was given is one to begin with.
        more = unsaid({"status": "", **fields}, self._wishes.defaults)
        try:
            reopened = self._reopened(path, str(fields.get("status", ""))) if record.is_closed else {}
            data = reopened.get(path, self._read(path))
            held = held_back(path, data, {**more, **fields})
            refused = tuple(name for name in fields if name in held)
            known = Known(path, data, _without(held, record.digests))
            merged = merge(known, Source(_without(held, fields), imported.body, more), self._how)
        except OpeningsError as error:
            self._leave(path, error)
            return
        self.files |= reopened
        if merged.data != self._here.read(path):
            self.files[path] = merged.data
        is_settled = not refused and not any(one.is_conflict for one in merged.differing)
        digests = {name: said for name, said in record.digests.items() if name in held}
        digests.update(merged.digests)
        self.lock[key] = Record(path, digests, mark=imported.mark if is_settled else "")
        self.steps += _steps(path, merged.taken, merged.differing, imported.notes, is_back=bool(reopened))
        self.steps += [_left_out(path, missing({**more, **fields}), (), refused)] if refused else []

    def _reopened(self, path: str, status: str) -> dict[str, bytes]:
        """The files of a posting that was closed by an import, open again or as the source has it."""
        found = {one: reopen(one, self._read(one), status) for one in self._here.translations(path)}
        return {one: data for one, data in found.items() if data}

    def _leave(self, path: str, error: OpeningsError) -> None:
        """A file that can't be read or edited stays as it is."""
        note = f"{error.message}; {error.hint}" if error.hint else error.message
        self.steps.append(Step(What.UNREADABLE, path, notes=(note,)))

    def _read(self, path: str) -> bytes:
        return self.files.get(path) or self._here.read(path)


def _without(names: Container[str], values: Mapping[str, T]) -> dict[str, T]:
    return {name: value for name, value in values.items() if name not in names}


def _left_out(
    path: str, lacking: Sequence[str], notes: tuple[str, ...], fields: tuple[str, ...] = ()
) -> Step:
    """What no site could be built with, as a draft neither; it comes once it has what it needs."""
    given = " ".join(f"--default {name}=…" for name in lacking)
    what = " and ".join(f"`{name}`" for name in lacking)
    note = f"it has no {what}: add that at the source, or `{given}`"
    return Step(What.LEFT_OUT, path, fields, notes=(*notes, note))


def _steps(
    path: str,
    taken: tuple[str, ...],
    differing: tuple[Difference, ...],
    notes: tuple[str, ...],
    *,
    is_back: bool,
) -> Iterator[Step]:
    conflicts = tuple(one for one in differing if one.is_conflict)
    if is_back:
        yield Step(What.REOPENED, path)
    if taken:
        yield Step(What.UPDATED, path, taken, notes=notes)
    if conflicts:
        yield Step(What.CONFLICT, path, differing=conflicts)
    if len(conflicts) < len(differing):
        yield Step(What.CHANGED_HERE, path, differing=tuple(one for one in differing if not one.is_conflict))
