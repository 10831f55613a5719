"""`openings check --links`: asks where the links out of the site lead."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import click
from msgspec import Struct
from msgspec.structs import replace

from generator.build.laying_out import Laid, lay_out, unranked
from generator.build.options import Options
from generator.build.output.manifest import FOLDER
from generator.build.reading import Content, read_content
from generator.build.source.clock import build_day
from generator.build.source.texts import plain_text
from generator.build.source.workspace import Workspace
from generator.build.store.cache_folder import open_cache
from generator.build.store.codec import decode
from generator.checks.outside_links import OutsideLink, is_skipped, outside_links, place_of
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.files import kind_of
from generator.model.site_config import SiteConfig
from generator.pages.assets import Assets
from generator.web.exchange import Ways, no_proxy
from generator.web.failure import FetchError
from generator.web.guard import Guard, allowed_host
from generator.web.links.again import Rules, ask_again
from generator.web.links.kept import NAME
from generator.web.links.round import Pace, Progress
from generator.web.links.telling import offline, told
from generator.web.links.verdict import Verdict

PACE = Pace()
# Hosts that the command line allows, each with a port.
Allowed = frozenset[tuple[str, int]]


class LinksFound(Struct, frozen=True):
    """How many links lead out of the site, and what is wrong with them."""

    count: int
    problems: tuple[Diagnostic, ...]


def to_hosts(values: tuple[str, ...]) -> Allowed:
    """The hosts that `--allow-host` names."""
    return frozenset(host for value in values for host in _ports(value))


def _ports(value: str) -> Allowed:
    try:
        return allowed_host(value)
    except FetchError:
        message = f"--allow-host: `{value}` is no host; write `wiki.example.com` or `wiki.example.com:8443`"
        raise click.UsageError(message) from None


def check_links(
    workspace: Workspace, options: Options, allowed: Allowed, today: date, progress: Progress
) -> LinksFound:
    """What became of every link that leads out of the site; nothing where site.yaml can't be read.

    `today` is the day on which links are asked, and no day that the site is built for.
    """
    links, skip = _links(workspace, options)
    asked: dict[str, list[OutsideLink]] = {}
    for link in links:
        if not is_skipped(link.url, skip):
            asked.setdefault(link.url, []).append(link)
    rules = Rules(
        allowed=frozenset(f"{host}:{port}" for host, port in allowed),
        is_skipped=lambda url: is_skipped(url, skip),
    )
    ways = Ways(resolve=Guard(allowed), proxy=no_proxy)
    found = ask_again(tuple(asked), workspace.root / FOLDER / NAME, ways, PACE, today, progress, rules)
    if found is None:
        return LinksFound(len(asked), (offline(),))
    text_of = cache(lambda path: plain_text(path, workspace.read(path)))

    def places(url: str) -> Sequence[Span]:
        return list(dict.fromkeys(place_of(link, text_of(link.path)) for link in asked[url]))

    return LinksFound(len(asked), tuple(told(_whole(found, asked), places)))


def _whole(found: Mapping[str, Verdict], asked: Mapping[str, Sequence[OutsideLink]]) -> Mapping[str, Verdict]:
    """The verdicts, a new address with what stood behind the `#` of the old one."""
    return {
        url: replace(verdict, to=verdict.to + asked[url][0].fragment) if verdict.to else verdict
        for url, verdict in found.items()
    }


def _links(workspace: Workspace, options: Options) -> tuple[tuple[OutsideLink, ...], tuple[str, ...]]:
    """The links that lead out of the site, and what site.yaml says not to ask."""
    with open_cache(workspace.root) as (kept, _):
        content = read_content(workspace, options, kept)
        if content.config is None:
            return (), ()
        plan = _laid(content, content.config, options).plan
        files = {file.key: path for path, file in content.files.items() if kind_of(path)}
        html = {files[key]: decode(data, tuple[str, ...]) for key, data in kept.bodies(files)}
        links = outside_links(content.documents, plan, lambda path: html.get(path, ()))
        return tuple(links), content.config.links.skip


def _laid(content: Content, config: SiteConfig, options: Options) -> Laid:
    today = build_day(options.as_of, options.environment, config.time_zone)
    assets = Assets(content.static)
    return lay_out(content.documents, config, today, assets, options.drafts, unranked, content.lock)
