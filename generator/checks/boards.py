"""Which open postings the feeds for job boards leave out, and why."""

from collections.abc import Callable, Iterator, Mapping

from generator.diagnostics.codes import boards as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.library.site import Job, Site
from generator.model.documents import SHORTEST_TEXT, Spans
from generator.pages.boards.indeed import indeed_places
from generator.pages.boards.linkedin import LONGEST_TITLE, Obstacle, obstacles

_PLACE_HINT = "add `location:` with a city, or name the countries in `remote_from`"

_Say = Callable[[Job], Diagnostic]


def board_problems(site: Site) -> Iterator[Diagnostic]:
    """What keeps open postings out of the feeds that site.yaml asks for."""
    feeds = site.config.feeds
    for job in site.open_jobs:
        if feeds.indeed and not indeed_places(job):
            yield _nowhere_on_indeed(job)
        if feeds.linkedin:
            yield from (_OBSTACLES[obstacle](job) for obstacle in obstacles(job, site))


def _nowhere_on_indeed(job: Job) -> Diagnostic:
    what = "the posting isn't in the feed for Indeed: it names no city, and no country to work from"
    return Diagnostic(codes.INDEED_PLACE, what, _PLACE_HINT, _place_of(job.posting.spans))


def _long_title(job: Job) -> Diagnostic:
    length = len(job.posting.title)
    what = f"LinkedIn takes titles of at most {LONGEST_TITLE} characters, and this has {length}"
    hint = "shorten it to the job's name"
    return Diagnostic(codes.LINKEDIN_TITLE, what, hint, job.posting.spans.at("title"))


def _few_words(job: Job) -> Diagnostic:
    what = f"LinkedIn takes no description of less than {SHORTEST_TEXT} characters"
    return Diagnostic(codes.LINKEDIN_WORDS, what, "say what the work is", job.posting.spans.at("title"))


def _no_address(job: Job) -> Diagnostic:
    what = "LinkedIn takes only web addresses that begin with `https://` to apply at"
    hint = "write one, such as `apply: https://ats.example.com/jobs/1`"
    return Diagnostic(codes.LINKEDIN_APPLY, what, hint, job.posting.spans.at("apply"))


def _no_place(job: Job) -> Diagnostic:
    what = "LinkedIn shows every job at a place, and this has neither a city nor a country"
    return Diagnostic(codes.LINKEDIN_PLACE, what, _PLACE_HINT, _place_of(job.posting.spans))


def _other_company(job: Job) -> Diagnostic:
    posting = job.posting
    what = f"the feed for LinkedIn tells the jobs of one company, and this is one of `{posting.company}`"
    hint = "drop `company` if this site's own company hires; else that company needs a feed of its own"
    return Diagnostic(codes.LINKEDIN_COMPANY, what, hint, posting.spans.at("company"))


def _place_of(spans: Spans) -> Span:
    return spans.at("location" if "location" in spans else "remote_from")


_OBSTACLES: Mapping[Obstacle, _Say] = {
    Obstacle.TITLE: _long_title,
    Obstacle.WORDS: _few_words,
    Obstacle.APPLY: _no_address,
    Obstacle.PLACE: _no_place,
    Obstacle.COMPANY: _other_company,
}
