"""`openings check`."""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.build.options import Options
from generator.build.output.folder import DirectorySink
from generator.build.pipeline import build
from generator.build.rereading import reread
from generator.build.source.workspace import Workspace, open_workspace
from generator.cli.invocation import Invocation
from generator.cli.one_of import OneOf
from generator.cli.parameters import OUTPUT, as_of_option, drafts_option, strict_option
from generator.cli.progress import Meter
from generator.cli.reporting import FORMATS, in_output, write_report
from generator.diagnostics.codes.files import CACHE_REBUILT
from generator.diagnostics.counting import count
from generator.diagnostics.diagnostic import Diagnostic, has_errors, in_order


@click.command("check")
@strict_option
@click.option(
    "--format",
    "form",
    type=OneOf(FORMATS),
    default="text",
    show_default=True,
    help="For people, for editors, for programs, or as GitHub's annotations.",
)
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Judge the pages of a folder that was built; build nothing.",
)
@click.option("--links", is_flag=True, help="Ask links to other sites too whether they still lead somewhere.")
@click.option(
    "--allow-host",
    "allowed",
    metavar="HOST[:PORT]",
    multiple=True,
    help="With --links: ask this host though it is of an inner network; may be given several times.",
)
@drafts_option
@as_of_option
@click.pass_obj
def command(
    invocation: Invocation,
    strict: bool,
    form: str,
    output: Path | None,
    links: bool,
    allowed: tuple[str, ...],
    drafts: bool,
    as_of: date | None,
) -> int:
    """Say what is wrong with the content, and write nothing.

    Renders all pages too and reads them back, so that a theme's problems and dead links show. The exit
    code is 1 with an error in any file; with --strict, also with a warning.
    """
    _refuse_idle(output, links, drafts, bool(allowed))
    hosts = _hosts(allowed)
    workspace = open_workspace(invocation.site)
    if output:
        built = reread(workspace, output, as_of, invocation.environment)
        problems = in_output(built.diagnostics, os.path.relpath(output.resolve(), workspace.root))
        return _told(problems, count(built.pages, "page"), workspace, invocation, form, strict)
    options = Options(drafts=drafts, verify=True, as_of=as_of, environment=invocation.environment)
    problems, judged = _content(workspace, options)
    if links:
        of_links, asked = _outside(workspace, options, hosts)
        problems, judged = in_order((*problems, *of_links)), f"{judged} and {asked} to other sites"
    return _told(problems, judged, workspace, invocation, form, strict)


def _refuse_idle(output: Path | None, links: bool, drafts: bool, allows: bool) -> None:
    """Options that would do nothing beside the others are a mistake."""
    if output and drafts:
        raise click.UsageError("--drafts says what to build, and with --output nothing is built")
    if output and links:
        raise click.UsageError("--links asks the links of content, and with --output none is read")
    if allows and not links:
        raise click.UsageError("--allow-host says what --links may ask; add --links")


def _content(workspace: Workspace, options: Options) -> tuple[tuple[Diagnostic, ...], str]:
    """What is wrong with the site's files and the pages made of them, and how many files there are."""
    with Meter("checking page", sys.stderr) as meter, TemporaryDirectory(prefix="openings-") as folder:
        report = build(workspace, options, DirectorySink(Path(folder, OUTPUT), Path(folder)), meter)
    of_content = [d for d in report.diagnostics if d.code is not CACHE_REBUILT]
    return in_output(of_content, OUTPUT), count(1 + sum(1 for _ in workspace.texts()), "file")


def _hosts(allowed: tuple[str, ...]) -> frozenset[tuple[str, int]]:
    """The hosts that `--allow-host` names, each with a port; told before any work where one is none."""
    if not allowed:
        return frozenset()
    from generator.cli.check_links import to_hosts  # brings all that asks the web, as below

    return to_hosts(allowed)


def _outside(
    workspace: Workspace, options: Options, hosts: frozenset[tuple[str, int]]
) -> tuple[tuple[Diagnostic, ...], str]:
    """What is wrong with the links to other sites, and how many there are."""
    from generator.cli.check_links import check_links

    with Meter("asking link", sys.stderr) as meter:
        found = check_links(workspace, options, hosts, datetime.now(UTC).date(), meter)
    return found.problems, count(found.count, "link")


def _told(
    problems: tuple[Diagnostic, ...],
    judged: str,
    workspace: Workspace,
    invocation: Invocation,
    form: str,
    strict: bool,
) -> int:
    """Tells the problems, or what there are none in; the exit code."""
    if problems or form == "json":
        write_report(problems, workspace, invocation, form, sys.stdout)
    else:
        click.echo(f"no problems in {judged}")
    return int(has_errors(problems, strict))
