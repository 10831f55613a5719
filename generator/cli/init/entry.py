"""`openings init`."""

import shlex
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from generator.build.source.clock import build_day
from generator.build.source.shipped import shipped_folder
from generator.cli.init.automation import (
    AZURE,
    GITLAB,
    HOOKS,
    HOSTS,
    NO_CI,
    PAGES,
    SERVICES,
    Wish,
    automation_files,
    host_name,
)
from generator.cli.init.choice import CHOSEN, pictures
from generator.cli.init.placing import Placement, place, placed
from generator.cli.init.scaffold import scaffold
from generator.cli.init.surroundings import Surroundings, look_around
from generator.cli.init.way_live import way_live
from generator.cli.invocation import Invocation
from generator.cli.one_of import OneOf
from generator.cli.parameters import as_of_option
from generator.cli.saying import say
from generator.content.site_config import parse_config
from generator.diagnostics.counting import count
from generator.diagnostics.diagnostic import OpeningsError
from generator.model.files import SITE_FILE


@click.command("init")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option("--ci", type=OneOf(SERVICES), help="Whose workflows to write; default: as git's remote says.")
@click.option(
    "--host",
    type=OneOf(HOSTS),
    default=PAGES,
    show_default=True,
    help="Where the site will be: `pages` is GitHub's or GitLab's, `none` what `deploy` in site.yaml says.",
)
@as_of_option
@click.pass_obj
def command(invocation: Invocation, folder: Path, ci: str | None, host: str, as_of: date | None) -> None:
    """Make a new site with a few sample postings, ready to build and to publish.

    DIR is a new folder, or one without content/; default: this one. No file is overwritten; a
    .gitignore and a requirements.txt that are there get the lines they lack.
    """
    root = invocation.site / folder
    if (root / "content").exists():
        hint = "name another folder, or go on with `openings new posting`"
        raise OpeningsError(f"`{root / 'content'}` is there already", hint)
    today = build_day(as_of, invocation.environment, "UTC")
    around = look_around(root.resolve(), invocation.environment)
    service = ci or (around.ci if around.is_root else NO_CI)
    _refuse(service, host, is_guessed=not ci and around.is_root)
    sample = _sample()
    wish = Wish(service, host, around.branch, _time_zone(sample), root.resolve().name, today)
    files = scaffold(sample, today, host_name(service, host)) | automation_files(wish)
    placement = placed(root, files)
    place(root, placement)
    for line in (*_done(root, placement), *_astray(wish, around)):
        say(line)
    click.echo("\nnext:")
    for line in (*_first_steps(root), "", *way_live(wish, around)):
        say(f"  {line}" if line else "")


def _sample() -> dict[str, bytes]:
    """The chosen files of the sample that ships, with their pictures, by path."""
    texts = {path: _read(path) for path in CHOSEN}
    shown = pictures(data for path, data in texts.items() if path.endswith(".md"))
    return texts | {path: _read(path) for path in shown}


def _read(path: str) -> bytes:
    return (shipped_folder("content") / path.removeprefix("content/")).read_bytes()


def _shown(root: Path) -> str:
    return "this folder" if _is_here(root) else f"{root.as_posix()}/"


def _is_here(root: Path) -> bool:
    return root.resolve() == Path.cwd()


def _time_zone(sample: Mapping[str, bytes]) -> str:
    """That of the sample, whose schedule the workflows begin with."""
    document = parse_config(SITE_FILE, sample[SITE_FILE]).document
    return document.time_zone if document else "UTC"


def _refuse(service: str, host: str, is_guessed: bool) -> None:
    """An OpeningsError for a host that a service has no job for, and for a service that nobody knows."""
    if service == GITLAB and host == AZURE:
        hint = "take `--ci github`, or `--ci none` and Microsoft's own job for GitLab"
        raise OpeningsError("there is no GitLab job for Azure here", hint)
    if service == NO_CI and is_guessed:
        what = "the address of git's remote `origin` doesn't tell whether it is GitHub or GitLab"
        raise OpeningsError(what, "say it with `--ci github` or `--ci gitlab`, or take `--ci none`")


def _done(root: Path, placement: Placement) -> Iterator[str]:
    """What was written and what wasn't."""
    yield f"wrote {count(len(placement.new), 'file')} to {_shown(root)}"
    for path, lines in placement.added.items():
        yield f"{path} was there already, and got the lines it hadn't: {' '.join(lines)}"
    for path in placement.kept:
        yield f"{path} was there already and stays as it is"


def _astray(wish: Wish, around: Surroundings) -> Iterator[str]:
    """What doesn't run by itself in a site that is a part of a repository."""
    if around.is_root:
        return
    if wish.ci == NO_CI:
        yield "no workflows: this is a folder of a repository, and they have to lie at its top"
    else:
        yield "the workflows don't run yet: this is a folder of a repository, and they have to lie at its top"
        yield "move them there, and let their steps run in this folder"
    if wish.host in HOOKS:
        yield f"tell {HOOKS[wish.host][0]} that the site is in this folder of the repository"


def _first_steps(root: Path) -> Iterator[str]:
    """What one would type now."""
    if not _is_here(root):
        yield f"cd {shlex.quote(root.as_posix())}"
    yield "openings build          write the site to output/"
    yield "openings serve          look at it, and see every change as you save it"
    yield "openings new posting    add a job of your own"
