"""`openings serve`."""

import os
import signal
import sys
import time
from datetime import date
from threading import Thread
from types import FrameType

import click

from generator.build.options import Options
from generator.build.source.workspace import site_root
from generator.cli.invocation import Invocation
from generator.cli.parameters import as_of_option, drafts_option
from generator.cli.progress import Meter
from generator.cli.saying import say
from generator.cli.streams import give_up_streams
from generator.diagnostics.counting import count
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.formats import concise
from generator.preview.desk.editor import editor_of
from generator.preview.preview import Preview, Wishes
from generator.preview.site.studio import Studio

_HOST, _PORT = "127.0.0.1", 8000
_TRIES = 20
# So many errors are told on the terminal; the browser shows all.
_TOLD = 5
# Seconds before problems are worked out for the terminal: browsers come first.
_COURTESY = 0.3
_FOR_EVER = 3600.0
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@click.command("serve")
@click.option(
    "--host",
    default=_HOST,
    show_default=True,
    help="Where to listen; other than this machine's own address, others can look in.",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65_535),
    metavar="N",
    help=f"Default: {_PORT}, or the next one that is free.",
)
@click.option("--open", "is_opening", is_flag=True, help="Open the site in a browser.")
@drafts_option
@as_of_option
@click.option(
    "--poll",
    "is_polling",
    is_flag=True,
    help="Look at the files now and then, where the system doesn't tell of changes.",
)
@click.option(
    "--editor",
    metavar="NAME",
    envvar="OPENINGS_EDITOR",
    default="vscode",
    show_default=True,
    help="What opens files: a name such as idea, or an address with {path}, {line} and {column}.",
)
@click.pass_obj
def command(
    invocation: Invocation,
    host: str,
    port: int | None,
    is_opening: bool,
    drafts: bool,
    as_of: date | None,
    is_polling: bool,
    editor: str,
) -> int:
    """Show the site in a browser, and every change as it is saved.

    Nothing is written to the output folder. Problems are shown over the page; /__openings/ has all of them,
    and where every posting stands.
    """
    options = Options(drafts=drafts, as_of=as_of, environment=invocation.environment)
    wishes = Wishes(host, port or _PORT, 1 if port else _TRIES, is_polling, editor_of(editor))
    preview = Preview(site_root(invocation.site), options, wishes)
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as a shell's background jobs are told
            signal.signal(number, _interrupt)
    try:
        _announce(preview, wishes)
        Thread(target=_tell, args=(preview.studio, preview.url), name="teller", daemon=True).start()
        if is_opening:
            Thread(target=_open, args=(preview.url,), name="browser", daemon=True).start()
        preview.run()
    except KeyboardInterrupt:
        pass
    if not preview.stop():
        give_up_streams()
        os._exit(0)  # what is still being read would hold the end up
    return 0


def _open(url: str) -> None:
    import webbrowser  # looks about in the system, and only who wants it should wait

    webbrowser.open(url)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)  # once is enough
    raise KeyboardInterrupt


def _announce(preview: Preview, wishes: Wishes) -> None:
    say(f"{preview.url} shows the site; Ctrl-C ends it")
    sys.stdout.flush()
    if preview.port != wishes.port:
        say(f"note: port {wishes.port} is taken, so it is {preview.port}", err=True)
    if not preview.is_private:
        say(
            f"warning: at `{wishes.host}` everybody who reaches this machine sees the site, drafts and all",
            err=True,
        )


def _tell(studio: Studio, url: str) -> None:
    """Tells on the terminal how far the first reading is, and then what is wrong whenever that changes."""
    with Meter("reading file", sys.stderr) as meter:
        version = _read(studio, meter)
    told: tuple[Diagnostic, ...] | None = None
    while not studio.is_closed:
        time.sleep(_COURTESY)
        problems = studio.problems(studio.base)
        if problems != told:
            _tell_problems(problems, told is None, url)
            told = problems
        version = studio.wait(version, _FOR_EVER)


def _read(studio: Studio, meter: Meter) -> int:
    """Waits until all is read; the version then."""
    version = studio.version()
    while not studio.is_closed and not studio.is_read:
        meter(*studio.progress)
        version = studio.wait(version, _COURTESY)
    return version


def _tell_problems(problems: tuple[Diagnostic, ...], is_first: bool, url: str) -> None:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    if not errors and not warnings:
        if not is_first:
            say("no problems", err=True)
        return
    for line in concise.render(errors[:_TOLD], lambda path: None).splitlines():
        say(line, err=True)
    found = [
        count(number, noun) for number, noun in ((len(errors), "error"), (warnings, "warning")) if number
    ]
    say(f"{' and '.join(found)}: {url}__openings/", err=True)
