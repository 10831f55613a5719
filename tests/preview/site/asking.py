"""Asking the preview for all there is."""

from generator.preview.site.edition import Edition


def addresses(edition: Edition) -> list[str]:
    """The URL of every file that a build writes."""
    assets = edition.model.plan.assets
    return [*edition.model.pages, *assets.theme.values(), *(f"/{name}" for name in assets.static)]


def everything(edition: Edition) -> dict[str, bytes]:
    """All files of the site by their paths below the output."""
    found = (edition.file(url) for url in addresses(edition))
    return {file.path: file.data for file in found if file}
