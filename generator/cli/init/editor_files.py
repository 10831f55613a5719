"""What lets editors complete and check the fields of a site's files."""

import json

from generator.cli.json_schemas import SCHEMA_NAMES, schema_text
from generator.model.files import FILE_KINDS, SITE_FILE


def editor_files() -> dict[str, bytes]:
    """The schemas, and the settings of editors on VS Code's YAML server, by path."""
    files = {_path(name): schema_text(name) for name in SCHEMA_NAMES}
    files[".vscode/settings.json"] = _settings()
    return {path: text.encode() for path, text in files.items()}


def _path(name: str) -> str:
    return f"schemas/{name}.schema.json"


def _settings() -> str:
    """Which schema belongs to which files."""
    schemas = {f"./{_path('site')}": SITE_FILE}
    schemas |= {f"./{_path(kind.name)}": f"{kind.folder}/**/*.md" for kind in FILE_KINDS}
    return json.dumps({"yaml.schemas": schemas}, indent=2) + "\n"
