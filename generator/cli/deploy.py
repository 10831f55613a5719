"""`openings deploy`."""

import os
import sys
from contextlib import closing
from pathlib import Path

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
from generator.cli.saying import say
from generator.cli.sent_lines import SentLines
from generator.cli.writing import replace_file
from generator.content.site_config import parse_config
from generator.diagnostics.counting import count
from generator.diagnostics.diagnostic import OpeningsError, has_errors
from generator.model.files import SITE_FILE
from generator.model.site_config import Deployment, SiteConfig
from generator.publish.deploy.built import Built, built_site
from generator.publish.deploy.deploying import Deploy, Wishes, deploy
from generator.publish.deploy.live import Standing, samples
from generator.publish.deploy.targets import chosen, described, open_target
from generator.publish.deploy.untold import Untold
from generator.publish.deploy.urls import Addresses, addresses
from generator.publish.deploy.visiting import visit

_DEFAULT_NAME = "site"
_STOPPED = "stopped: what was sent so far is whole; another `openings deploy` finishes it"


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
@click.option("--verify", is_flag=True, help="Compare with a clean build and read all pages back first.")
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
    verify: bool,
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
    options = Options(base_url=url, verify=verify, environment=invocation.environment)
    if not _built(invocation, workspace, output, options).written:
        say("nothing was sent", err=True)
        return 1
    wishes = Wishes(adopt, accept_deletions, sends_all, dry_run)
    lists = workspace.root / FOLDER / "deploys"
    untold = Untold(lists / f"{_name(place)}.pending.json", url)
    with built_site(workspace.root, output, url) as built:
        made = _sent(invocation, workspace.root, place, built, wishes, untold)
        if dry_run:
            _tell_sum(made, place, is_dry=True)
            return 0
        changes = addresses(built.files, untold.known(made.former), built.read, built.url)
        listed = file or lists / f"{_name(place)}.json"
        _write(changes, listed)
        untold.forget()
        _tell_sum(made, place, is_dry=False)
        _tell_addresses(changes, listed)
        wanted = {} if no_check else samples(built, made.transfer.sends)
    _tell_what_is_live(wanted)
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


def _built(invocation: Invocation, workspace: Workspace, output: Path, options: Options) -> Report:
    """The site in its output folder, its problems told."""
    with Meter("rendering page", sys.stderr) as meter:
        report = build(workspace, options, DirectorySink(output, workspace.root), meter)
    problems = in_output(report.diagnostics, os.path.relpath(output.resolve(), workspace.root))
    write_report(problems, workspace, invocation, "text", sys.stderr)
    return report


def _sent(
    invocation: Invocation, root: Path, place: Deployment, built: Built, wishes: Wishes, untold: Untold
) -> Deploy:
    """The deploy, each file told."""
    target = open_target(place, root, built.output, invocation.environment)

    def begins(made: Deploy) -> None:
        untold.keep(untold.known(made.former))

    with closing(target), SentLines(sys.stdout, sys.stderr, len(built.files)) as lines:
        try:
            return deploy(built, target, described(place), wishes, lines, begins)
        except KeyboardInterrupt:
            say(_STOPPED, err=True)
            raise


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


def _tell_what_is_live(wanted: dict[str, str]) -> None:
    """Tells what visitors get; what isn't live yet is no failure of the deploy."""

    def waits() -> None:
        say("waiting for the host to show what is new", err=True)

    for seen in visit(wanted, waits):
        if seen.standing is Standing.LIVE:
            say(seen.sentence)
        else:
            say(f"warning: {seen.sentence}", err=True)
            say(f"  fix: {seen.hint}", err=True)
