"""Is a posting looked after: its age, its id, and the fields that the site asks for?"""

from collections.abc import Iterator

from generator.content.values.names import LONGEST_IDENTIFIER
from generator.diagnostics.codes import policies as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.library.site import Job, Site
from generator.model.documents import Posting
from generator.model.fields import POSTING

_EXAMPLES = {field.name: field.example for field in POSTING}


def upkeep_problems(job: Job, site: Site) -> Iterator[Diagnostic]:
    """An open posting that is old, one whose name is too long for an id, and fields that are missing."""
    yield from _stale(job, site)
    yield from _long_id(job.posting)
    for field in site.config.policies.require:
        if not _has(job.posting, field):
            what = f"this site asks every open posting for `{field}`"
            hint = f"write a line such as `{field}: {_EXAMPLES[field]}`"
            yield Diagnostic(codes.REQUIRED_BY_SITE, what, hint, job.posting.spans.at("title"))


def _stale(job: Job, site: Site) -> Iterator[Diagnostic]:
    posting, changed = job.posting, job.changed
    age = (site.today - changed).days
    if not job.is_open or age <= site.config.lifecycle.stale_after:
        return
    what = f"open since {changed.isoformat()} without a change: {age} days"
    today = site.today.isoformat()
    end = "" if posting.closes else ", or `closes:` with its last day"
    hint = (
        f"write `updated: {today}` if it is still true{end}; "
        f"else close it: openings close {posting.identity.stem}"
    )
    at = posting.spans.at("updated" if "updated" in posting.spans else "posted")
    yield Diagnostic(codes.STALE_POSTING, what, hint, at)


def _long_id(posting: Posting) -> Iterator[Diagnostic]:
    length = len(posting.identity.stem)
    if length > LONGEST_IDENTIFIER and "id" not in posting.spans:
        what = f"the file's name has {length} characters, and an id has at most {LONGEST_IDENTIFIER}"
        at = Span(posting.spans.path)
        yield Diagnostic(codes.LONG_NAME_AS_ID, what, f"add a line `id: {posting.id}`", at)


def _has(posting: Posting, field: str) -> bool:
    """Whether the file says the field; an id that it doesn't say is made of its name."""
    if field == "salary" and posting.location and all(entry.salary for entry in posting.location):
        return True
    return field in posting.spans if field == "id" else bool(getattr(posting, field))
