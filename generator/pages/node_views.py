"""The pages of categories and places, and the two that list them all."""

from generator.library.nodes import Category, Place
from generator.model.documents import CategoryPage, LocationPage
from generator.pages import urls
from generator.pages.extra import extra
from generator.pages.formats import time_zone_name
from generator.pages.kit import Kit
from generator.pages.page import Page
from generator.pages.pictures import picture
from generator.pages.views import (
    BodyView,
    CategoriesView,
    CategoryView,
    Head,
    LinkView,
    LocationsView,
    Picture,
    PlaceView,
)
from generator.pages.world import map_dots


def categories_view(page: Page, head: Head, kit: Kit) -> CategoriesView:
    """`/categories/`."""
    return CategoriesView(kit.frame, head, kit.categories.below(()))


def locations_view(page: Page, head: Head, kit: Kit) -> LocationsView:
    """`/locations/`."""
    remote = sum(job.posting.remote == "yes" for job in kit.site.open_jobs)
    total = kit.formats.count(remote)
    return LocationsView(kit.frame, head, kit.places.below(()), map_dots(kit), total)


def category_view(node: Category, page: Page, head: Head, kit: Kit) -> CategoryView:
    """A category's page: its words on the first, its jobs on all."""
    is_first, words = page.number == 1, node.page
    return CategoryView(
        frame=kit.frame,
        head=head,
        name=node.name,
        breadcrumbs=(
            LinkView(kit.frame.categories_url, word="nav.categories"),
            *kit.categories.path(node)[:-1],
        ),
        summary=words.summary if words else "",
        picture=_picture(words, kit) if is_first else None,
        body=_body(words, kit) if is_first else BodyView(),
        children=kit.categories.children(node),
        neighbours=kit.categories.neighbours(node),
        jobs=kit.rows.page_of(kit.site.jobs_in(node), page),
        articles=kit.articles.about(node) if is_first else (),
        extra=extra(words.extra if words else {}),
    )


def place_view(node: Place, page: Page, head: Head, kit: Kit) -> PlaceView:
    """A country's or city's page: its words on the first, its jobs on all."""
    is_first, words, language = page.number == 1, node.page, kit.formats.language
    country = kit.formats.country(node.country)
    above = (LinkView(kit.plan.href(urls.place_url(node.slugs[:1])), country),) if node.city else ()
    return PlaceView(
        frame=kit.frame,
        head=head,
        name=node.city or country,
        full_name=kit.places.name(node),
        region=node.region,
        country=country if node.city else "",
        breadcrumbs=(LinkView(kit.plan.href(urls.LOCATIONS), word="nav.locations"), *above),
        summary=words.summary if words else "",
        picture=_picture(words, kit) if is_first else None,
        body=_body(words, kit) if is_first else BodyView(),
        street=words.address.street if words and words.address else "",
        postal_code=words.address.postal_code if words and words.address else "",
        time_zone=time_zone_name(words.time_zone, language) if words and words.time_zone else "",
        children=kit.places.entry(node).children,
        neighbours=kit.places.neighbours(node),
        jobs=kit.rows.page_of(kit.site.jobs_in(node), page),
        articles=kit.articles.about(node) if is_first else (),
        extra=extra(words.extra if words else {}),
    )


def _picture(words: CategoryPage | LocationPage | None, kit: Kit) -> Picture | None:
    return picture(words.image, words.image_alt, kit.plan) if words else None


def _body(words: CategoryPage | LocationPage | None, kit: Kit) -> BodyView:
    return kit.bodies.view(words.body, words.spans.path) if words else BodyView()
