"""Which files tell static hosts what to do: by the hosts that site.yaml names, all of them by default."""

from collections.abc import Iterator

from generator.model.site_config import SiteConfig
from generator.pages import urls
from generator.pages.kinds import Kind

NETLIFY, CLOUDFLARE, VERCEL, AZURE = "netlify", "cloudflare", "vercel", "azure"
GITHUB_PAGES, GITLAB_PAGES = "github-pages", "gitlab-pages"

_FILES = (
    (urls.REDIRECTS, Kind.REDIRECTS, (NETLIFY, CLOUDFLARE, GITLAB_PAGES)),
    (urls.HEADERS, Kind.HEADERS, (NETLIFY, CLOUDFLARE)),
    (urls.VERCEL, Kind.VERCEL, (VERCEL,)),
    (urls.AZURE, Kind.AZURE, (AZURE,)),
)


def is_for(config: SiteConfig, *hosts: str) -> bool:
    """Whether one of the hosts may serve the site."""
    return not config.hosts or not set(hosts).isdisjoint(config.hosts)


def host_files(config: SiteConfig) -> Iterator[tuple[str, Kind]]:
    """The address and kind of each file that is written for hosts."""
    yield from ((url, kind) for url, kind, hosts in _FILES if is_for(config, *hosts))
