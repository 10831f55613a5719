"""What stands round every page: nothing here may depend on any posting."""

from collections.abc import Iterator
from urllib.parse import unquote

from msgspec.structs import replace

from generator import __version__
from generator.model.slugs import slugify
from generator.model.values import Link
from generator.pages import urls
from generator.pages.extra import frozen
from generator.pages.formats import direction
from generator.pages.pictures import picture
from generator.pages.plan import Plan
from generator.pages.policy import content_security_policy
from generator.pages.views import AnalyticsView, Extra, Frame, LinkGroupView, LinkView


def frame(plan: Plan, language: str) -> Frame:
    """Header, navigation and footer for the pages of one language."""
    config = plan.site.config
    return Frame(
        language=language,
        direction=direction(language),
        site_name=config.name,
        site_title=config.title,
        description=config.description,
        home_url=plan.href(urls.HOME),
        jobs_url=plan.href(urls.JOBS),
        categories_url=plan.href(urls.CATEGORIES),
        locations_url=plan.href(urls.LOCATIONS),
        saved_url=plan.href(urls.SAVED),
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
        stylesheets=tuple(plan.href(url) for url in plan.assets.of_every_page(".css")),
        scripts=tuple(plan.href(url) for url in plan.assets.of_every_page(".js")),
        assets=Extra(tuple((name, plan.href(url)) for name, url in sorted(plan.assets.theme.items()))),
        settings=frozen(config.theme.settings),
        policy=content_security_policy(config),
        time_zone=config.time_zone,
        analytics=AnalyticsView(config.analytics.script, config.analytics.data) if config.analytics else None,
        apply_parameters=config.apply_parameters,
        generator=f"Openings {__version__}",
    )


def _link(link: Link, plan: Plan) -> LinkView:
    """A link of site.yaml as a page shows it."""
    path, rest = urls.divided(link.to)
    url = plan.href(unquote(path), rest) if path.startswith("/") else link.to
    return LinkView(url, link.title, is_external=urls.is_external(link.to, plan.site.config.url))


def is_hidden(to: str, plan: Plan) -> bool:
    """Whether an address of site.yaml is that of a page which isn't published today."""
    path = unquote(urls.divided(to)[0])
    return path.startswith("/") and plan.is_hidden(path)


def _open_application(plan: Plan) -> LinkView | None:
    to = plan.site.config.open_application
    if not to or is_hidden(to, plan):
        return None
    return replace(_link(Link("", to), plan), word="open-application")


def _links(links: tuple[Link, ...], plan: Plan) -> tuple[LinkView, ...]:
    return tuple(_link(link, plan) for link in links if not is_hidden(link.to, plan))


def _navigation(plan: Plan) -> Iterator[LinkView]:
    """The header's links as site.yaml orders them, or everything there is."""
    site = plan.site
    titles = {words.identity.stem: words.title for words in site.pages}
    items = site.config.navigation or tuple(urls.SECTIONS)
    for item in items:
        if isinstance(item, Link):
            yield from _links((item,), plan)
        elif item in urls.SECTIONS:
            yield LinkView(plan.href(urls.SECTIONS[item]), word=f"nav.{item}")
        elif item in titles:
            yield LinkView(plan.href(urls.page_url(slugify(item))), titles[item])
