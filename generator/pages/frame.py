"""What stands round every page: nothing here may depend on any posting."""

from collections.abc import Iterator
from dataclasses import replace

from generator import __version__
from generator.model.slugs import slugify
from generator.model.values import Link
from generator.pages import urls
from generator.pages.formats import direction
from generator.pages.links import picture
from generator.pages.plan import Plan
from generator.pages.views import Frame, LinkGroupView, LinkView

# What site.yaml's `navigation` may name besides pages, and where each leads.
SECTIONS = {
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


def _links(links: tuple[Link, ...], plan: Plan) -> tuple[LinkView, ...]:
    return tuple(link_view(link, plan) for link in links)


def _navigation(plan: Plan) -> Iterator[LinkView]:
    """The header's links as site.yaml orders them, or everything there is."""
    site = plan.site
    titles = {words.identity.stem: words.title for words in site.pages}
    items = site.config.navigation or tuple(SECTIONS)
    for item in items:
        if isinstance(item, Link):
            yield link_view(item, plan)
        elif item in SECTIONS:
            yield LinkView(site.config.base_path + SECTIONS[item], word=f"nav.{item}")
        elif item in titles:
            yield LinkView(site.config.base_path + urls.page_url(slugify(item)), titles[item])
