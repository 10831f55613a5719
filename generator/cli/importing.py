"""`openings import`."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from generator.cli.import_mapped import MAPPED, MapFile, map_of, mapped_delivery
from generator.cli.import_report import exit_code, tell
from generator.cli.import_site import here, reading, write
from generator.cli.invocation import Invocation
from generator.cli.loading import Loaded, load
from generator.cli.new.objections import objection, takes_several
from generator.cli.one_of import OneOf
from generator.cli.parameters import as_of_option
from generator.cli.reporting import write_report
from generator.cli.saying import say
from generator.content.keys import table_for
from generator.content.writing.yaml_text import Value
from generator.diagnostics.suggest import did_you_mean
from generator.importers.fetched import source_bytes
from generator.importers.imported import Delivery
from generator.importers.kinds import KINDS, address_of
from generator.importers.lock import lock_path, read_lock
from generator.importers.merging import Take
from generator.importers.planning import Wishes, plan_import
from generator.importers.reading import Reading
from generator.model.files import POSTING
from generator.web.fetching import fetch

_SIDES = (Take.FILE.value, Take.SOURCE.value)


@click.command("import")
@click.argument("kind", metavar="KIND", type=OneOf((*KINDS, *MAPPED)))
@click.argument("source")
@click.option("--name", help="What the source is called in content/imports/; default: its kind.")
@click.option(
    "--map",
    "map_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="What the fields of a folder or table mean; default: content/imports/NAME.map.yaml, which is "
    "written as a first guess where it isn't there.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 where files and source differ.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option(
    "--accept-removals", is_flag=True, help="Close postings, or empty a field, even if it is most of them."
)
@click.option("--take", type=OneOf(_SIDES), help="Which side is right where both have changed a field.")
@click.option(
    "--default", "defaults", multiple=True, metavar="FIELD=VALUE", help="For what the source doesn't say."
)
@as_of_option
@click.pass_obj
def command(
    invocation: Invocation,
    kind: str,
    source: str,
    name: str | None,
    map_file: Path | None,
    check: bool,
    dry_run: bool,
    accept_removals: bool,
    take: str | None,
    defaults: tuple[str, ...],
    as_of: date | None,
) -> int:
    """Bring postings along from another system, and keep them in step with it.

    KIND is greenhouse, lever or ashby; folder for files of Jekyll, Hugo and the like; or csv for a table.
    SOURCE is a file, an https address, a folder, the name of a board, or `-` for what is piped in. What the
    fields of a folder or table mean stands in a map, which the first run writes for you to correct.

    Run it again to bring along what has changed. What you change in the files stays as you wrote it; where
    the source has changed it too, you are told of both.
    """
    if check and dry_run:
        raise click.UsageError("--check and --dry-run exclude each other; --check tells the same, and more")
    if map_file and kind not in MAPPED:
        raise click.UsageError(f"--map is for {' and '.join(MAPPED)}; {kind}'s fields are known")
    path = lock_path(name or kind)
    loaded = load(invocation, as_of)
    lock = read_lock(path, loaded.workspace.read(path)) if path in loaded.workspace.files else {}
    given = _defaults(defaults, loaded)
    file = map_of(map_file, path, invocation)
    delivery = _delivery(kind, source, file, reading(loaded), is_dry=check or dry_run)
    if delivery is None:
        return 0
    wishes = Wishes(loaded.site.today, Take(take or ""), accept_removals, given)
    plan = plan_import(delivery, lock, here(loaded, path), wishes)
    problems = write(loaded, path, plan, is_dry=check or dry_run)
    if plan.lock != lock and not check:
        say(f"{path}: updated")
    tell(invocation, plan, delivery, is_check=check, is_dry=dry_run)
    write_report(problems, loaded.workspace, invocation, "text", sys.stderr, plan.files)
    return exit_code(plan, delivery, problems, is_check=check)


def _delivery(kind: str, source: str, file: MapFile, context: Reading, *, is_dry: bool) -> Delivery | None:
    """What the source has; None where a map had to be written first."""
    if kind in MAPPED:
        return mapped_delivery(kind, source, file, context, is_dry=is_dry)
    board = KINDS[kind]
    return board.read(source_bytes(source, address_of(board, source), sys.stdin.buffer, fetch), context)


def _defaults(options: tuple[str, ...], loaded: Loaded) -> Mapping[str, Value]:
    """The fields given with `--default`, several values of one as a list."""
    found: dict[str, tuple[str, ...]] = {}
    for option in options:
        field, _, value = (part.strip() for part in option.partition("="))
        row = table_for(POSTING.fields).find(field)
        if not value or row is None:
            hint = did_you_mean(field, [one.name for one in POSTING.fields], "write it like `category=Sales`")
            raise click.BadParameter(
                f"`{option}` isn't a field and its value; {hint}", param_hint="--default"
            )
        if problem := objection(row.field, value, loaded.settings.language):
            raise click.BadParameter(problem, param_hint="--default")
        before = found.get(row.field.name, ()) if takes_several(row.field) else ()
        found[row.field.name] = (*before, value)
    return {field: values if len(values) > 1 else values[0] for field, values in found.items()}
