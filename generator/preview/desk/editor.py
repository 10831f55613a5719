"""Editors, by the addresses that make them open a file of this machine."""

import os
import re
from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType
from urllib.parse import quote

from msgspec import Struct

from generator.diagnostics.diagnostic import OpeningsError
from generator.diagnostics.suggest import did_you_mean

# As their makers document them. Sublime Text needs a handler for `subl:`, which others provide.
_IN_CODE = "://file{path}:{line}:{column}"
_IN_TEXTMATE = "://open?url=file://{path}&line={line}&column={column}"
EDITORS: Mapping[str, str] = MappingProxyType(
    {
        **{name: f"{name}{_IN_CODE}" for name in ("vscode", "vscode-insiders", "vscodium", "cursor", "zed")},
        "idea": "idea://open?file={path}&line={line}&column={column}",
        "sublime": f"subl{_IN_TEXTMATE}",
        "subl": f"subl{_IN_TEXTMATE}",
        "txmt": f"txmt{_IN_TEXTMATE}",
    }
)

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE | re.ASCII)
_PLACES = ("{path}", "{line}", "{column}")
_DRIVE = re.compile(r"/([A-Za-z])%3A(?=/)")


class Editor(Struct, frozen=True):
    """An editor: its address with `{path}`, and perhaps `{line}` and `{column}`."""

    template: str = EDITORS["vscode"]

    def address(self, path: PurePath, line: int = 1, column: int = 1) -> str:
        """The address that opens a file at a place; lines and columns count from 1."""
        values = (_escaped(path), str(line), str(column))
        address = self.template
        for place, value in zip(_PLACES, values, strict=True):
            address = address.replace(place, value)
        return address


def editor_of(text: str) -> Editor:
    """The editor of a name that is known, or of a template; OpeningsError for anything else."""
    if template := EDITORS.get(text.lower()):
        return Editor(template)
    if "{" not in text and ":" not in text:
        known = ", ".join(EDITORS)
        hint = did_you_mean(text, EDITORS, f"write one of {known}, or an address with {{path}} in it")
        raise OpeningsError(f"there is no editor `{text}`", hint)
    if problem := _flaw(text):
        hint = "write it such as vscode://file{path}:{line}:{column}"
        raise OpeningsError(f"the editor's address {problem}", hint)
    return Editor(text)


def _flaw(template: str) -> str:
    """What keeps a template from being an address; nothing where it is one."""
    if "{path}" not in template:
        return "lacks {path}"
    if not _SCHEME.match(template):
        return "doesn't begin with a scheme"
    rest = template
    for place in _PLACES:
        rest = rest.replace(place, "")
    if "{" in rest or "}" in rest:
        return "has braces besides {path}, {line} and {column}"
    return (
        ""
        if rest.isascii() and rest.isprintable() and " " not in rest
        else "has characters that no address has"
    )


def _escaped(path: PurePath) -> str:
    """The path with slashes, and one in front: a drive's becomes `/C:/a%20b`."""
    escaped = quote(os.fsencode(path.as_posix()), safe="/")
    return _DRIVE.sub(r"/\1:", escaped if escaped.startswith("/") else f"/{escaped}")
