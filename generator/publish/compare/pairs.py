"""Which files of the two sides are the same document, also under another name."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from msgspec import Struct

from generator.library.renames import renamed
from generator.library.site import Job, Standing
from generator.model.addresses import job_slug
from generator.model.documents import Document, Posting
from generator.publish.compare.side import Side


class Pair(Struct, frozen=True):
    """A document before and after; None where it wasn't, or isn't, there."""

    before: Document | None
    after: Document | None

    @property
    def shown(self) -> Document:
        """The document as it is now, else as it was."""
        document = self.after or self.before
        assert document
        return document


def pairs(before: Side, after: Side) -> tuple[Pair, ...]:
    """The documents of all files that differ, in the order of their paths.

    One that has another path is known by its name in another folder; a posting by what `openings lock` knows
    it by, or by its title and every word of it; any other by its title.
    """
    gone = {path: d for path, d in before.documents.items() if path not in after.documents}
    new = {path: d for path, d in after.documents.items() if path not in before.documents}
    same = [Pair(before.documents[path], d) for path, d in after.documents.items() if path not in new]
    for found in (_by(_identity), _by_keys(before, after), _by_content(before, after)):
        same += [Pair(gone.pop(one), new.pop(other)) for one, other in found(gone, new).items()]
    same += [Pair(d, None) for d in gone.values()] + [Pair(None, d) for d in new.values()]
    return tuple(sorted(same, key=lambda pair: pair.shown.spans.path))


_Documents = Mapping[str, Document]
# Finds for paths of files that went the path under which the same document came.
_Finder = Callable[[_Documents, _Documents], Mapping[str, str]]


def _by(key: Callable[[Document], Hashable]) -> _Finder:
    """Documents that are the only ones with the same key on both sides; what has no key isn't found."""

    def found(gone: _Documents, new: _Documents) -> Mapping[str, str]:
        here, there = _only(gone.values(), key), _only(new.values(), key)
        return {here[own]: there[own] for own in here if own in there}

    return found


def _only(documents: Iterable[Document], key: Callable[[Document], Hashable]) -> dict[Hashable, str]:
    """The paths of documents by their keys, without those that share one."""
    by_key: dict[Hashable, list[str]] = defaultdict(list)
    for document in documents:
        if own := key(document):
            by_key[own].append(document.spans.path)
    return {own: paths[0] for own, paths in by_key.items() if len(paths) == 1}


def _identity(document: Document) -> Hashable:
    return type(document), document.identity


def _by_content(before: Side, after: Side) -> _Finder:
    bodies = {**before.bodies, **after.bodies}

    def key(document: Document) -> Hashable:
        if not document.title:
            return None
        words = bodies.get(document.spans.path, ()) if isinstance(document, Posting) else ()
        return type(document), document.title, document.identity.language, words

    return _by(key)


def _by_keys(before: Side, after: Side) -> _Finder:
    """Postings by id, requisition or link to apply, as far as such a thing is certain."""
    known = before.facts.job_of

    def found(gone: _Documents, new: _Documents) -> Mapping[str, str]:
        absent = [known[path].published for path in gone if path in known]
        if not absent:
            return {}
        jobs = [job for path, d in new.items() if isinstance(d, Posting) and (job := _job(path, d, after))]
        lock = tuple(job.published for job in before.facts.jobs)
        paths = {known[path].url: path for path in gone if path in known}
        same = renamed(absent, lock, jobs)
        ends = {job.posting.spans.path: paths[url] for url, job in same.items()}
        return {one: other for other, one in ends.items()}

    return found


def _job(path: str, posting: Posting, side: Side) -> Job | None:
    """The posting as a job, as far as recognising it needs one."""
    fact = side.facts.job_of.get(path)
    if not fact:
        return None
    return Job(
        posting=posting,
        slug=job_slug(fact.url),
        standing=Standing(fact.state, fact.reason),
        last_open=None,
        changed=posting.changed,
        has_page=True,  # a draft that is named anew is the same one, too
        categories=(),
        places=(),
        salary=None,
    )
