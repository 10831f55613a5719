"""`openings new`."""

import sys
from collections.abc import Mapping
from typing import Any

import click
from msgspec import Struct

from generator.cli.commands import CommandGroup
from generator.cli.invocation import Invocation
from generator.cli.loading import Loaded, load
from generator.cli.new.added_files import copied_files, new_files, problems_with
from generator.cli.new.missing_fields import complete
from generator.cli.new.objections import objection, plain_kind, takes_several
from generator.cli.parameters import as_of_option, to_text
from generator.cli.reporting import write_report
from generator.cli.saying import say, with_article
from generator.cli.writing import create_file
from generator.content.writing.yaml_text import Value
from generator.diagnostics.diagnostic import has_errors
from generator.model.files import ARTICLE, CATEGORY, LOCATION, PAGE, POSTING, FileKind
from generator.model.kinds import Field

_KINDS = (POSTING, ARTICLE, PAGE, CATEGORY, LOCATION)
# The field that a file of the kind gets today's date in.
_DATED = {POSTING.name: "posted", ARTICLE.name: "date"}


class _Request(Struct, frozen=True):
    """What was asked for besides the fields."""

    stem: str
    source: str
    is_draft: bool


@click.group("new", cls=CommandGroup)
def command() -> None:
    """Add a posting, article, page, category or location.

    On a terminal it asks for what is missing; in a script, give every field as an option.
    """


def _make(kind: FileKind) -> click.Command:
    """The command for one kind of file: every field of the kind is an option."""

    @click.pass_obj
    def run(invocation: Invocation, /, **options: Any) -> int:
        return _run(kind, invocation, options)

    made = click.Command(kind.name, callback=run, help=f"Add {with_article(kind.name)}.")
    made.params = [_option(field) for field in kind.fields if plain_kind(field.kind)]
    told = "The new file's name without .md; default: from the title."
    made.params.append(click.Option(["--stem"], callback=to_text, help=told, default=""))
    if kind is POSTING:
        told = "Copy this posting, named by its file or its stem, under a new id."
        made.params.append(click.Option(["--from", "source"], metavar="FILE", default="", help=told))
        made.params.append(click.Option(["--draft", "is_draft"], is_flag=True, help="Keep it off the site."))
    as_of_option(made)
    return made


def _option(field: Field) -> click.Option:
    flag = f"--{field.name.replace('_', '-')}"
    several = takes_several(field)
    told = f"{field.doc} May be given several times." if several else field.doc
    told = told.replace("` / `", "/").replace("`", "")
    return click.Option([flag, field.name], metavar="TEXT", multiple=several, help=told)


def _run(kind: FileKind, invocation: Invocation, options: Mapping[str, Any]) -> int:
    loaded = load(invocation, options["as_of"])
    request = _Request(options["stem"], options.get("source", ""), options.get("is_draft", False))
    values = _given(kind, options, loaded)
    if request.is_draft:
        values = {"status": "draft", **values}
    if request.source:
        files = copied_files(loaded, request.source, request.stem, values)
    else:
        files = new_files(loaded, kind, request.stem, _completed(kind, values, loaded))
    problems = problems_with(loaded, files)
    write_report(problems, loaded.workspace, invocation, "text", sys.stderr, files)
    if has_errors(problems):
        click.echo("nothing was written", err=True)
        return 1
    for path, data in files.items():
        create_file(loaded.workspace.root / path, data)
        say(f"wrote {invocation.shown(path)}")
    return 0


def _completed(kind: FileKind, values: Mapping[str, Value], loaded: Loaded) -> Mapping[str, Value]:
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    dated = _DATED.get(kind.name)
    today = {dated: loaded.site.today.isoformat()} if dated else {}
    return {**today, **complete(kind, values, loaded, is_terminal)}


def _given(kind: FileKind, options: Mapping[str, Any], loaded: Loaded) -> dict[str, Value]:
    """The fields given as options, each fit to stand in a file."""
    values: dict[str, Value] = {}
    for field in kind.fields:
        given = options.get(field.name)
        if not given:
            continue
        for text in given if takes_several(field) else (given,):
            if problem := objection(field, text, loaded.settings.language):
                raise click.BadParameter(problem, param_hint=f"--{field.name.replace('_', '-')}")
        values[field.name] = given
    return values


for _kind in _KINDS:
    command.add_command(_make(_kind))
