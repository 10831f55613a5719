"""`openings new`."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import click

from generator.cli.answers import objection, plain_kind, takes_several
from generator.cli.commands import CommandGroup
from generator.cli.files import create_file
from generator.cli.invocation import Invocation
from generator.cli.loading import Loaded, load
from generator.cli.missing import complete
from generator.cli.newfiles import copied_files, new_files, problems_with
from generator.cli.parameters import as_of_option
from generator.cli.reporting import write_report
from generator.cli.words import say
from generator.cli.yaml_text import Value
from generator.diagnostics.diagnostic import has_errors
from generator.model import fields
from generator.model.kinds import Field

_TABLES: Mapping[str, tuple[Field, ...]] = {
    "posting": fields.POSTING,
    "article": fields.ARTICLE,
    "page": fields.PAGE,
    "category": fields.CATEGORY,
    "location": fields.LOCATION,
}


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for besides the fields."""

    stem: str
    source: str
    is_draft: bool


@click.group("new", cls=CommandGroup)
def command() -> None:
    """Add a posting, article, page, category or location.

    On a terminal it asks for what is missing; in a script, give every field as an option.
    """


def _make(kind: str) -> click.Command:
    """The command for one kind of file: every field of its table is an option."""

    @click.pass_obj
    def run(invocation: Invocation, /, **options: Any) -> int:
        return _run(kind, invocation, options)

    made = click.Command(kind, callback=run, help=f"Add {_article(kind)} {kind}.")
    made.params = [_option(field) for field in _TABLES[kind] if plain_kind(field.kind)]
    told = "The new file's name without .md; default: from the title."
    made.params.append(click.Option(["--stem"], help=told, default=""))
    if kind == "posting":
        told = "Copy this posting, named by its file or its stem, under a new id."
        made.params.append(click.Option(["--from", "source"], metavar="FILE", default="", help=told))
        made.params.append(click.Option(["--draft", "is_draft"], is_flag=True, help="Keep it off the site."))
    as_of_option(made)
    return made


def _article(kind: str) -> str:
    return "an" if kind[0] in "aeiou" else "a"


def _option(field: Field) -> click.Option:
    flag = f"--{field.name.replace('_', '-')}"
    several = takes_several(field)
    told = f"{field.doc} May be given several times." if several else field.doc
    return click.Option(
        [flag, field.name], metavar="TEXT", multiple=several, help=told.replace("` / `", "/").replace("`", "")
    )


def _run(kind: str, invocation: Invocation, options: Mapping[str, Any]) -> int:
    loaded = load(invocation, options["as_of"])
    request = Request(options["stem"], options.get("source", ""), options.get("is_draft", False))
    values = _given(kind, options, loaded)
    if request.is_draft:
        values = {"status": "draft", **values}
    if request.source:
        files = copied_files(loaded, request.source, request.stem, values)
    else:
        files = new_files(loaded, kind, _TABLES[kind], request.stem, _completed(kind, values, loaded))
    problems = problems_with(loaded, files)
    write_report(problems, loaded.workspace, invocation, "text", sys.stderr, files)
    if has_errors(problems):
        click.echo("nothing was written", err=True)
        return 1
    for path, data in files.items():
        create_file(loaded.workspace.root / path, data)
        say(f"wrote {invocation.shown(path)}")
    return 0


def _completed(kind: str, values: Mapping[str, Value], loaded: Loaded) -> Mapping[str, Value]:
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    dated = {"posting": "posted", "article": "date"}.get(kind)
    today = {dated: loaded.site.today.isoformat()} if dated else {}
    return {**today, **complete(kind, _TABLES[kind], values, loaded, is_terminal)}


def _given(kind: str, options: Mapping[str, Any], loaded: Loaded) -> dict[str, Value]:
    """The fields given as options, each fit to stand in a file."""
    values: dict[str, Value] = {}
    for field in _TABLES[kind]:
        given = options.get(field.name)
        if not given:
            continue
        for text in given if takes_several(field) else (given,):
            if problem := objection(field, text, loaded.settings.language):
                raise click.BadParameter(problem, param_hint=f"--{field.name.replace('_', '-')}")
        values[field.name] = given
    return values


for _kind in _TABLES:
    command.add_command(_make(_kind))
