"""`openings explain`."""

import click

from generator.diagnostics.codes import ALL
from generator.diagnostics.diagnostic import Code, OpeningsError
from generator.diagnostics.suggest import did_you_mean


@click.command("explain")
@click.argument("codes", metavar="[CODE|NAME]...", nargs=-1)
def command(codes: tuple[str, ...]) -> None:
    """Tell more about a problem by its code or name.

    Without one, list all codes.
    """
    if not codes:
        widest = max(len(code.name) for code in ALL.values())
        for code in ALL.values():
            click.echo(f"{code.code}  {code.name:<{widest}}  {code.severity}")
        return
    click.echo("\n\n".join(_explained(_find(text)) for text in codes))


def _find(text: str) -> Code:
    wanted = text.strip("[]").casefold()
    for code in ALL.values():
        if wanted in (code.code.casefold(), code.name):
            return code
    known = [word for code in ALL.values() for word in (code.code, code.name)]
    hint = did_you_mean(text, known, "`openings explain` lists all codes")
    raise OpeningsError(f"there is no problem called `{text}`", hint)


def _explained(code: Code) -> str:
    return f"{code.code} {code.name} ({code.severity})\n\n{code.explanation}"
