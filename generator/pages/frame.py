"""What stands round every page: nothing here may depend on any posting."""

from collections.abc import Iterator
from dataclasses import replace

from generator import __version__
from generator.diagnostics.codes import pages as codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import nearest
from generator.model.slugs import slugify
from generator.model.values import Link
from generator.pages import urls
from generator.pages.formats import direction
from generator.pages.links import picture
from generator.pages.plan import Plan
from generator.pages.views import Frame, LinkGroupView, LinkView

_SECTIONS = {
    "categories": urls.CATEGORIES,
    "locations": urls.LOCATIONS,
    "articles": urls.ARTICLES,
    "jobs": urls.JOBS,
}


def frame(plan: Plan, language: str) -> Frame:
    """Header, navigation and footer for the pages of one language."""
    config = plan.site.config
    base = config.base_path
    return Frame(
        language=language,
        direction=direction(language),
        site_name=config.name,
        site_title=config.title,
        description=config.description,
        home_url=base + urls.HOME,
        jobs_url=base + urls.JOBS,
        categories_url=base + urls.CATEGORIES,
        logo=picture(config.logo, "", plan),
        navigation=tuple(_navigation(plan)),
        footer_groups=tuple(
            LinkGroupView(group.title, _links(group.links, plan)) for group in config.footer.groups
        ),
        social=_links(config.footer.social, plan),
        legal=_links(config.footer.legal, plan),
        copyright=config.footer.copyright,
        company_url=config.company.website,
        open_application=_open_application(plan),
        stylesheets=tuple(base + url for url in plan.assets.theme_urls(".css")),
        scripts=tuple(base + url for url in plan.assets.theme_urls(".js")),
        generator=f"Openings {__version__}",
    )


def link_view(link: Link, plan: Plan) -> LinkView:
    """A link of site.yaml as a page shows it."""
    config = plan.site.config
    url = config.base_path + link.to if link.to.startswith("/") else link.to
    return LinkView(url, link.title, is_external=urls.is_external(link.to, config.url))


def _open_application(plan: Plan) -> LinkView | None:
    to = plan.site.config.open_application
    if not to:
        return None
    return replace(link_view(Link("", to), plan), word="open-application")


def frame_problems(plan: Plan) -> Iterator[Diagnostic]:
    """Links of site.yaml that lead nowhere, and pictures that aren't there."""
    config = plan.site.config
    stems = {words.identity.stem for words in plan.site.pages}
    for i, item in enumerate(config.navigation):
        if isinstance(item, str) and item not in _SECTIONS and item not in stems:
            near = nearest(item, {*_SECTIONS, *stems})
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


def _links(links: tuple[Link, ...], plan: Plan) -> tuple[LinkView, ...]:
    return tuple(link_view(link, plan) for link in links)


def _navigation(plan: Plan) -> Iterator[LinkView]:
    """The header's links as site.yaml orders them, or everything there is."""
    site = plan.site
    titles = {words.identity.stem: words.title for words in site.pages}
    items = site.config.navigation or tuple(_SECTIONS)
    for item in items:
        if isinstance(item, Link):
            yield link_view(item, plan)
        elif item in _SECTIONS:
            yield LinkView(site.config.base_path + _SECTIONS[item], word=f"nav.{item}")
        elif item in titles:
            yield LinkView(site.config.base_path + urls.page_url(slugify(item)), titles[item])
