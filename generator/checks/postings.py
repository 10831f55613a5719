"""Rules for postings among the others: can people apply, are the days possible, do names lead somewhere."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.diagnostics.codes import library as codes
from generator.diagnostics.diagnostic import Diagnostic, Note
from generator.diagnostics.suggest import Suggest, did_you_mean, nearest
from generator.library.site import Job, Site
from generator.model.documents import Identity, Posting, Spans
from generator.model.files import POSTING, SNIPPET

_NAME_A_FILE = "write the name of a file in {}/ without `.md`"


def posting_problems(site: Site, suggest: Suggest = nearest) -> Iterator[Diagnostic]:
    """Open postings that nobody can apply for, days that can't be, and names that lead nowhere."""
    for job in site.jobs:
        if job.is_open:
            yield from _vacancy(job, site)
        posting = job.posting
        if posting.include:
            yield from _snippets(posting.spans, posting.include, posting.identity.language, site, suggest)
    yield from _snippets(site.config.spans, site.config.include, site.config.language, site, suggest)
    yield from _articles(site)
    yield from _stems(site, suggest)
    yield from _ids(site)


def _vacancy(job: Job, site: Site) -> Iterator[Diagnostic]:
    """What is wrong with an open posting: who can't apply, and a first day that is still to come."""
    posting = job.posting
    if not posting.apply and not (job.places and all(p.apply for p in job.places)):
        yield Diagnostic(
            codes.APPLY_MISSING,
            "nobody can apply: the posting is open and has no `apply`",
            "add `apply:` with a web address or an e-mail address, or `status: on-hold`",
            posting.spans.at("apply"),
        )
    if posting.posted > site.today:
        yield Diagnostic(
            codes.POSTED_IN_FUTURE,
            f"`posted` is {posting.posted.isoformat()}, after today ({site.today.isoformat()})",
            f"to show the posting from that day on, write `opens: {posting.posted.isoformat()}`",
            posting.spans.at("posted"),
        )
    yield from _to_come(posting.spans, "updated", posting.updated, site)


def _articles(site: Site) -> Iterator[Diagnostic]:
    """Days of published articles that are still to come."""
    for article in site.articles:
        if article.status != "draft":
            yield from _to_come(article.spans, "date", article.date, site)
            yield from _to_come(article.spans, "updated", article.updated, site)


def _to_come(spans: Spans, field: str, day: date | None, site: Site) -> Iterator[Diagnostic]:
    """A day of what is published already that lies after today."""
    today = site.today.isoformat()
    if day and day > site.today:
        what = f"`{field}` is {day.isoformat()}, after today ({today})"
        until = f", or `status: draft` until {day.isoformat()}" if field == "date" else ""
        hint = f"write the day it happened, `{field}: {today}` at the latest{until}"
        yield Diagnostic(codes.DAY_IN_FUTURE, what, hint, spans.at(field))


def _snippets(
    spans: Spans, stems: tuple[str, ...], language: str, site: Site, suggest: Suggest
) -> Iterator[Diagnostic]:
    """Snippets that a file includes and that don't exist."""
    for i, stem in enumerate(stems):
        if Identity(stem, language) not in site.snippets:
            known = (snippet.stem for snippet in site.snippets)
            hint = did_you_mean(stem, known, _NAME_A_FILE.format(SNIPPET.folder), suggest)
            what = f"there is no snippet `{stem}`"
            yield Diagnostic(codes.UNKNOWN_SNIPPET, what, hint, spans.at(f"include.{i}"))


def _stems(site: Site, suggest: Suggest) -> Iterator[Diagnostic]:
    """Postings named by others that don't exist; one that is closed is fine and left out quietly."""
    stems = {job.posting.identity.stem for job in site.jobs}
    postings = (job.posting for job in site.jobs)
    naming = [(posting.spans, "related", posting.related) for posting in postings if posting.related]
    naming += [(article.spans, "jobs", article.jobs) for article in site.articles]
    for spans, field, names in naming:
        for i, stem in enumerate(names):
            if stem not in stems:
                hint = did_you_mean(stem, stems, _NAME_A_FILE.format(POSTING.folder), suggest)
                what = f"there is no posting `{stem}`"
                yield Diagnostic(codes.UNKNOWN_POSTING, what, hint, spans.at(f"{field}.{i}"))


def _ids(site: Site) -> Iterator[Diagnostic]:
    """Two postings under one id: feeds would take them for one."""
    owners: dict[tuple[str, str], list[Posting]] = defaultdict(list)
    for job in site.jobs:
        owners[job.posting.id, job.posting.identity.language].append(job.posting)
    for same in owners.values():
        first, *others = sorted(same, key=lambda posting: posting.spans.path) if len(same) > 1 else same
        for posting in others:
            yield Diagnostic(
                codes.SHARED_ID,
                f"two postings have the id `{posting.id}`",
                "give one of them an `id` of its own",
                posting.spans.at("id"),
                (Note(first.spans.at("id"), "the other posting"),),
            )
