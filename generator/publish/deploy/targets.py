"""The targets of site.yaml: which one is meant, what it is called, and what can send to it."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from generator.diagnostics.credentials import without_credentials
from generator.diagnostics.diagnostic import OpeningsError
from generator.diagnostics.suggest import did_you_mean
from generator.model.site_config import Deployment
from generator.publish.deploy.target import Target

# By the field that names the place: the module that sends there, imported only then, and its class.
_KINDS = {
    "branch": ("git_branch", "GitBranch"),
    "rsync": ("rsync", "Rsync"),
    "folder": ("folder", "Folder"),
    "bucket": ("bucket", "Bucket"),
}


def chosen(places: Sequence[Deployment], name: str) -> Deployment:
    """The place of that name; an unnamed choice is clear only where there is just one."""
    if not places:
        hint = "say where to in content/site.yaml, such as `deploy: {branch: gh-pages}`"
        raise OpeningsError("the site doesn't say where it is deployed to", hint)
    names = [place.name for place in places if place.name]
    if not name and len(places) > 1:
        raise OpeningsError("the site is deployed to several places", f"name one: {', '.join(names)}")
    if not name:
        return places[0]
    found = next((place for place in places if place.name == name), None)
    if found is None:
        hint = f"site.yaml names {', '.join(names)}" if names else "the only one has no name: leave it out"
        raise OpeningsError(f"site.yaml has no place `{name}` to deploy to", did_you_mean(name, names, hint))
    return found


def kind_of(place: Deployment) -> str:
    """The field that says where the place is: `branch`, `rsync`, `folder` or `bucket`."""
    return next(kind for kind in _KINDS if getattr(place, kind))


def described(place: Deployment) -> str:
    """The place as messages call it, such as "branch `gh-pages` of `origin`"."""
    kind = kind_of(place)
    named = f"`{without_credentials(getattr(place, kind))}`"
    of = f" of `{without_credentials(place.remote)}`" if kind == "branch" else ""
    return f"{kind} {named}{of}"


def open_target(place: Deployment, site: Path, output: Path, environment: Mapping[str, str]) -> Target:
    """What sends the files of the output folder to the place."""
    module, name = _KINDS[kind_of(place)]
    make = getattr(import_module(f"generator.publish.deploy.{module}"), name)
    return cast("Target", make(place, site, output, environment))
