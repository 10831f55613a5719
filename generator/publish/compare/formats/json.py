"""For programs: all of the changes, by the names of docs/reviewing.md."""

import json

import msgspec

from generator.publish.compare.changes import Changes


def render(changes: Changes) -> str:
    """An object on several lines; only ASCII, so that it passes any terminal or pipe."""
    return json.dumps(msgspec.to_builtins(changes), indent=2) + "\n"
