"""`openings init`."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from generator.build.source.clock import build_day
from generator.build.source.shipped import shipped_folder
from generator.cli.init.choice import CHOSEN, pictures
from generator.cli.init.scaffold import scaffold
from generator.cli.invocation import Invocation
from generator.cli.parameters import as_of_option
from generator.cli.saying import count, say
from generator.cli.writing import create_file
from generator.diagnostics.diagnostic import OpeningsError


@click.command("init")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path))
@as_of_option
@click.pass_obj
def command(invocation: Invocation, folder: Path, as_of: date | None) -> None:
    """Make a new site with a few sample postings, ready to build.

    DIR is a new folder, or one without content/; default: this one. No file is overwritten.
    """
    root = invocation.site / folder
    if (root / "content").exists():
        hint = "name another folder, or go on with `openings new posting`"
        raise OpeningsError(f"`{root / 'content'}` is there already", hint)
    today = build_day(as_of, invocation.environment, "UTC")
    files = scaffold(_sample(), today)
    kept = [path for path in files if (root / path).exists()]
    for path, data in files.items():
        if path not in kept:
            create_file(root / path, data)
    say(f"wrote {count(len(files) - len(kept), 'file')} to {_shown(root)}")
    for path in kept:
        say(f"{path} was there already and stays as it is")
    click.echo("\nnext:")
    for line in _next(root):
        say(f"  {line}")


def _sample() -> dict[str, bytes]:
    """The chosen files of the sample that ships, with their pictures, by path."""
    texts = {path: _read(path) for path in CHOSEN}
    shown = pictures(data for path, data in texts.items() if path.endswith(".md"))
    return texts | {path: _read(path) for path in shown}


def _read(path: str) -> bytes:
    return (shipped_folder("content") / path.removeprefix("content/")).read_bytes()


def _shown(root: Path) -> str:
    return "this folder" if root.resolve() == Path.cwd() else f"{root.as_posix()}/"


def _next(root: Path) -> Iterator[str]:
    """The three commands that one would type now."""
    is_here = root.resolve() == Path.cwd()
    if not is_here:
        yield f"cd {root.as_posix()}"
    yield "openings build          write the site to output/"
    yield "openings new posting    add a job of your own"
    if is_here:
        yield "openings list           see all jobs and where they stand"
