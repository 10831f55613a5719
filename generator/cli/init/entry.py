"""`openings init`."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from generator.build.source.clock import build_day
from generator.build.source.shipped import shipped_folder
from generator.cli.init.automation import (
    AZURE,
    GITLAB,
    HOSTS,
    NO_CI,
    PAGES,
    SERVICES,
    Wish,
    automation_files,
    host_name,
)
from generator.cli.init.choice import CHOSEN, pictures
from generator.cli.init.scaffold import scaffold
from generator.cli.init.surroundings import look_around
from generator.cli.init.way_live import way_live
from generator.cli.invocation import Invocation
from generator.cli.one_of import OneOf
from generator.cli.parameters import as_of_option
from generator.cli.saying import count, say
from generator.cli.writing import create_file
from generator.content.site_config import parse_config
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

    DIR is a new folder, or one without content/; default: this one. No file is overwritten.
    """
    root = invocation.site / folder
    if (root / "content").exists():
        hint = "name another folder, or go on with `openings new posting`"
        raise OpeningsError(f"`{root / 'content'}` is there already", hint)
    today = build_day(as_of, invocation.environment, "UTC")
    around = look_around(root.resolve(), invocation.environment)
    service = ci or (around.ci if around.is_root else NO_CI)
    _refuse(service, host)
    sample = _sample()
    wish = Wish(service, host, around.branch, _time_zone(sample), root.resolve().name, today)
    files = scaffold(sample, today, host_name(service, host)) | automation_files(wish)
    kept = [path for path in files if (root / path).exists()]
    for path, data in files.items():
        if path not in kept:
            create_file(root / path, data)
    say(f"wrote {count(len(files) - len(kept), 'file')} to {_shown(root)}")
    for path in kept:
        say(f"{path} was there already and stays as it is")
    if not around.is_root and not ci:
        say("no workflows: this is a folder of a repository, and they have to lie at its top")
    click.echo("\nnext:")
    for line in (*_first_steps(root), *_way_out(wish, root, around.has_remote)):
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


def _refuse(service: str, host: str) -> None:
    """An OpeningsError for a host that a service has no job for."""
    if service == GITLAB and host == AZURE:
        hint = "take `--ci github`, or `--ci none` and Microsoft's own job for GitLab"
        raise OpeningsError("there is no GitLab job for Azure here", hint)


def _first_steps(root: Path) -> Iterator[str]:
    """What one would type now."""
    if not _is_here(root):
        yield f"cd {root.as_posix()}"
    yield "openings build          write the site to output/"
    yield "openings serve          look at it, and see every change as you save it"
    yield "openings new posting    add a job of your own"


def _way_out(wish: Wish, root: Path, has_remote: bool) -> Iterator[str]:
    """How the site gets to its visitors."""
    if wish.ci == NO_CI:
        return
    yield ""
    if not (root / ".git").exists():
        yield f"git init --initial-branch {wish.branch}"
    yield "git add --all && git commit --message 'Our careers site'"
    yield from way_live(wish, has_remote)
