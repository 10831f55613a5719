"""Two sites of the same day become what is different between them."""

from collections.abc import Iterator
from datetime import date

from generator.model.files import SITE_FILE
from generator.pages import urls
from generator.publish.compare.changes import Address, Changes, What
from generator.publish.compare.documents import document_changes
from generator.publish.compare.other_files import file_changes, settings_changes
from generator.publish.compare.pairs import pairs
from generator.publish.compare.problems import new_problems
from generator.publish.compare.revision import Revision
from generator.publish.compare.side import Side


def compare(before: Side, after: Side, revision: Revision, day: date) -> Changes:
    """What is different; `before` is the site as it was in the revision."""
    found = pairs(before, after)
    problems, mended = new_problems(before, after, found)
    documents = document_changes(found, before, after, day)
    return Changes(
        base=revision.shown,
        commit=revision.commit,
        day=day,
        notes=tuple(_notes(before, after, revision)),
        open_before=before.facts.open_jobs,
        open_after=after.facts.open_jobs,
        changes=(*documents, *settings_changes(before, after), *file_changes(before, after)),
        addresses=tuple(_addresses(before, after)),
        problems=problems,
        mended=mended if before.has_settings else 0,
    )


def _notes(before: Side, after: Side, revision: Revision) -> Iterator[str]:
    """What could not be compared, and what concerns every page."""
    if not revision.is_shared:
        name = revision.name
        yield (
            f"this clone has no commit that {name} and yours share, so {name} itself is compared with: "
            "what came to it since you began looks as if you undid it; in a shallow clone, "
            "git fetch --unshallow brings the missing history (in a workflow: fetch-depth: 0)"
        )
    if not before.has_settings:
        yield "there was no site before, so all of it is new"
    elif before.config is None and after.config is None:
        yield f"{SITE_FILE} has errors on both sides, and both are read by what is left of it"
    elif before.config is None:
        yield f"{SITE_FILE} had errors before, so both sides are read by the one that is there now"
    if after.config is None and before.config:
        yield f"{SITE_FILE} has errors, so both sides are read by the one that was there before"
    if before.config and after.config and before.config.url != after.config.url:
        yield f"the site moves from {before.config.url} to {after.config.url}, and every address with it"


def _addresses(before: Side, after: Side) -> Iterator[Address]:
    """Addresses that came, went, or lead elsewhere."""
    here, there = before.facts, after.facts
    for url in sorted(here.pages.keys() | here.redirects.keys()):
        title, target = here.pages.get(url, ""), there.redirects.get(url, "")
        if url in there.pages or urls.file_of(url) in after.static:
            continue
        if not target:
            yield Address(What.GONE, url, title)
        elif target != here.redirects.get(url):
            yield Address(What.REDIRECTED, url, title, target)
    yield from _static_addresses(before, after)
    for url in sorted(there.pages.keys() - here.pages.keys()):
        yield Address(What.ADDED, url, there.pages[url])


def _static_addresses(before: Side, after: Side) -> Iterator[Address]:
    """Addresses of files that are no longer copied."""
    taken = set(map(urls.file_of, after.facts.pages))
    for path in sorted(before.static - after.static - taken):
        url = f"/{path}"
        target = after.facts.redirects.get(url, "")
        yield Address(What.REDIRECTED if target else What.GONE, url, target=target)
