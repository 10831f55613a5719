"""From a site's folder to its files: read, relate, plan, render, hand over; nothing where nothing changed."""

import sqlite3

from generator.build.collector import without_collector
from generator.build.options import Options
from generator.build.output.sink import Sink
from generator.build.reading import Progress, read_content
from generator.build.report import Report, Said
from generator.build.run import Run
from generator.build.source.clock import build_day
from generator.build.source.theme_folder import read_theme
from generator.build.source.workspace import Workspace
from generator.build.store.cache import Cache
from generator.build.store.cache_folder import open_cache
from generator.build.store.codec import decode, retold
from generator.build.store.sqlite import is_busy
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, has_errors, in_order


def build(
    workspace: Workspace, options: Options, sink: Sink, progress: Progress = lambda done, total: None
) -> Report:
    """The whole site into the sink, or every problem of every file and no change at all."""
    try:
        with without_collector():
            report = _with_cache(workspace, options, sink, progress)
    except BaseException:
        sink.abort()
        raise
    if report.written is None:
        sink.abort()
    return report


def _with_cache(workspace: Workspace, options: Options, sink: Sink, progress: Progress) -> Report:
    """The build; where the cache turns out to be damaged, once more with a new one."""
    try:
        with open_cache(workspace.root, options.cache) as (cache, notices):
            return _build(workspace, options, sink, progress, cache, notices)
    except sqlite3.DatabaseError as error:
        if is_busy(error):
            raise OpeningsError(
                "another build of this site keeps its records", "wait until it is done"
            ) from None
        sink.forget()
    with open_cache(workspace.root, options.cache, is_damaged=True) as (cache, notices):
        return _build(workspace, options, sink, progress, cache, notices)


def _build(
    workspace: Workspace,
    options: Options,
    sink: Sink,
    progress: Progress,
    cache: Cache,
    notices: tuple[Diagnostic, ...],
) -> Report:
    content = read_content(workspace, options, cache)
    problems = (*notices, *sink.problems(), *content.diagnostics)
    if content.config is None:
        return Report(None, in_order(problems))
    config = content.config
    run = Run(
        workspace=workspace,
        options=options,
        cache=cache,
        sink=sink,
        progress=progress,
        content=content,
        config=config,
        theme=read_theme(workspace.root, config.theme.name, config.cards),
        today=build_day(options.as_of, options.environment, config.time_zone),
        former=sink.former(),
        problems=problems,
        build=build,
    )
    return _unchanged(run) or _made(run)


def _unchanged(run: Run) -> Report | None:
    """What the former build said, if it was made from the very same and its output is untouched."""
    if run.options.verify or run.former.build != run.key():
        return None
    said = decode(run.former.report, Said)
    problems = in_order((*run.problems, *retold(said.problems)))
    return (
        None if has_errors(problems, run.options.strict) else Report(said.summary, problems, run.sink.keep())
    )


def _made(run: Run) -> Report:
    from generator.build.making import make  # brings templates and all along, which an unchanged site spares

    return make(run)
