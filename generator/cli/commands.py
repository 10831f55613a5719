"""The table of commands; a command's module is imported only when that command runs."""

from importlib import import_module

import click

from generator.diagnostics.suggest import nearest

# Name and line in --help; the module of that name below generator.cli holds it as `command`, of another
# name where Python keeps that one for itself.
TABLE = (
    ("init", "Make a new site with a few sample postings."),
    ("new", "Add a posting, article, page, category or location."),
    ("build", "Write the site to the output folder."),
    ("serve", "Show the site in a browser, and every change as it is saved."),
    ("deploy", "Build the site and send what changed to where visitors find it."),
    ("check", "Say what is wrong with the content, and write nothing."),
    ("diff", "Say what changed on the site since a commit, as people read it."),
    ("list", "Show all postings and where they stand."),
    ("lock", "Record the published addresses, so that none ever ends in nothing."),
    ("import", "Bring postings along from another system, and keep them in step."),
    ("close", "Mark a posting as filled or closed."),
    ("stamp", "Write `posted` where it is missing, from git."),
    ("explain", "Tell more about a problem by its code or name."),
    ("schema", "Print the JSON Schema of a kind of file."),
)
_NAMES = tuple(name for name, _ in TABLE)
_MODULES = {"import": "importing"}


class CommandGroup(click.Group):
    """Commands; without one it shows its help, and for an unknown one it says which was meant."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments for the command."""
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; a wrong usage with a suggestion where there is none."""
        name, known = args[0], self.list_commands(ctx)
        if name in known or name.startswith("-"):
            return super().resolve_command(ctx, args)
        near = nearest(name, known)
        path = ctx.command_path
        hint = f"did you mean `{path} {near}`?" if near else f"`{path} --help` lists the commands"
        raise click.UsageError(f"there is no command `{name}`; {hint}", ctx)


class CommandTable(CommandGroup):
    """The commands of the table, in its order."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names."""
        return list(_NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its module imported now."""
        if cmd_name not in _NAMES:
            return None
        command: click.Command = import_module(f"generator.cli.{_MODULES.get(cmd_name, cmd_name)}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table as help shows it, without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl(TABLE)
