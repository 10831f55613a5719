"""The JSON Schemas of the files in `content/`, by the name of their kind."""

import json

from generator.cli.saying import with_article
from generator.model.files import FILE_KINDS
from generator.model.kinds import Field
from generator.model.schema import json_schema
from generator.model.site_fields import SITE

_BY_NAME = {kind.name: kind for kind in FILE_KINDS}
SCHEMA_NAMES = ("site", *_BY_NAME)


def schema_text(name: str) -> str:
    """The JSON Schema of one of SCHEMA_NAMES, indented, with a line end."""
    if name == "site":
        return _text(SITE, "site.yaml of a careers site", takes_extra=False)
    kind = _BY_NAME[name]
    return _text(kind.fields, f"Front matter of {with_article(name)}", kind.takes_extra)


def _text(fields: tuple[Field, ...], title: str, takes_extra: bool) -> str:
    return json.dumps(json_schema(fields, title, takes_extra), indent=2, ensure_ascii=False) + "\n"
