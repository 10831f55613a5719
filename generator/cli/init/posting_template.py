"""A posting that explains itself, to copy from."""

import textwrap
from datetime import date

from generator.model.files import POSTING
from generator.model.kinds import Field

_WITH_VALUE = ("title", "category", "location", "remote", "employment", "salary", "posted", "apply")
# From content/postings/, where the copies are going to stand.
_HEAD = """\
# yaml-language-server: $schema=../../schemas/posting.schema.json
# Copy this file to content/postings/ under a name of your own, such as data-engineer.md. The
# name becomes the page's address. Take the # away in front of a field that you want.
"""
_BODY = """\
Say here in your own words what the job is.

## What you will do

- A task
- Another one
"""


def posting_template(today: date) -> str:
    """A posting in which every field is explained; those that it can do without are commented out."""
    return f"---\n{_HEAD}\n{''.join(_explained(field, today) for field in _ordered())}---\n\n{_BODY}"


def _ordered() -> list[Field]:
    """The fields that are filled in, then the others."""
    return sorted(POSTING.fields, key=lambda field: field.name not in _WITH_VALUE)


def _explained(field: Field, today: date) -> str:
    lines = textwrap.wrap(field.doc, 96, initial_indent="# ", subsequent_indent="# ")
    example = today.isoformat() if field.name == "posted" else field.example
    mark = "" if field.name in _WITH_VALUE else "# "
    return "".join(f"{line}\n" for line in (*lines, f"{mark}{field.name}: {example}", ""))
