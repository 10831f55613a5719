"""Rules for links: those in words, and those that site.yaml spells out."""

from collections.abc import Iterator

from generator.diagnostics.codes import pages as codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import nearest
from generator.model.documents import Document
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
    """Links of site.yaml that lead nowhere, and pictures that aren't there."""
    config = plan.site.config
    stems = {words.identity.stem for words in plan.site.pages}
    for i, item in enumerate(config.navigation):
        if isinstance(item, str) and item not in SECTIONS and item not in stems:
            near = nearest(item, {*SECTIONS, *stems})
            hint = f"did you mean `{near}`?" if near else "write the name of a file in content/pages/"
            what = f"the navigation names `{item}`, which isn't there"
            yield Diagnostic(codes.UNKNOWN_NAVIGATION, what, hint, config.spans.at(f"navigation.{i}"))
    for field, link in _written_links(plan):
        path = link.to.partition("#")[0].partition("?")[0]
        if path.startswith("/") and not plan.serves(path):
            near = nearest(path, plan.urls)
            hint = f"did you mean `{near}`?" if near else "correct the path, or take the link out"
            yield Diagnostic(
                codes.BROKEN_LINK, f"the link `{link.to}` leads nowhere", hint, config.spans.at(field)
            )
    if config.logo and not picture(config.logo, "", plan):
        what, hint = f"there is no picture `{config.logo}`", "put the file into content/static/"
        yield Diagnostic(codes.MISSING_PICTURE, what, hint, config.spans.at("logo"))


def _written_links(plan: Plan) -> Iterator[tuple[str, Link]]:
    """Every link that site.yaml spells out, with the field it stands in."""
    config = plan.site.config
    for i, item in enumerate(config.navigation):
        if isinstance(item, Link):
            yield f"navigation.{i}.to", item
    for g, group in enumerate(config.footer.groups):
        for i, link in enumerate(group.links):
            yield f"footer.groups.{g}.links.{i}.to", link
    for field in ("social", "legal"):
        for i, link in enumerate(getattr(config.footer, field)):
            yield f"footer.{field}.{i}.to", link
