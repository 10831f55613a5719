"""Which folders of this machine can be targets: none that the site itself needs."""

from collections.abc import Mapping
from pathlib import Path

from generator.content.deployments import OWN_FOLDERS
from generator.diagnostics.diagnostic import OpeningsError


def folder_named(name: str, site: Path, environment: Mapping[str, str]) -> Path:
    """The folder that site.yaml names, from the site's own on; `~` is the user's."""
    home = environment.get("HOME", "")
    if home and (name == "~" or name.startswith("~/")):
        name = home + name[1:]
    return (site / name).resolve()


def refuse_own_folders(root: Path, site: Path, output: Path) -> None:
    """OpeningsError where a target would lie over the site, or over what is built, or among its sources."""
    site, output = site.resolve(), output.resolve()
    is_above = site.is_relative_to(root) or output.is_relative_to(root)
    if is_above or root.is_relative_to(output) or _is_source(root, site):
        raise OpeningsError(
            f"`{root}` can't be a target: the site's own files are there",
            "name a folder of its own in site.yaml, such as `folder: /var/www/careers`",
        )
    if root.exists() and not root.is_dir():
        raise OpeningsError(f"`{root}` is a file", "name a folder in site.yaml")


def _is_source(root: Path, site: Path) -> bool:
    inside = root.relative_to(site).parts if root.is_relative_to(site) else ()
    return any(part.startswith(".") for part in inside) or (bool(inside) and inside[0] in OWN_FOLDERS)
