"""The JSON Schemas of the files in `content/`, by the name of their kind."""

import json

from generator.model import fields
from generator.model.kinds import Field
from generator.model.schema import json_schema
from generator.model.site_fields import SITE

# Kind, its fields, and whether it takes fields of the site's own (`x_…`).
_KINDS: dict[str, tuple[tuple[Field, ...], bool]] = {
    "posting": (fields.POSTING, True),
    "site": (SITE, False),
    "category": (fields.CATEGORY, True),
    "location": (fields.LOCATION, True),
    "article": (fields.ARTICLE, True),
    "page": (fields.PAGE, True),
    "snippet": (fields.SNIPPET, False),
}
KINDS = tuple(_KINDS)


def schema_text(kind: str) -> str:
    """The JSON Schema of one kind of file, indented, with a line end."""
    table, allow_extra = _KINDS[kind]
    title = "site.yaml of a careers site" if kind == "site" else f"Front matter of a {kind}"
    return json.dumps(json_schema(table, title, allow_extra), indent=2, ensure_ascii=False) + "\n"
