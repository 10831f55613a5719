"""`openings build`."""

import sys
import time
from datetime import date
from pathlib import Path

import click

from generator.build.pipeline import build
from generator.build.reading import Options
from generator.build.sink import DirectorySink, Written
from generator.build.workspace import open_workspace
from generator.cli.invocation import Invocation
from generator.cli.outlook import outlook
from generator.cli.parameters import as_of_option, drafts_option, strict_option, to_site_url
from generator.cli.progress import Meter
from generator.cli.reporting import write_report
from generator.cli.words import count


@click.command("build")
@click.option(
    "--output", metavar="DIR", type=click.Path(path_type=Path), help="Default: output/ in the site."
)
@click.option("--base-url", metavar="URL", callback=to_site_url, help="Instead of site.yaml's url.")
@click.option("--theme", metavar="NAME", default="", help="Instead of site.yaml's theme.")
@drafts_option
@as_of_option
@strict_option
@click.pass_obj
def command(
    invocation: Invocation,
    output: Path | None,
    base_url: str,
    theme: str,
    drafts: bool,
    as_of: date | None,
    strict: bool,
) -> int:
    """Write the site to the output folder.

    With an error in any file nothing is written, and the exit code is 1.
    """
    started = time.perf_counter()
    workspace = open_workspace(invocation.site)
    folder = output or workspace.root / "output"
    options = Options(base_url, theme, drafts, strict, as_of, invocation.environment)
    with Meter("rendering page", sys.stderr) as meter:
        report = build(workspace, options, DirectorySink(folder, workspace.root), meter)
    write_report(report.diagnostics, workspace, invocation, "text", sys.stderr)
    site, written = report.prepared.site, report.written
    if site is None or written is None:
        click.echo("nothing was written", err=True)
        return 1
    pages = f"{count(len(site.open_jobs), 'open job')} as {count(report.pages, 'page')}"
    seconds = time.perf_counter() - started
    click.echo(f"built {pages} in {seconds:.2f} s: {_files(written)} ({_shown(output, invocation)})")
    for line in outlook(site):
        click.echo(line)
    return 0


def _files(written: Written) -> str:
    return (
        f"{count(written.written, 'file')} written, {written.kept:,} unchanged, {written.deleted:,} deleted"
    )


def _shown(output: Path | None, invocation: Invocation) -> str:
    return f"{output.as_posix() if output else invocation.shown('output')}/"
