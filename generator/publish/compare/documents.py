"""What happens to the documents of a site: postings, articles and all other texts."""

from collections import Counter
from collections.abc import Hashable, Iterator
from datetime import date

from generator.library.site import State
from generator.model.documents import Article, Document, Page, Posting
from generator.model.files import kind_of
from generator.pages import urls
from generator.publish.compare.changes import Change, Event
from generator.publish.compare.facts import JobFact
from generator.publish.compare.pairs import Pair
from generator.publish.compare.side import Side
from generator.publish.compare.standings import event_of
from generator.publish.compare.values import field_changes
from generator.publish.compare.words import Part, Passage, Words, passages, words_of


def document_changes(found: tuple[Pair, ...], before: Side, after: Side, day: date) -> Iterator[Change]:
    """What happens to each document, as far as anything does."""
    for pair in found:
        change = _change(pair, before, after, day)
        if change.event is not Event.FORMATTED or _has_other_bytes(change.path, before, after):
            yield change


def _change(pair: Pair, before: Side, after: Side, day: date) -> Change:
    """What happens to one document."""
    one, other, shown = pair.before, pair.after, pair.shown
    old, new = _words(one, before), _words(other, after)
    is_broken = _is_broken(pair, before, after)
    if is_broken and one and other and not (old.paragraphs and new.paragraphs):
        old = new = Words()  # the words of a side couldn't be read
    # Who reviews a new text wants to read it; where there was no site, all texts are new.
    changed_words = passages(old, new) if other and (one or before.has_settings) else ()
    fields = tuple(f for f in field_changes(one, other) if not is_broken or (f.before and f.after))
    gone, came = _links(old, new)
    event, reason = _event(pair, before, after)
    is_same = not (fields or changed_words or gone or came or is_broken or _is_moved(pair))
    if event is Event.CHANGED and is_same:
        event = Event.FORMATTED
    return Change(
        event=event,
        kind=_kind(shown.spans.path),
        title=shown.title or (one and one.title) or shown.identity.stem,
        path=shown.spans.path,
        url=_url(other, after) if other else _url(one, before),
        reason=reason,
        former_path=one.spans.path if one and other and _is_moved(pair) else "",
        former_url=_former_url(pair, before, after),
        fields=fields,
        passages=changed_words,
        words_gone=old.count if other is None else _count(changed_words, Part.GONE),
        words_new=new.count if one is None and not changed_words else _count(changed_words, Part.NEW),
        links_gone=gone,
        links_new=came,
        has_errors=is_broken,
        lacks_updated=_lacks_updated(pair, changed_words, before, after, day),
    )


def _event(pair: Pair, before: Side, after: Side) -> tuple[Event, str]:
    """What happens, and to a posting why."""
    facts = _fact(pair.before, before), _fact(pair.after, after)
    if _is_unread(pair, before, after):
        return Event.CHANGED, ""
    if any(facts):  # a translation is no posting yet
        return event_of(*facts)
    if pair.before is None:
        return Event.ADDED, ""
    return (Event.CHANGED if pair.after else Event.REMOVED), ""


def _has_other_bytes(path: str, before: Side, after: Side) -> bool:
    return before.digests.get(path) != after.digests.get(path)


def _is_broken(pair: Pair, before: Side, after: Side) -> bool:
    """Whether a side that is there has errors, so that it says less than was written."""
    sides = ((pair.before, before), (pair.after, after))
    is_broken = any(document and document.spans.path in side.broken for document, side in sides)
    return is_broken or _is_unread(pair, before, after)


def _is_unread(pair: Pair, before: Side, after: Side) -> bool:
    """Whether a side has the file, and nothing of it can be read."""
    path, sides = pair.shown.spans.path, ((pair.before, before), (pair.after, after))
    return any(document is None and side.has_file(path) for document, side in sides)


def _is_moved(pair: Pair) -> bool:
    return bool(pair.before and pair.after and pair.before.spans.path != pair.after.spans.path)


def _fact(document: Document | None, side: Side) -> JobFact | None:
    return side.facts.job_of.get(document.spans.path) if document else None


def _words(document: Document | None, side: Side) -> Words:
    if document is None:
        return Words()
    return words_of(side.bodies[document.spans.path], document.body.references)


def _links(before: Words, after: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where links and pictures led that do so no longer, and where new ones lead."""
    one, other = Counter(before.links), Counter(after.links)
    return tuple((one - other).elements()), tuple((other - one).elements())


def _count(found: tuple[Passage, ...], part: Part) -> int:
    return sum(len(run.text.split()) for passage in found for run in passage if run.part is part)


def _kind(path: str) -> str:
    kind = kind_of(path)
    assert kind
    return kind.name


def _url(document: Document | None, side: Side) -> str:
    """The address of a document's page; empty where it has none."""
    if isinstance(document, Posting):
        fact = _fact(document, side)
        return fact.url if fact and fact.has_page else ""
    url = urls.own_url(document) if isinstance(document, Article | Page) else ""
    return url if url in side.facts.pages else ""


def _former_url(pair: Pair, before: Side, after: Side) -> str:
    former = _url(pair.before, before)
    return former if pair.after and former != _url(pair.after, after) else ""


def _lacks_updated(pair: Pair, words: tuple[Passage, ...], before: Side, after: Side, day: date) -> bool:
    """Whether readers of an open posting aren't told that its words or pay have changed."""
    one, other = pair.before, pair.after
    if not isinstance(one, Posting) or not isinstance(other, Posting):
        return False
    facts = _fact(one, before), _fact(other, after)
    is_open = all(fact and fact.state is State.OPEN for fact in facts)
    is_told = other.changed >= day or (other.updated is not None and other.updated > one.changed)
    return is_open and not is_told and (bool(words) or _has_other_pay(one, other))


def _has_other_pay(before: Posting, after: Posting) -> bool:
    def pay(posting: Posting) -> Hashable:
        return posting.salary, tuple(
            (entry.place, entry.salary) for entry in posting.location if entry.salary
        )

    return pay(before) != pay(after)
