"""Rules for links: those in words, and those that site.yaml spells out."""

from collections.abc import Iterator
from urllib.parse import unquote

from generator.diagnostics.codes import pages as codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import Suggest, did_you_mean, nearest
from generator.model.documents import Document, Reference
from generator.model.slugs import slugify
from generator.model.values import Link
from generator.pages import urls
from generator.pages.links import missing_picture, resolve, unpublished
from generator.pages.plan import Plan


def link_problems(document: Document, plan: Plan, suggest: Suggest = nearest) -> Iterator[Diagnostic]:
    """What is wrong with the links and pictures of one file."""
    path = document.spans.path
    for ref in document.body.references:
        if problem := resolve(ref, path, plan, suggest=suggest).problem:
            yield problem
    image = getattr(document, "image", "").lstrip("/")
    if image and image not in plan.assets.static:
        yield missing_picture(image, document.spans.at("image"), plan, suggest)


def frame_problems(plan: Plan) -> Iterator[Diagnostic]:
    """Links of site.yaml that lead nowhere, and a logo that isn't there."""
    config = plan.site.config
    stems = {words.identity.stem for words in plan.site.pages}
    for i, item in enumerate(config.navigation):
        if isinstance(item, Link) or item in urls.SECTIONS or item in stems:
            continue
        at = config.spans.at(f"navigation.{i}")
        if plan.is_hidden(urls.page_url(slugify(item))):
            yield unpublished(item, at)
        else:
            hint = did_you_mean(item, {*urls.SECTIONS, *stems}, "write the name of a file in content/pages/")
            what = f"the navigation names `{item}`, which isn't there"
            yield Diagnostic(codes.UNKNOWN_NAVIGATION, what, hint, at)
    for field, to in written_links(plan):
        if to.startswith("/"):
            at = config.spans.at(field)
            problem = resolve(_reference(to, at.line), config.spans.path, plan, at).problem
            yield from (problem,) if problem else ()
    if config.logo and config.logo.lstrip("/") not in plan.assets.static:
        yield missing_picture(config.logo, config.spans.at("logo"), plan)


def _reference(to: str, line: int) -> Reference:
    """An address of site.yaml as bodies hold theirs: decoded but for the query."""
    path, rest = urls.divided(to)
    query, _, fragment = rest.partition("#")
    return Reference(unquote(path) + query, unquote(fragment), line)


def written_links(plan: Plan) -> Iterator[tuple[str, str]]:
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
