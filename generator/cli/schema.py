"""`openings schema`."""

import click

from generator.cli.json_schemas import SCHEMA_NAMES, schema_text
from generator.cli.one_of import OneOf


@click.command("schema")
@click.argument("kind", metavar="KIND", type=OneOf(SCHEMA_NAMES))
def command(kind: str) -> None:
    """Print the JSON Schema of a kind of file, for editors that complete and check YAML.

    KIND is site, posting, category, location, article, page or snippet.
    """
    click.echo(schema_text(kind), nl=False)
