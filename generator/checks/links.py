"""Rules for links: those in words, and those that site.yaml spells out."""

from collections.abc import Iterator

from generator.diagnostics.codes import pages as codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import did_you_mean
from generator.model.documents import Document, Reference
from generator.model.values import Link
from generator.pages.frame import SECTIONS
from generator.pages.links import missing_picture, picture, resolve
from generator.pages.plan import Plan


def link_problems(document: Document, plan: Plan) -> Iterator[Diagnostic]:
    """What is wrong with the links and pictures of one file."""
    path = document.spans.path
    for ref in document.body.references:
        if problem := resolve(ref, path, plan).problem:
            yield problem
    image = getattr(document, "image", "").lstrip("/")
    if image and image not in plan.assets.static:
        yield missing_picture(image, document.spans.at("image"), plan)


def frame_problems(plan: Plan) -> Iterator[Diagnostic]:
    """Links of site.yaml that lead nowhere, and a logo that isn't there."""
    config = plan.site.config
    stems = {words.identity.stem for words in plan.site.pages}
    for i, item in enumerate(config.navigation):
        if isinstance(item, str) and item not in SECTIONS and item not in stems:
            hint = did_you_mean(item, {*SECTIONS, *stems}, "write the name of a file in content/pages/")
            what = f"the navigation names `{item}`, which isn't there"
            yield Diagnostic(codes.UNKNOWN_NAVIGATION, what, hint, config.spans.at(f"navigation.{i}"))
    for field, to in _written_links(plan):
        path, _, fragment = to.partition("#")
        if path.startswith("/"):
            at = config.spans.at(field)
            problem = resolve(Reference(path, fragment, at.line), config.spans.path, plan, at).problem
            yield from (problem,) if problem else ()
    if config.logo and not picture(config.logo, "", plan):
        yield missing_picture(config.logo, config.spans.at("logo"), plan)


def _written_links(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every address that site.yaml spells out, with the field it stands in."""
    config = plan.site.config
    yield "open_application", config.open_application
    for i, item in enumerate(config.navigation):
        if isinstance(item, Link):
            yield f"navigation.{i}.to", item.to
    for g, group in enumerate(config.footer.groups):
        for i, link in enumerate(group.links):
            yield f"footer.groups.{g}.links.{i}.to", link.to
    for field, links in (("social", config.footer.social), ("legal", config.footer.legal)):
        for i, link in enumerate(links):
            yield f"footer.{field}.{i}.to", link.to
