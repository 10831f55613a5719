"""Rules for the structured data of built pages, read back from their bytes.

Google's rules are those of its pages on structured data in general, on `JobPosting` and on
`BreadcrumbList`, as docs/search-engines.md cites them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, tzinfo

from generator.checks.application import likely_ways, marked_ways
from generator.checks.html_facts import HtmlFacts, Shown
from generator.checks.job_posting import property_problems
from generator.checks.output_urls import file_at, page_url
from generator.checks.things import Thing, is_a, read_block, short_kind
from generator.checks.visible import collapsed, visible_problems
from generator.diagnostics.codes import output as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.pages import urls

_HOME = urls.file_of(urls.HOME)
_FILTER = "put `{{ page | structured }}` into the head of the theme's pages"
_OFFER = (
    "an open posting needs words, and a `location` where `remote_from` names no country; "
    "the page of any other needs `noindex`"
)
_UNMARKED = "nothing on the page marks the link to apply, as `<a data-apply>` would"
_APPLY = (
    "link to `page.apply_url`, or to those of `page.places`, with `data-apply`: "
    "to a mail address, another site, or a page that is there"
)
_SHOW = "show it as docs/search-engines.md says, so that the page and its data can be compared"


class StructuredDataRules:
    """The rules for one built site, page by page, and then for all pages together.

    `files` are the paths of all files of the output; `offered` become those of pages with a JobPosting.
    """

    def __init__(
        self, files: Collection[str], site_url: str, today: date | None, time_zone: tzinfo | None = None
    ) -> None:
        self._files, self._site_url = files, site_url
        self._today, self._time_zone = today, time_zone
        self._unproven: dict[str, list[str]] = defaultdict(list)
        self._silent: list[str] = []
        self.offered: list[str] = []
        self._wayless: list[str] = []
        self._unmarked: list[str] = []
        self._marks_apply = False
        self._speaks = False
        self._has_employer = False

    def of_page(self, path: str, facts: HtmlFacts, shown: Shown) -> Iterator[Diagnostic]:
        """What is wrong with the structured data of one page."""
        at = Span(path)
        blocks = [read_block(text) for text in shown.data]
        for flaw in (block.flaw for block in blocks if block.flaw):
            yield Diagnostic(codes.UNREADABLE_DATA, flaw, f"{_FILTER}, which escapes it", at)
        self._speaks |= bool(blocks)
        self._marks_apply |= shown.marks_apply
        things = [thing for block in blocks for thing in block.things]
        postings = [thing for thing in things if is_a(thing, "JobPosting")]
        items = [kind for kind in shown.items if short_kind(kind) == "JobPosting"]
        yield from self._placement(path, facts, len(postings) + len(items))
        if items:
            self._unproven["a JobPosting stands in a page as microdata, which isn't read"].append(path)
        if postings or items:
            self.offered += [path] * facts.is_indexed
            claims = any(posting.get("directApply") is True for posting in postings)
            yield from self._application(path, facts, shown, claims)
        for posting in postings:
            yield from property_problems(posting, at, self._today, self._time_zone)
            yield from self._proven(visible_problems(posting, facts.language, shown, at), path)
        for trail in (thing for thing in things if is_a(thing, "BreadcrumbList")):
            yield from self._proven(self._trail(trail, shown, at), path)
        if path == _HOME:
            self._has_employer = any(is_a(thing, "Organization") for thing in things)
        is_silent = not postings and not items and not any(block.flaw for block in blocks)
        if is_silent and _is_of_one_job(path) and facts.is_indexed and not facts.leads_to:
            self._silent.append(path)

    def of_site(self) -> Iterator[Diagnostic]:
        """What is wrong on several pages, each told once; call it after all pages."""
        if self._marks_apply:
            self._wayless += self._unmarked
        elif self._unmarked:
            self._unproven[_UNMARKED] += self._unmarked
        for path in self._wayless:
            what = "a page with a JobPosting has no way to apply"
            yield Diagnostic(codes.NO_WAY_TO_APPLY, what, _APPLY, Span(path))
        for what, paths in self._unproven.items():
            more = f" (pages like it: {len(paths)})" if len(paths) > 1 else ""
            yield Diagnostic(codes.UNPROVEN_DATA, f"{what}{more}", _SHOW, Span(paths[0]))
        if self._speaks:
            yield from self._omissions()
        elif self._silent:
            what = "the theme writes no structured data, so Google for Jobs can't show the postings"
            yield Diagnostic(codes.MISSING_DATA, what, _FILTER, Span(self._silent[0]))

    def _omissions(self) -> Iterator[Diagnostic]:
        """What a theme that writes structured data leaves out of it."""
        if _HOME in self._files and not self._has_employer:
            what = "the home page doesn't say whose site it is: it has no Organization"
            yield Diagnostic(codes.MISSING_DATA, what, _FILTER, Span(_HOME))
        for path in self._silent:
            yield Diagnostic(
                codes.NO_JOB_POSTING,
                "the page of a posting that search engines may keep has no JobPosting",
                _OFFER,
                Span(path),
            )

    def _proven(self, problems: Iterable[Diagnostic], path: str) -> Iterator[Diagnostic]:
        """The problems, less what nobody can prove: a theme does that on all its pages, and is told once."""
        for problem in problems:
            if problem.code is codes.UNPROVEN_DATA:
                self._unproven[problem.message].append(path)
            else:
                yield problem

    def _application(
        self, path: str, facts: HtmlFacts, shown: Shown, claims_direct: bool
    ) -> Iterator[Diagnostic]:
        """Google: there is a way to apply, and it is direct only where nothing is filled in elsewhere.

        Whether a link without a mark will do depends on the other pages of the site.
        """
        marked = marked_ways(path, facts, shown, self._files, self._site_url)
        likely = likely_ways(shown, self._site_url)
        if not marked:
            (self._unmarked if likely else self._wayless).append(path)
        if claims_direct and any(link.startswith("http") for link in marked or likely):
            what = "the JobPosting claims `directApply`, and the link to apply leads elsewhere"
            yield Diagnostic(codes.WRONG_VALUE, what, "leave `directApply` out", Span(path))

    def _placement(self, path: str, facts: HtmlFacts, postings: int) -> Iterator[Diagnostic]:
        """Google: a JobPosting stands on the page of one job, which search engines may keep."""
        wrong = {
            "a JobPosting stands on a page that isn't about one posting": not _is_of_one_job(path),
            "the page has more than one JobPosting": postings > 1,
            "a JobPosting stands on a page with `noindex`": not facts.is_indexed,
            f"a JobPosting stands on a page whose canonical address is another, `{facts.canonical}`": (
                facts.canonical != page_url(path, self._site_url)
            ),
        }
        for what, is_so in wrong.items():
            if postings and is_so:
                yield Diagnostic(codes.MISPLACED_DATA, what, "", Span(path))

    def _trail(self, trail: Thing, shown: Shown, at: Span) -> Iterator[Diagnostic]:
        """Google: two steps at the least, in order, each with a name and an address that is there."""
        steps = trail.get("itemListElement")
        steps = [step for step in steps if isinstance(step, dict)] if isinstance(steps, list) else []
        text = collapsed(shown.whole.texts)
        flaws = []
        if len(steps) < 2:
            flaws.append("the BreadcrumbList has fewer than two steps")
        if [step.get("position") for step in steps] != list(range(1, len(steps) + 1)):
            flaws.append("the steps of the BreadcrumbList aren't numbered 1, 2, 3")
        addresses = [_address_of(step) for step in steps]
        if addresses and not addresses[-1]:
            del addresses[-1]  # Google takes the page's own
        flaws += [
            f"the BreadcrumbList leads to `{address}`, which isn't there"
            for address in addresses
            if file_at(address, self._site_url) not in self._files
        ]
        for flaw in flaws:
            yield Diagnostic(codes.WRONG_VALUE, flaw, "", at)
        names = [collapsed((_name_of(step),)) for step in steps]
        if not all(name and name in text for name in names):
            what = "the page doesn't show all steps of its BreadcrumbList"
            yield Diagnostic(codes.UNPROVEN_DATA, what, "", at)


def _is_of_one_job(path: str) -> bool:
    """Whether a file is `jobs/<stem>/index.html`."""
    folder, _, rest = path.partition("/")
    return f"/{folder}/" == urls.JOBS and rest.count("/") == 1 and rest.endswith("/index.html")


def _address_of(step: Thing) -> str:
    """Where a step leads: its item may be an address, or a thing that has one."""
    item = step.get("item", "")
    return str(item.get("@id") or item.get("url", "")) if isinstance(item, dict) else str(item)


def _name_of(step: Thing) -> str:
    """What a step is called; where it has no name, its item may have one."""
    item = step.get("item")
    return str(step.get("name") or (item.get("name", "") if isinstance(item, dict) else ""))
