"""`openings deploy`."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import click
from msgspec.json import encode, format

from generator.build.options import Options
from generator.build.output.folder import DirectorySink
from generator.build.output.guard import SITES
from generator.build.output.manifest import FOLDER
from generator.build.pipeline import build
from generator.build.report import Report
from generator.build.source.workspace import Workspace, open_workspace
from generator.cli.build_report import check_place
from generator.cli.invocation import Invocation
from generator.cli.parameters import OUTPUT
from generator.cli.progress import Meter
from generator.cli.reporting import in_output, write_report
from generator.cli.saying import count, say
from generator.cli.sent_lines import SentLines
from generator.cli.writing import replace_file
from generator.content.site_config import parse_config
from generator.diagnostics.diagnostic import OpeningsError, has_errors
from generator.model.files import SITE_FILE
from generator.model.site_config import Deployment, SiteConfig
from generator.publish.deploy.built import Built, built_site
from generator.publish.deploy.deploying import Deploy, Wishes, deploy
from generator.publish.deploy.live import PAUSES, Standing, look_at, samples
from generator.publish.deploy.targets import chosen, described, open_target
from generator.publish.deploy.urls import Addresses, addresses
from generator.web.fetching import Answer, Limits, Request, fetch

_SECONDS = 15.0
_DEFAULT_NAME = "site"


@click.command("deploy")
@click.argument("name", default="", metavar="[NAME]")
@click.option("--dry-run", is_flag=True, help="Say what would be sent and deleted, and change nothing there.")
@click.option("--adopt", is_flag=True, help="Take over a target that holds files or another site.")
@click.option("--accept-deletions", is_flag=True, help="Delete more files than a change of a site does.")
@click.option("--all", "sends_all", is_flag=True, help="Send every file, whatever was sent before.")
@click.option(
    "--urls",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where to write which URLs came, changed and went; default: .openings/deploys/NAME.json.",
)
@click.option("--no-check", is_flag=True, help="Don't look at what visitors get afterwards.")
@click.pass_obj
def command(
    invocation: Invocation,
    name: str,
    dry_run: bool,
    adopt: bool,
    accept_deletions: bool,
    sends_all: bool,
    file: Path | None,
    no_check: bool,
) -> int:
    """Build the site and send what changed to a place that site.yaml names.

    NAME may be left out where there is one place alone. With an error in any file nothing is sent, and the
    exit code is 1.
    """
    workspace = open_workspace(invocation.site)
    config = _config(invocation, workspace)
    place = chosen(config.deploy, name)
    url = place.url.rstrip("/") or config.url
    output = _output(workspace.root, place, is_own=url != config.url)
    if file:
        check_place(file, output, workspace.root / "content")
    if not _built(invocation, workspace, output, url).written:
        say("nothing was sent", err=True)
        return 1
    wishes = Wishes(adopt, accept_deletions, sends_all, dry_run)
    with built_site(workspace.root, output, url) as built:
        made = _sent(invocation, workspace.root, place, built, wishes)
        if dry_run:
            _tell_sum(made, place, is_dry=True)
            return 0
        changes = addresses(built.files, made.former, built.read, built.url)
        listed = file or workspace.root / FOLDER / "deploys" / f"{_name(place)}.json"
        _write(changes, listed)
        _tell_sum(made, place, is_dry=False)
        _tell_addresses(changes, listed)
        wanted = {} if no_check else samples(built, made.transfer.sends)
    _look(wanted, urlsplit(url).scheme)
    return 0


def _config(invocation: Invocation, workspace: Workspace) -> SiteConfig:
    """What site.yaml says; an OpeningsError where it can't be read, told on stderr."""
    parsed = parse_config(SITE_FILE, workspace.read(SITE_FILE))
    if parsed.document is None or has_errors(parsed.diagnostics):
        write_report(parsed.diagnostics, workspace, invocation, "text", sys.stderr)
        raise OpeningsError("without its site.yaml the site can't be deployed", exit_code=1)
    return parsed.document


def _name(place: Deployment) -> str:
    return place.name or _DEFAULT_NAME


def _output(root: Path, place: Deployment, is_own: bool) -> Path:
    """Where the site is built; one for another address than site.yaml's has a folder of its own."""
    return root.joinpath(*SITES, _name(place)) if is_own else root / OUTPUT


def _built(invocation: Invocation, workspace: Workspace, output: Path, url: str) -> Report:
    """The site in its output folder, its problems told."""
    options = Options(base_url=url, environment=invocation.environment)
    with Meter("rendering page", sys.stderr) as meter:
        report = build(workspace, options, DirectorySink(output, workspace.root), meter)
    problems = in_output(report.diagnostics, os.path.relpath(output.resolve(), workspace.root))
    write_report(problems, workspace, invocation, "text", sys.stderr)
    return report


def _sent(invocation: Invocation, root: Path, place: Deployment, built: Built, wishes: Wishes) -> Deploy:
    """The deploy, each file told."""
    target = open_target(place, root, built.output, invocation.environment)
    try:
        with SentLines(sys.stdout, sys.stderr, len(built.files)) as lines:
            return deploy(built, target, described(place), wishes, lines)
    finally:
        target.close()


def _tell_sum(made: Deploy, place: Deployment, is_dry: bool) -> None:
    transfer = made.transfer
    figures = (
        f"{count(len(transfer.sends), 'file')} sent, {len(transfer.deletions):,} deleted, "
        f"{transfer.kept:,} unchanged: {described(place)}"
    )
    say(f"dry run, nothing was changed; it would be {figures}" if is_dry else figures)


def _write(changes: Addresses, file: Path) -> None:
    """The addresses as a file that is there whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, format(encode(changes), indent=2) + b"\n")


def _tell_addresses(changes: Addresses, file: Path) -> None:
    added, changed, gone = len(changes.added), len(changes.changed), len(changes.gone)
    say(f"{count(added, 'URL')} added, {changed:,} changed, {gone:,} gone: {os.path.relpath(file.resolve())}")


def _look(wanted: dict[str, str], scheme: str) -> None:
    """Tells what is live; what isn't yet is no failure of the deploy."""
    limits = Limits(seconds=_SECONDS, schemes=tuple({scheme, "https"}))
    for seen in look_at(wanted, _asking(limits), _waiting(), PAUSES):
        if seen.standing is Standing.LIVE:
            say(seen.sentence)
        else:
            say(f"warning: {seen.sentence}", err=True)
            say(f"  fix: {seen.hint}", err=True)


def _asking(limits: Limits) -> Callable[[str], Answer]:
    return lambda url: fetch(Request(url), limits)


def _waiting() -> Callable[[float], None]:
    """Waits, and says once what for."""
    lines = iter(("waiting for the host to show what is new",))

    def wait(seconds: float) -> None:
        for line in lines:
            say(line, err=True)
        time.sleep(seconds)

    return wait
