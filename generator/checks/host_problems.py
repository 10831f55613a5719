"""Rules for what a host is given: does it take so many files and bytes, redirects and headers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from generator.checks.host_limits import Measure, passed_limit, shown
from generator.diagnostics.codes import pages as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.site_config import SiteConfig
from generator.pages.data_views import AzureView, HeadersView, HostView, RedirectsView, VercelView
from generator.pages.host_views import host_view
from generator.pages.hosts import AZURE, CLOUDFLARE, GITHUB_PAGES, GITLAB_PAGES, VERCEL
from generator.pages.kinds import HOST_FILES
from generator.pages.plan import Plan
from generator.render.hosts import header_lines, host_file, redirect_lines

_FEWER = "take the oldest out of `redirects` and `aliases`"
_HINTS = {
    AZURE: f"{_FEWER}, or leave `azure` out of `hosts`",
    CLOUDFLARE: "make them fewer or shorter, or move them to Cloudflare's Bulk Redirects and Transform Rules",
    GITLAB_PAGES: _FEWER,
    VERCEL: _FEWER,
}
_SMALLER = "make pictures smaller, or end the pages of old jobs with `lifecycle: {keep_closed_for: 180 days}`"


def rule_problems(plan: Plan) -> Iterator[Diagnostic]:
    """What is more rules than a host takes, of those that site.yaml names: nobody else is to be bothered."""
    config = plan.site.config
    kinds = [page.kind for page in plan.pages if page.kind in HOST_FILES] if config.hosts else []
    for kind in kinds:
        for host, measure, figure in _measured(host_view(kind, plan)):
            if host in config.hosts:
                yield from _excess(host, measure, figure, config.spans.at("hosts"), _HINTS[host])


def size_problems(sizes: Mapping[str, int], config: SiteConfig) -> Iterator[Diagnostic]:
    """What is more files or bytes than a host of site.yaml takes; `sizes` are those of all built files."""
    figures = _figures(sizes)
    largest = max(sizes, key=lambda path: (sizes[path], path), default="")
    hints = {Measure.FILE_SIZE: f"`{largest}` is the largest: make it smaller, or link to it elsewhere"}
    for host, at in _hosts(config).items():
        for measure, figure in figures.items():
            yield from _excess(host, measure, figure, at, hints.get(measure, _SMALLER))


def address_problems(config: SiteConfig) -> Iterator[Diagnostic]:
    """Where the site is about to be shown under an address that can't be anybody's: that of the sample.

    The workflows for Pages ask GitHub or GitLab for the address, so that site.yaml needn't tell it.
    """
    is_shown = bool({*config.hosts} - {GITHUB_PAGES, GITLAB_PAGES}) or any(not to.url for to in config.deploy)
    if is_shown and (urlsplit(config.url).hostname or "").endswith(".example"):
        what = f"the site calls itself `{config.url}`, and addresses in `.example` lead nowhere"
        hint = "write the address that visitors find the site at"
        yield Diagnostic(codes.EXAMPLE_ADDRESS, what, hint, config.spans.at("url"))


def has_known_host(config: SiteConfig) -> bool:
    """Whether site.yaml says where the site is shown, so that it is worth while to measure it."""
    return bool(_hosts(config))


def _hosts(config: SiteConfig) -> dict[str, Span]:
    """Each host that shows the site, with where site.yaml says so; a branch is what GitHub Pages shows."""
    hosts = {host: config.spans.at("hosts") for host in config.hosts}
    if any(target.branch for target in config.deploy) and not hosts.keys() & {GITHUB_PAGES, GITLAB_PAGES}:
        hosts[GITHUB_PAGES] = config.spans.at("deploy")
    return hosts


def _figures(sizes: Mapping[str, int]) -> dict[Measure, int]:
    folders = Counter(path.rpartition("/")[0] for path in sizes)
    return {
        Measure.FILES: len(sizes),
        Measure.FILES_IN_FOLDER: max(folders.values(), default=0),
        Measure.SIZE: sum(sizes.values()),
        Measure.FILE_SIZE: max(sizes.values(), default=0),
    }


def _measured(view: HostView) -> Iterator[tuple[str, Measure, int]]:
    """Each host that reads the file, with what it counts in it."""
    match view:
        case RedirectsView():
            yield CLOUDFLARE, Measure.REDIRECTS, len(view.redirects)
            yield CLOUDFLARE, Measure.REDIRECT_LENGTH, _longest(redirect_lines(view))
            yield GITLAB_PAGES, Measure.REDIRECTS, len(view.redirects)
        case HeadersView():
            lines = [line for rule in view.rules for line in header_lines(rule)]
            yield CLOUDFLARE, Measure.HEADER_RULES, len(view.rules)
            yield CLOUDFLARE, Measure.HEADER_LENGTH, _longest(lines)
        case VercelView():
            yield VERCEL, Measure.REDIRECTS, len(view.redirects)
        case AzureView():
            yield AZURE, Measure.SETTINGS, len(host_file(view))


def _longest(lines: list[str]) -> int:
    return max(map(len, lines), default=0)


def _excess(host: str, measure: Measure, figure: int, at: Span | None, hint: str) -> Iterator[Diagnostic]:
    limit = passed_limit(host, measure, figure)
    if limit is None:
        return
    what = f"there are {shown(measure, figure)} {_noun(measure, figure)}, and {host} takes {limit.shown}"
    day = f"(read {limit.checked})"
    if limit.plan:
        what = f"{what} on its {limit.plan} plan {day}"
        yield Diagnostic(codes.HOST_PLAN, what, f"nothing to do on another plan; else {hint}", at)
    else:
        yield Diagnostic(codes.HOST_LIMIT, f"{what} {day}", hint, at)


def _noun(measure: Measure, figure: int) -> str:
    """What the figure counts; `MB` says already that it is bytes."""
    return measure.removeprefix("bytes ") if shown(measure, figure).endswith("MB") else str(measure)
