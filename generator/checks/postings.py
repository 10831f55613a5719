"""Rules for postings among the others: can people apply, are the days possible, do names lead somewhere."""

from collections.abc import Iterator

from generator.diagnostics.codes import library as codes
from generator.diagnostics.diagnostic import Diagnostic, Note
from generator.diagnostics.suggest import nearest
from generator.library.site import Job, Site
from generator.model.documents import Identity


def posting_problems(site: Site) -> Iterator[Diagnostic]:
    """Open postings that nobody can apply for, days that can't be, and names that lead nowhere."""
    for job in site.jobs:
        yield from _vacancy(job, site)
        yield from _snippets(job, site)
    yield from _stems(site)
    yield from _ids(site)
    yield from _default_snippets(site)


def _vacancy(job: Job, site: Site) -> Iterator[Diagnostic]:
    posting = job.posting
    if job.is_open and not posting.apply and not (job.places and all(p.apply for p in job.places)):
        yield Diagnostic(
            codes.APPLY_MISSING,
            "nobody can apply: the posting is open and has no `apply`",
            "add `apply:` with a web address or an e-mail address, or `status: on-hold`",
            posting.spans.at("apply"),
        )
    if job.is_open and posting.posted > site.today:
        yield Diagnostic(
            codes.POSTED_IN_FUTURE,
            f"`posted` is {posting.posted.isoformat()}, after today ({site.today.isoformat()})",
            f"to show the posting from that day on, write `opens: {posting.posted.isoformat()}`",
            posting.spans.at("posted"),
        )


def _snippets(job: Job, site: Site) -> Iterator[Diagnostic]:
    posting = job.posting
    for i, stem in enumerate(posting.include):
        if Identity(stem, posting.identity.language) not in site.snippets:
            yield Diagnostic(
                codes.UNKNOWN_SNIPPET,
                f"there is no snippet `{stem}`",
                _did_you_mean(stem, (s.stem for s in site.snippets), "content/snippets/"),
                posting.spans.at(f"include.{i}"),
            )


def _default_snippets(site: Site) -> Iterator[Diagnostic]:
    for i, stem in enumerate(site.config.include):
        if Identity(stem, site.config.language) not in site.snippets:
            yield Diagnostic(
                codes.UNKNOWN_SNIPPET,
                f"there is no snippet `{stem}`",
                _did_you_mean(stem, (s.stem for s in site.snippets), "content/snippets/"),
                site.config.spans.at(f"include.{i}"),
            )


def _stems(site: Site) -> Iterator[Diagnostic]:
    """Postings named by others that don't exist; one that is closed is fine and left out quietly."""
    stems = {job.posting.identity.stem for job in site.jobs}
    naming = [(job.posting.spans, "related", job.posting.related) for job in site.jobs]
    naming += [(article.spans, "jobs", article.jobs) for article in site.articles]
    for spans, field, names in naming:
        for i, stem in enumerate(names):
            if stem not in stems:
                yield Diagnostic(
                    codes.UNKNOWN_POSTING,
                    f"there is no posting `{stem}`",
                    _did_you_mean(stem, stems, "content/postings/"),
                    spans.at(f"{field}.{i}"),
                )


def _ids(site: Site) -> Iterator[Diagnostic]:
    """Two postings under one id: feeds would take them for one."""
    owners: dict[tuple[str, str], Job] = {}
    for job in sorted(site.jobs, key=lambda j: j.posting.spans.path):
        owner = owners.setdefault((job.posting.id, job.posting.identity.language), job)
        if owner is not job:
            yield Diagnostic(
                codes.SHARED_ID,
                f"two postings have the id `{job.posting.id}`",
                "give one of them an `id` of its own",
                job.posting.spans.at("id"),
                (Note(owner.posting.spans.at("id"), "the other posting"),),
            )


def _did_you_mean(stem: str, known: Iterator[str] | set[str], folder: str) -> str:
    near = nearest(stem, known)
    return f"did you mean `{near}`?" if near else f"write the name of a file in {folder} without `.md`"
