"""The entry point: global options, and every way to end as an exit code."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from generator import __version__
from generator.cli.commands import CommandTable
from generator.cli.interrupts import raise_again
from generator.cli.invocation import Invocation
from generator.cli.saying import failure, say
from generator.cli.streams import give_up_streams, prepare_streams, require_stdout
from generator.diagnostics.diagnostic import OpeningsError
from generator.diagnostics.suggest import did_you_mean

_USAGE = 2
_PIPE_CLOSED = 141  # 128 + SIGPIPE


@click.group(
    cls=CommandTable, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="openings", message="%(prog)s %(version)s")
@click.option(
    "-C",
    "site",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds content/; default: this one.",
)
@click.pass_context
def openings(ctx: click.Context, site: Path) -> None:
    """Turn a folder of job postings in Markdown into a careers site."""
    raise_again()  # the command is imported, and about to begin
    ctx.obj = Invocation(site, dict(os.environ))


def run(arguments: Sequence[str] | None) -> int:
    """Runs the command that the arguments ask for; its exit code. KeyboardInterrupt on Ctrl-C."""
    prepare_streams()
    try:
        return _run(arguments)
    finally:
        give_up_streams()


def _run(arguments: Sequence[str] | None) -> int:
    try:
        require_stdout()
        code = openings.main(arguments, prog_name="openings", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except OpeningsError as error:
        _complain(error.message, error.hint)
        return error.exit_code
    except click.ClickException as error:
        _explain_usage(error)
        return _USAGE
    except click.Abort:
        raise KeyboardInterrupt from None
    except (BrokenPipeError, SystemExit):
        # Outside its standalone mode, click exits by itself only where a pipe is closed.
        return _PIPE_CLOSED
    except OSError as error:
        _complain(failure(error), "")
        return _USAGE


def _explain_usage(error: click.ClickException) -> None:
    """What was wrong on the command line, with click's sentence in our form."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    hint = f"`{ctx.command_path} --help` shows how it is used" if ctx else ""
    if isinstance(error, click.NoSuchOption):
        _explain_option(error.option_name, ctx, hint)
        return
    message, _, own_hint = (part.rstrip(". ") for part in error.format_message().partition("; "))
    _complain(message[:1].lower() + message[1:], own_hint or hint)


def _explain_option(name: str, ctx: click.Context | None, hint: str) -> None:
    """That a command hasn't the option; a global one has its place before the command."""
    found = next((param for param in openings.params if name in param.opts), None)
    if ctx and found:
        inner = ctx.command_path.removeprefix("openings ")
        line = f"openings {name} {found.metavar} {inner}" if found.metavar else f"openings {name}"
        _complain(f"`{name}` is no option of `{ctx.command_path}`", f"write it before the command: `{line}`")
        return
    known = [option for param in ctx.command.params for option in param.opts] if ctx else []
    _complain(f"there is no option `{name}`", did_you_mean(name, known, hint))


def _complain(message: str, hint: str) -> None:
    with suppress(OSError):  # Where stderr is full or gone, the exit code has to do.
        say(f"error: {message}", err=True)
        if hint:
            say(f"  fix: {hint}", err=True)
