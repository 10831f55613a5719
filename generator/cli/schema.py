"""`openings schema`."""

import click

from generator.cli.json_schemas import SCHEMA_NAMES, schema_text


@click.command("schema")
@click.argument("kind", type=click.Choice(SCHEMA_NAMES))
def command(kind: str) -> None:
    """Print the JSON Schema of a kind of file, for editors that complete and check YAML."""
    click.echo(schema_text(kind), nl=False)
