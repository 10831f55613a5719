"""The GitHub actions that workflows use, pinned: a tag can be moved to other code, a commit can't."""

import re
from collections.abc import Mapping

PYTHON = "3.13"
# Seen with these versions in several independent public workflows each, on 2026-11-28. Dependabot renews a
# site's own.
_PINS: Mapping[str, tuple[str, str]] = {
    "actions/cache": ("55cc8345863c7cc4c66a329aec7e433d2d1c52a9", "v6.1.0"),
    "actions/cache/restore": ("55cc8345863c7cc4c66a329aec7e433d2d1c52a9", "v6.1.0"),
    "actions/checkout": ("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
    "actions/configure-pages": ("45bfe0192ca1faeb007ade9deae92b16b8254a0d", "v6.0.0"),
    "actions/deploy-pages": ("cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "v5.0.0"),
    "actions/setup-python": ("5fda3b95a4ea91299a34e894583c3862153e4b97", "v7.0.0"),
    "actions/upload-artifact": ("043fb46d1a93c77aae656e7c1c64a875d1fc6a0a", "v7.0.1"),
    "actions/upload-pages-artifact": ("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
    "Azure/static-web-apps-deploy": ("1a947af9992250f3bc2e68ad0754c0b0c11566c9", "v1"),
}
_USE = re.compile(r"(?<=uses: )([\w./-]+)$", re.MULTILINE)


def pinned(workflow: str) -> str:
    """The workflow with the commit and version behind each action that it names."""
    return _USE.sub(lambda use: f"{use[1]}@{_PINS[use[1]][0]} # {_PINS[use[1]][1]}", workflow)
