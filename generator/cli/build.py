"""`openings build`."""

import os
import sys
import time
from datetime import date
from pathlib import Path

import click

from generator.build.options import Options
from generator.build.output.folder import DirectorySink
from generator.build.output.sink import Written
from generator.build.pipeline import build
from generator.build.source.workspace import open_workspace
from generator.cli.build_report import check_place, write_build_report
from generator.cli.invocation import Invocation
from generator.cli.outlook import outlook
from generator.cli.parameters import OUTPUT, as_of_option, drafts_option, strict_option, to_site_url
from generator.cli.progress import Meter
from generator.cli.reporting import in_output, write_report
from generator.diagnostics.counting import count


@click.command("build")
@click.option(
    "--output", metavar="DIR", type=click.Path(path_type=Path), help="Default: output/ in the site."
)
@click.option("--base-url", metavar="URL", callback=to_site_url, help="Instead of site.yaml's url.")
@click.option("--theme", metavar="NAME", default="", help="Instead of site.yaml's theme.")
@drafts_option
@as_of_option
@strict_option
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="Worker processes; default: one a core.")
@click.option("--no-cache", is_flag=True, help="Use nothing of former builds, and keep nothing for later.")
@click.option("--verify", is_flag=True, help="Compare with a clean build and read all pages back first.")
@click.option(
    "--report", "file", metavar="FILE", type=click.Path(path_type=Path), help="Write what happened, as JSON."
)
@click.pass_obj
def command(
    invocation: Invocation,
    output: Path | None,
    base_url: str,
    theme: str,
    drafts: bool,
    as_of: date | None,
    strict: bool,
    jobs: int | None,
    no_cache: bool,
    verify: bool,
    file: Path | None,
) -> int:
    """Write the site to the output folder.

    With an error in any file nothing is written but the report, and the exit code is 1.
    """
    started = time.perf_counter()
    workspace = open_workspace(invocation.site)
    folder = output or workspace.root / OUTPUT
    if file:
        check_place(file, folder, workspace.root / "content")
    options = Options(
        base_url=base_url,
        theme=theme,
        drafts=drafts,
        strict=strict,
        verify=verify,
        jobs=jobs or 0,
        cache=not no_cache,
        as_of=as_of,
        environment=invocation.environment,
    )
    with Meter("rendering page", sys.stderr) as meter:
        report = build(workspace, options, DirectorySink(folder, workspace.root), meter)
    problems = in_output(report.diagnostics, os.path.relpath(folder.resolve(), workspace.root))
    write_report(problems, workspace, invocation, "text", sys.stderr)
    if file:
        write_build_report(report, file)
    summary, written = report.summary, report.written
    if summary is None or written is None:
        click.echo("nothing was written", err=True)
        return 1
    pages = f"{count(summary.open_jobs, 'open job')} as {count(summary.pages, 'page')}"
    seconds = time.perf_counter() - started
    click.echo(f"built {pages} in {seconds:.2f} s: {_files(written)} ({_shown(output, invocation)})")
    for line in outlook(summary):
        click.echo(line)
    return 0


def _files(written: Written) -> str:
    return (
        f"{count(written.written, 'file')} written, {written.kept:,} unchanged, {written.deleted:,} deleted"
    )


def _shown(output: Path | None, invocation: Invocation) -> str:
    return f"{output.as_posix() if output else invocation.shown(OUTPUT)}/"
