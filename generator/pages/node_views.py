"""The pages of categories and places, and the two that list them all."""

from generator.library.nodes import Category, Place
from generator.library.topics import articles_about
from generator.model.documents import Body, CategoryPage, LocationPage
from generator.model.territories import country_name
from generator.pages import urls
from generator.pages.extra import extra
from generator.pages.formats import count, time_zone_name
from generator.pages.links import body_view, picture
from generator.pages.lists import (
    article_cards,
    category_entries,
    category_path,
    job_list,
    neighbour_categories,
    neighbour_places,
    place_entries,
    place_name,
)
from generator.pages.plan import Page, Plan
from generator.pages.views import (
    BodyView,
    CategoriesView,
    CategoryView,
    Frame,
    Head,
    LinkView,
    LocationsView,
    Picture,
    PlaceView,
)


def categories_view(page: Page, plan: Plan, frame: Frame, head: Head) -> CategoriesView:
    """`/categories/`."""
    return CategoriesView(frame, head, category_entries((), plan, page.language))


def locations_view(page: Page, plan: Plan, frame: Frame, head: Head) -> LocationsView:
    """`/locations/`."""
    remote = sum(job.posting.remote == "yes" for job in plan.site.open_jobs)
    countries = place_entries((), plan, page.language)
    return LocationsView(frame, head, countries, count(remote, page.language))


def category_view(node: Category, page: Page, plan: Plan, frame: Frame, head: Head) -> CategoryView:
    """A category's page: its words on the first, its jobs on all."""
    is_first = page.number == 1
    return CategoryView(
        frame=frame,
        head=head,
        name=node.name,
        breadcrumbs=(
            LinkView(plan.href(urls.CATEGORIES), word="nav.categories"),
            *category_path(node, plan)[:-1],
        ),
        summary=node.page.summary if node.page else "",
        picture=_picture(node.page, plan) if is_first else None,
        body=_body(node.page, plan) if is_first else BodyView(),
        children=category_entries(node.slugs, plan, page.language, deep=False),
        neighbours=neighbour_categories(node, plan, page.language),
        jobs=job_list(plan.site.jobs_in(node), page, plan),
        articles=article_cards(articles_about(node, plan.site), plan, page.language) if is_first else (),
        extra=extra(node.page.extra if node.page else {}),
    )


def place_view(node: Place, page: Page, plan: Plan, frame: Frame, head: Head) -> PlaceView:
    """A country's or city's page: its words on the first, its jobs on all."""
    is_first, words = page.number == 1, node.page
    country = country_name(node.country, page.language)
    above = (LinkView(plan.href(urls.place_url(node.slugs[:1])), country),) if node.city else ()
    return PlaceView(
        frame=frame,
        head=head,
        name=node.city or country,
        full_name=place_name(node, page.language),
        region=node.region,
        country=country if node.city else "",
        breadcrumbs=(LinkView(plan.href(urls.LOCATIONS), word="nav.locations"), *above),
        summary=words.summary if words else "",
        picture=_picture(words, plan) if is_first else None,
        body=_body(words, plan) if is_first else BodyView(),
        street=words.address.street if words and words.address else "",
        postal_code=words.address.postal_code if words and words.address else "",
        time_zone=time_zone_name(words.time_zone, page.language) if words and words.time_zone else "",
        children=place_entries(node.slugs, plan, page.language),
        neighbours=neighbour_places(node, plan, page.language),
        jobs=job_list(plan.site.jobs_in(node), page, plan),
        articles=article_cards(articles_about(node, plan.site), plan, page.language) if is_first else (),
        extra=extra(words.extra if words else {}),
    )


def _picture(words: CategoryPage | LocationPage | None, plan: Plan) -> Picture | None:
    return picture(words.image, words.image_alt, plan) if words else None


def _body(words: CategoryPage | LocationPage | None, plan: Plan) -> BodyView:
    return body_view(words.body if words else Body(), words.spans.path if words else "", plan)
