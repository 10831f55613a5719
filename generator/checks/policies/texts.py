"""What a posting's words say, against its fields and the site's wishes."""

from collections.abc import Iterator

from generator.checks.policies.titles import remote_words
from generator.content.claims import ON_SITE, REMOTE, claim_of, spoken
from generator.diagnostics.codes import policies as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.library.site import Job, Site
from generator.model.documents import SHORTEST_TEXT

# What `remote` would have to say for each claim, and what it says where the two contradict.
_CONTRADICTED = {REMOTE: ("no", "yes"), ON_SITE: ("yes", "no")}


def text_problems(job: Job, site: Site) -> Iterator[Diagnostic]:
    """Too few words, words against the field `remote`, and words that the site asks for in vain."""
    posting = job.posting
    if posting.body.length < SHORTEST_TEXT:
        what = f"the text has less than {SHORTEST_TEXT} characters"
        hint = "say what the work is and what somebody should bring, below the second `---`"
        yield Diagnostic(codes.SHORT_DESCRIPTION, what, hint, Span(posting.spans.path))
    yield from _contradiction(job)
    yield from _missing_words(job, site)


def _contradiction(job: Job) -> Iterator[Diagnostic]:
    posting = job.posting
    of_title = REMOTE if remote_words(posting.title) else claim_of(posting.title)
    for place, claim in (("title", of_title), ("text", posting.body.claim)):
        said, instead = _CONTRADICTED.get(claim, ("", ""))
        if claim and posting.remote == said:
            words = "remote" if claim == REMOTE else "on site only"
            what = f"the {place} says that the job is {words}, and `remote` is `{said}`"
            hint = f"write `remote: {instead}`, or change the {place}"
            at = posting.spans.at("remote" if "remote" in posting.spans else "title")
            yield Diagnostic(codes.REMOTE_CONTRADICTION, what, hint, at)
            return


def _missing_words(job: Job, site: Site) -> Iterator[Diagnostic]:
    if not site.config.policies.words:
        return
    posting = job.posting
    snippets = tuple(site.snippets[included] for included in site.included(job))
    held = {*posting.body.phrases, *(phrase for snippet in snippets for phrase in snippet.body.phrases)}
    headings = " ".join(spoken(snippet.title) for snippet in snippets)
    for phrases in site.config.policies.words:
        if not any(phrase in held or phrase in headings for phrase in map(spoken, phrases)):
            told = " or ".join(f"`{phrase}`" for phrase in phrases)
            what = f"neither the posting nor its snippets say {told}"
            hint = "write it into the text, or into a snippet that site.yaml includes everywhere"
            yield Diagnostic(codes.WORDS_MISSING, what, hint, Span(posting.spans.path))
