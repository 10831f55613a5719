"""`openings check`."""

import os
import sys
from datetime import date
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
from generator.cli.saying import count
from generator.diagnostics.codes.files import CACHE_REBUILT
from generator.diagnostics.diagnostic import Diagnostic, has_errors


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
@drafts_option
@as_of_option
@click.pass_obj
def command(
    invocation: Invocation, strict: bool, form: str, output: Path | None, drafts: bool, as_of: date | None
) -> int:
    """Say what is wrong with the content, and write nothing.

    Renders all pages too and reads them back, so that a theme's problems and dead links show. The exit
    code is 1 with an error in any file; with --strict, also with a warning.
    """
    workspace = open_workspace(invocation.site)
    if output:
        if drafts:
            raise click.UsageError("--drafts says what to build, and with --output nothing is built")
        built = reread(workspace, output, as_of, invocation.environment)
        problems = in_output(built.diagnostics, os.path.relpath(output.resolve(), workspace.root))
        return _told(problems, count(built.pages, "page"), workspace, invocation, form, strict)
    options = Options(drafts=drafts, verify=True, as_of=as_of, environment=invocation.environment)
    with Meter("checking page", sys.stderr) as meter, TemporaryDirectory(prefix="openings-") as folder:
        report = build(workspace, options, DirectorySink(Path(folder, OUTPUT), Path(folder)), meter)
    of_content = [d for d in report.diagnostics if d.code is not CACHE_REBUILT]
    files = count(1 + sum(1 for _ in workspace.texts()), "file")
    return _told(in_output(of_content, OUTPUT), files, workspace, invocation, form, strict)


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
