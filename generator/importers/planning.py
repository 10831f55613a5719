"""What an import does to a site: which files it writes, and what it has to tell."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from generator.content.values.names import fitting_identifier
from generator.content.writing.yaml_text import Value
from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.cleaning.spaces import line
from generator.importers.digests import as_plain, digest, filled
from generator.importers.finding import Files, Here
from generator.importers.guard import check_removals
from generator.importers.holding import held_back
from generator.importers.imported import Delivery, Imported
from generator.importers.lock import Closing, Lock, Record, lock_key
from generator.importers.merging import Difference, How, Known, Merged, Source, Take, merge
from generator.importers.posting_text import file_fields, new_posting, unsaid
from generator.importers.standing import close, is_draft, is_open, is_withdrawn, reopen, status_of
from generator.importers.values.fitting import missing

T = TypeVar("T")


class What(StrEnum):
    """What becomes of a posting."""

    NEW = "new"
    UPDATED = "updated"
    CLOSED = "closed"
    GONE = "gone at the source"
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


class Wishes(Struct, frozen=True):
    """What the command line asks for besides."""

    today: date
    take: Take = Take.NEITHER
    accepts_removals: bool = False
    defaults: Mapping[str, Value] = field(default_factory=dict)


class Plan(Struct, frozen=True):
    """Files to write by path, the lock to write behind them, and what becomes of the postings.

    `promise` is the lock to write before them: it says which postings are being closed or opened, so that an
    import that is cut short isn't taken for somebody's own doing. `unchanged` counts the jobs without a step.
    """

    files: Mapping[str, bytes]
    promise: Lock
    lock: Lock
    steps: tuple[Step, ...]
    unchanged: int


def plan_import(delivery: Delivery, lock: Lock, here: Here, wishes: Wishes) -> Plan:
    """How the site comes to hold a source's postings; an OpeningsError where that looks like a mistake."""
    work = _Work(here, wishes, lock)
    check_removals(delivery, lock, work.present(), wishes.accepts_removals)
    # An adapter tells of two with one id; here the first counts.
    postings = {lock_key(one.id): one for one in reversed(delivery.postings)}
    changed = sum(work.take_over(imported) for imported in reversed(postings.values()))
    vanished = lock.keys() - set(map(lock_key, delivery.ids))
    for key in sorted(() if delivery.hidden else vanished):
        work.miss(key)
    return Plan(work.files, work.promise, work.lock, tuple(work.steps), len(postings) - changed)


class _Work:
    """A plan in the making."""

    def __init__(self, here: Here, wishes: Wishes, lock: Lock) -> None:
        self.files: dict[str, bytes] = {}
        self.steps: list[Step] = []
        self.lock, self.promise = dict(lock), dict(lock)
        self._here = here
        self._wishes = wishes
        self._how = How(wishes.take, wishes.today)
        self._files = Files(here, lock)
        self._paths = {key: self._files.path(record) for key, record in lock.items()}

    def present(self) -> frozenset[str]:
        """The keys of the lock whose postings have a file."""
        return frozenset(key for key, path in self._paths.items() if path)

    def take_over(self, imported: Imported) -> bool:
        """Adds or merges a posting; whether there is something to tell of it."""
        before = len(self.steps)
        key = lock_key(imported.id)
        if record := self.lock.get(key):
            path = self._paths[key]
        else:
            identifier, path = self._files.claim(imported.id)
            record = Record(path, identifier)
            imported = _told_of(imported, identifier)
        fields = file_fields(imported, record.id)
        if path:
            self._merge(path, key, record, fields, imported)
        elif record.path:
            self.steps.append(Step(What.DELETED_HERE, record.path))
        else:
            self._add(key, fields, imported)
        return len(self.steps) > before

    def miss(self, key: str) -> None:
        """Closes a posting that the source has no more, unless somebody has decided otherwise."""
        record, path = self.lock[key], self._paths[key]
        gone = replace(record, path=path or record.path, gone=record.gone or self._wishes.today.isoformat())
        self.lock[key] = gone
        if not path:
            return
        try:
            self._miss(key, gone, status_of(path, self._read(path)), is_news=not record.gone)
        except OpeningsError as error:
            self.lock[key] = record
            self._leave(path, error)

    def _miss(self, key: str, record: Record, status: str, *, is_news: bool) -> None:
        path = record.path
        if record.closing is Closing.CLOSED:
            opened = Difference("status", status or "open", Closing.CLOSED.value)
            self.steps += [Step(What.CHANGED_HERE, path, differing=(opened,))] if is_open(status) else []
            return
        found = {one: close(one, self._read(one)) for one in self._here.translations(path)}
        closed = {one: data for one, data in found.items() if data}
        if closed:
            # An import that was cut short may have closed one of them already.
            before = line(status) if is_open(status) else record.status
            self._put(key, closed, replace(record, status=before), Closing.CLOSED)
            self.steps.append(Step(What.CLOSED, path))
        elif record.closing is Closing.CHANGING:
            self.lock[key] = replace(record, closing=Closing.CLOSED)
        elif is_news and is_draft(status):
            self.steps.append(Step(What.GONE, path, notes=("it is a draft",)))

    def _put(self, key: str, files: Mapping[str, bytes], record: Record, closing: Closing) -> None:
        """Writes the files of a posting that is closed or opened, which the lock says before."""
        self.files |= files
        self.promise[key] = replace(record, closing=Closing.CHANGING)
        self.lock[key] = replace(record, closing=closing)

    def _add(self, key: str, fields: Mapping[str, Value], imported: Imported) -> None:
        path = self._files.new_path(imported.stem or str(fields.get("title", imported.id)))
        more = {"posted": self._wishes.today.isoformat(), **unsaid(fields, self._wishes.defaults)}
        given = {name: value for name, value in more.items() if name not in fields}
        dated = {**given, **fields}
        if str(dated.get("updated", "")) <= str(dated["posted"]):
            dated.pop("updated", None)
        if lacking := missing(dated):
            self.steps.append(_left_out(path, lacking, imported.notes))
            return
        self.files[path] = new_posting(dated, imported.body)
        digests = Source(fields, imported.body).said()
        digests |= {name: filled(digest(as_plain(value))) for name, value in given.items()}
        self.lock[key] = Record(path, str(fields["id"]), digests)
        self.steps.append(Step(What.NEW, path, notes=imported.notes))

    def _merge(
        self, path: str, key: str, record: Record, fields: Mapping[str, Value], imported: Imported
    ) -> None:
        # A status that was given is one to begin with.
        more = unsaid({"status": "", **fields}, self._wishes.defaults)
        try:
            reopened = self._reopened(path, record) if record.closing else {}
            data = reopened.get(path, self._read(path))
            held = held_back(path, data, {**more, **fields})
            known = Known(path, data, _without(held, record.digests))
            merged = merge(known, Source(_without(held, fields), imported.body, more), self._how)
            status = status_of(path, merged.data)
        except OpeningsError as error:
            self._leave(path, error)
            return
        if reopened:
            self._put(key, reopened, replace(record, path=path), Closing.NONE)
        if merged.data != self._here.read(path):
            self.files[path] = merged.data
        kept = {name: said for name, said in record.digests.items() if name in held}
        self.lock[key] = Record(path, record.id, {**kept, **merged.digests})
        differing = (*merged.differing, *_withdrawn(status, fields, merged))
        self.steps += _steps(path, merged.taken, differing, imported.notes, is_back=bool(reopened))
        refused = tuple(name for name in fields if name in held)
        self.steps += [_left_out(path, missing({**more, **fields}), (), refused)] if refused else []

    def _reopened(self, path: str, record: Record) -> dict[str, bytes]:
        """The files of a posting that was closed by an import, as they were before."""
        found = {one: reopen(one, self._read(one), record.status) for one in self._here.translations(path)}
        return {one: data for one, data in found.items() if data}

    def _leave(self, path: str, error: OpeningsError) -> None:
        """A file that can't be read or edited stays as it is."""
        note = f"{error.message}; {error.hint}" if error.hint else error.message
        self.steps.append(Step(What.UNREADABLE, path, notes=(note,)))

    def _read(self, path: str) -> bytes:
        return self.files.get(path) or self._here.read(path)


def _told_of(imported: Imported, identifier: str) -> Imported:
    """The job with a note where its posting can't have its id."""
    wanted = fitting_identifier(imported.id)
    note = f"its id here is `{identifier}`, since another posting has `{wanted}`"
    return imported if identifier == wanted else replace(imported, notes=(*imported.notes, note))


def _withdrawn(status: str, fields: Mapping[str, Value], merged: Merged) -> Iterator[Difference]:
    """What somebody decided here about a posting that the source still has."""
    is_told = any(one.name == "status" for one in merged.differing)
    if not is_told and is_withdrawn(status, fields.get("status", "")):
        yield Difference("status", status, "open")


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
