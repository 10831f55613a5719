"""What lets editors complete and check the fields of a site's files."""

import json
from collections.abc import Mapping

from generator.cli.json_schemas import SCHEMA_NAMES, schema_text
from generator.model.files import FILE_KINDS, SITE_FILE


def editor_files() -> dict[str, bytes]:
    """The schemas, VS Code's settings for them, and the extension that reads those, by path."""
    files = {_path(name): schema_text(name) for name in SCHEMA_NAMES}
    files[".vscode/settings.json"] = _settings()
    files[".vscode/extensions.json"] = _json({"recommendations": ["redhat.vscode-yaml"]})
    return {path: text.encode() for path, text in files.items()}


def _path(name: str) -> str:
    return f"schemas/{name}.schema.json"


def _settings() -> str:
    """Which schema belongs to which files."""
    schemas = {f"./{_path('site')}": SITE_FILE}
    schemas |= {f"./{_path(kind.name)}": f"{kind.folder}/**/*.md" for kind in FILE_KINDS}
    return _json({"yaml.schemas": schemas})


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, indent=2) + "\n"
