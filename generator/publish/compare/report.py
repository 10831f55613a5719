"""Changes in sentences, for people: parts, entries and lines, which each format sets in its own way."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import chain

from msgspec import Struct

from generator.diagnostics.counting import count
from generator.publish.compare.changes import Address, Change, Changes, Event, Problem, What
from generator.publish.compare.summary import POSTING, VERBS, summary_of
from generator.publish.compare.values import FieldChange
from generator.publish.compare.words import Passage, Words, parted, passages

# From so many words on a field is read for what changed in it, and below compared as a whole.
_SENTENCE = 8


class Tone(StrEnum):
    """Whose words a piece of a line is: our own, or a stranger's, which a format has to make harmless."""

    OURS = "ours"
    SAID = "said"
    STRONG = "strong"  # said, and what the line is about
    CODE = "code"  # said, for a path, an address or a name of a field


class Piece(Struct, frozen=True):
    """A few words of a line."""

    tone: Tone
    text: str


Line = tuple[Piece, ...]


class Reworded(Struct, frozen=True):
    """Words that are others, in the body of a file (`text`) or in one of its fields."""

    name: str
    passage: Passage


class Entry(Struct, frozen=True):
    """One change: what it is about, what there is to say, the fields and the words that are others."""

    head: Line
    remarks: tuple[Line, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    reworded: tuple[Reworded, ...] = ()


class Section(Struct, frozen=True):
    """Changes of one kind."""

    title: str
    entries: tuple[Entry, ...]


class Report(Struct, frozen=True):
    """All changes: title, one line for all of them, what to know first, and the sections with entries."""

    title: Line
    summary: str
    notes: tuple[str, ...]
    sections: tuple[Section, ...]


def report_of(changes: Changes) -> Report:
    """The changes as people read them, what may do harm first."""
    sections = (Section(title, tuple(entries(changes))) for title, entries in _SECTIONS)
    return Report(
        title=(*ours("What changes on the site since "), code(changes.base)),
        summary=summary_of(changes),
        notes=changes.notes,
        sections=tuple(section for section in sections if section.entries),
    )


def ours(text: str) -> Line:
    """Our own words."""
    return (Piece(Tone.OURS, text),)


def code(text: str) -> Piece:
    """A path, an address or the name of a field."""
    return Piece(Tone.CODE, text)


_REASONS = {
    "new": "new",
    "draft": "draft",
    "upcoming": "waits for its first day",
    "on-hold": "on hold",
    "filled": "filled",
    "closed": "closed by hand",
    "date": "past its last day",
    "removed": "its file is gone",
}
_WERE = {
    "draft": "was a draft",
    "upcoming": "was waiting for its day",
    "on-hold": "was on hold",
    "closed": "was closed",
}


def _of_postings(*events: Event) -> Callable[[Changes], Iterator[Entry]]:
    """Finds the postings that one of these things happens to."""
    return lambda changes: (_entry(c) for c in changes.changes if c.kind == POSTING and c.event in events)


def _of_kinds(*kinds: str) -> Callable[[Changes], Iterator[Entry]]:
    """Finds the changed files of these kinds."""
    return lambda changes: (
        _entry(c) for c in changes.changes if c.kind in kinds and c.event is not Event.FORMATTED
    )


def _entry(change: Change) -> Entry:
    """A file's change."""
    strong = Piece(Tone.STRONG, change.title)
    place = code(change.url or change.path)
    head = (strong,) if place.text.strip("/") == change.title.strip("/") else (strong, *ours(" "), place)
    why = _why(change)
    line = (*head, *(ours(f": {why}") if why else ()))
    fields = tuple(_fields(change))
    texts = {field: words for field in fields if (words := tuple(_reworded(field)))}
    return Entry(
        head=line,
        remarks=tuple(_remarks(change)),
        fields=tuple(field for field in fields if field not in texts),
        reworded=(*chain(*texts.values()), *(Reworded("text", passage) for passage in change.passages)),
    )


def _reworded(field: FieldChange) -> Iterator[Reworded]:
    """The words that are others in a field that holds a sentence; none where it holds a value."""
    before, after = field.before, field.after
    if min(len(before.split()), len(after.split())) >= _SENTENCE:
        found = passages(Words((before,)), Words((after,)))
        yield from (Reworded(field.field, passage) for passage in found)


def _fields(change: Change) -> Iterator[FieldChange]:
    """What is worth seeing of the fields: nothing of a file that is gone, nor what the heading says."""
    if change.reason == "removed" or change.event is Event.REMOVED:
        return
    said = set() if change.event in (Event.CHANGED, Event.ADDED) else {"status"}
    said |= {"title"} if all(not field.before for field in change.fields) else set()
    yield from (field for field in change.fields if field.field not in said)


def _why(change: Change) -> str:
    """What happens to the file, as far as its section doesn't say it."""
    if change.kind != POSTING:
        return "" if change.event is Event.CHANGED else VERBS[change.event]
    if change.event in (Event.OPENED, Event.REOPENED):
        return _WERE.get(change.reason, _REASONS.get(change.reason, ""))
    if change.event is Event.ADDED:
        return f"a new file, {_REASONS[change.reason]}" if change.reason else "a new file"
    return "" if change.event is Event.ON_HOLD else _REASONS.get(change.reason, "")


def _remarks(change: Change) -> Iterator[Line]:
    """What else there is to say of a file."""
    if change.has_errors:
        yield ours("it has errors, or had some: what couldn't be read isn't compared")
    if change.former_path:
        yield (*ours("renamed, was "), code(change.former_path))
    if change.former_url and change.url:
        yield (*ours("its address was "), code(change.former_url))
    if change.lacks_updated:
        yield (*ours("words or pay change, and "), code("updated"), *ours(" doesn't say so"))
    if change.reason != "removed" and change.event is not Event.REMOVED:
        yield from _listed("no longer leads to ", change.links_gone)
        yield from _listed("now leads to ", change.links_new)
    if change.event not in (Event.CHANGED, Event.FORMATTED) and not change.passages:
        counts = ((change.words_gone, "gone"), (change.words_new, "new"))
        words = ", ".join(f"{count(number, 'word')} {what}" for number, what in counts if number)
        yield from (ours(words),) if words else ()


def _listed(words: str, addresses: Iterable[str]) -> Iterator[Line]:
    for address in dict.fromkeys(addresses):
        yield (*ours(words), code(address))


def _formatted(changes: Changes) -> Iterator[Entry]:
    """The files in which nothing changes that anybody reads."""
    for change in changes.changes:
        if change.event is Event.FORMATTED:
            yield Entry((code(change.path),))


def _problems(changes: Changes) -> Iterator[Entry]:
    return (_problem(problem) for problem in changes.problems)


def _problem(problem: Problem) -> Entry:
    place = (*ours(" in "), code(f"{problem.path}:{problem.line}")) if problem.path else ()
    said = (*ours(f"{problem.severity} {problem.code}"), *place, *ours(": "))
    hint = ((*ours("to do: "), *_said(problem.hint)),) if problem.hint else ()
    return Entry((*said, *_said(problem.message)), hint)


def _said(message: str) -> Iterator[Piece]:
    """A message, with the things in its backquotes as code."""
    for number, part in enumerate(message.split("`")):
        if number % 2:
            yield code(part)
            continue
        before, words = parted(part)
        after, _ = parted(part[::-1])
        yield from (*ours(before and " "), Piece(Tone.SAID, words), *ours(after and " "))


def _of_addresses(what: What) -> Callable[[Changes], Iterator[Entry]]:
    """Finds the addresses of which this became."""
    return lambda changes: (_address(a) for a in changes.addresses if a.what is what)


def _address(address: Address) -> Entry:
    title = (*ours(" "), Piece(Tone.SAID, address.title)) if address.title else ()
    target = (*ours(" → "), code(address.target)) if address.target else ()
    return Entry((code(address.url), *target, *title))


def _new_pages(changes: Changes) -> Iterator[Entry]:
    """New addresses that no entry of a file tells of."""
    told = {change.url for change in changes.changes}
    return (_address(a) for a in changes.addresses if a.what is What.ADDED and a.url not in told)


_SECTIONS: tuple[tuple[str, Callable[[Changes], Iterator[Entry]]], ...] = (
    ("New problems", _problems),
    ("Addresses where nothing is any more", _of_addresses(What.GONE)),
    ("Addresses that lead on", _of_addresses(What.REDIRECTED)),
    ("Postings opened", _of_postings(Event.OPENED, Event.REOPENED)),
    ("Postings closed", _of_postings(Event.CLOSED)),
    ("Postings put on hold", _of_postings(Event.ON_HOLD)),
    ("Postings changed", _of_postings(Event.CHANGED)),
    ("Postings that aren't public", _of_postings(Event.WITHDRAWN, Event.WAITING)),
    ("Other postings", _of_postings(Event.ADDED, Event.REMOVED)),
    ("Articles and pages", _of_kinds("article", "page")),
    ("Categories, places and snippets", _of_kinds("category", "location", "snippet")),
    ("Settings and recorded addresses", _of_kinds("settings", "addresses")),
    ("Files and theme", _of_kinds("asset", "theme", "file")),
    ("New pages", _new_pages),
    ("Only formatting", _formatted),
)
