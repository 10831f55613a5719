"""What static hosts take, as data: how much of what, who says so, and when that was read.

Hosts change their minds: each row was last compared with what it names on the day it says.
"""

from enum import StrEnum

from msgspec import Struct

from generator.pages.hosts import AZURE, CLOUDFLARE, GITHUB_PAGES, GITLAB_PAGES, NETLIFY, VERCEL

_FIRST_READ, _READ_AGAIN = "2026-11-23", "2026-11-28"
_MB, _GB, _MIB = 1_000_000, 1_000_000_000, 1_048_576


class Measure(StrEnum):
    """What is counted, in the words of a message."""

    FILES = "files"
    FILES_IN_FOLDER = "files in a folder"
    SIZE = "bytes in all"
    FILE_SIZE = "bytes in a file"
    REDIRECTS = "redirects"
    REDIRECT_LENGTH = "characters in a redirect"
    HEADER_RULES = "rules for headers"
    HEADER_LENGTH = "characters in a header"
    SETTINGS = "bytes of settings"


class HostLimit(Struct, frozen=True):
    """How much a host takes at most; `plan` where that goes for one plan, and another takes more."""

    host: str
    measure: Measure
    most: int
    source: str
    checked: str = _FIRST_READ
    plan: str = ""

    @property
    def shown(self) -> str:
        """The number as people write it."""
        return shown(self.measure, self.most)


_CLOUDFLARE = "https://developers.cloudflare.com/pages/platform/limits/"
_CLOUDFLARE_REDIRECTS = "https://developers.cloudflare.com/pages/configuration/redirects/"
_CLOUDFLARE_HEADERS = "https://developers.cloudflare.com/pages/configuration/headers/"
_NETLIFY = "https://docs.netlify.com/site-deploys/overview/"
_AZURE = "https://learn.microsoft.com/azure/static-web-apps/quotas"
_AZURE_CONFIGURATION = "https://learn.microsoft.com/azure/static-web-apps/configuration"
_GITHUB = "https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits"
_GITLAB = "https://gitlab.com/gitlab-org/gitlab/-/issues/405048"
_GITLAB_REDIRECTS = "https://gitlab.com/gitlab-org/gitlab-pages/-/merge_requests/555"

HOST_LIMITS = (
    HostLimit(AZURE, Measure.FILES, 15_000, _AZURE),
    HostLimit(AZURE, Measure.SIZE, 250 * _MB, _AZURE, plan="free"),
    HostLimit(AZURE, Measure.SIZE, 500 * _MB, _AZURE),
    HostLimit(AZURE, Measure.SETTINGS, 20_000, _AZURE_CONFIGURATION, _READ_AGAIN),
    HostLimit(CLOUDFLARE, Measure.FILES, 20_000, _CLOUDFLARE, plan="free"),
    HostLimit(CLOUDFLARE, Measure.FILES, 100_000, _CLOUDFLARE),
    HostLimit(CLOUDFLARE, Measure.FILE_SIZE, 25 * _MIB, _CLOUDFLARE),
    HostLimit(CLOUDFLARE, Measure.REDIRECTS, 2_000, _CLOUDFLARE_REDIRECTS, _READ_AGAIN),
    HostLimit(CLOUDFLARE, Measure.REDIRECT_LENGTH, 1_000, _CLOUDFLARE_REDIRECTS, _READ_AGAIN),
    HostLimit(CLOUDFLARE, Measure.HEADER_RULES, 100, _CLOUDFLARE_HEADERS, _READ_AGAIN),
    HostLimit(CLOUDFLARE, Measure.HEADER_LENGTH, 2_000, _CLOUDFLARE_HEADERS, _READ_AGAIN),
    HostLimit(GITHUB_PAGES, Measure.SIZE, _GB, _GITHUB, _READ_AGAIN),
    HostLimit(GITLAB_PAGES, Measure.FILES, 200_000, _GITLAB, _READ_AGAIN),
    HostLimit(GITLAB_PAGES, Measure.SIZE, _GB, _GITLAB, _READ_AGAIN),
    HostLimit(GITLAB_PAGES, Measure.REDIRECTS, 1_000, _GITLAB_REDIRECTS, _READ_AGAIN),
    HostLimit(NETLIFY, Measure.FILES_IN_FOLDER, 54_000, _NETLIFY, _READ_AGAIN),
    HostLimit(VERCEL, Measure.REDIRECTS, 2_048, "https://vercel.com/docs/project-configuration"),
)


def passed_limit(host: str, measure: Measure, figure: int) -> HostLimit | None:
    """The greatest limit that the figure is above; None where the host takes it, on any plan."""
    passed = [limit for limit in HOST_LIMITS if (limit.host, limit.measure) == (host, measure)]
    return max((limit for limit in passed if figure > limit.most), key=lambda limit: limit.most, default=None)


def shown(measure: Measure, figure: int) -> str:
    """The figure as people write it: sizes of much as MB."""
    if measure in (Measure.SIZE, Measure.FILE_SIZE) and figure >= _MB:
        return f"{figure / _MB:,.1f} MB".replace(".0 ", " ")
    return f"{figure:,}"
