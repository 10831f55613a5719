"""`openings schema`."""

import click

from generator.cli.schemas import KINDS, schema_text


@click.command("schema")
@click.argument("kind", type=click.Choice(KINDS))
def command(kind: str) -> None:
    """Print the JSON Schema of a kind of file, for editors that complete and check YAML."""
    click.echo(schema_text(kind), nl=False)
