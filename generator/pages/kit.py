"""What views are made with."""

from collections.abc import Callable
from functools import cache

from msgspec import Struct

from generator.library.site import Site
from generator.model.values import Contact
from generator.pages.articles import Articles
from generator.pages.bodies import Bodies
from generator.pages.categories import Categories
from generator.pages.changes import Changes
from generator.pages.contacts import contact_view
from generator.pages.entries import Entries
from generator.pages.formats import Formats
from generator.pages.frame import frame
from generator.pages.groups import Groups
from generator.pages.places import Places
from generator.pages.plan import Plan
from generator.pages.rows import Rows
from generator.pages.structured_data import StructuredData
from generator.pages.views import ContactView, Frame


class Kit(Struct, frozen=True):
    """What makes the parts of views for one plan and one language; each part is made once, when needed."""

    plan: Plan
    frame: Frame
    formats: Formats
    bodies: Bodies
    categories: Categories
    places: Places
    rows: Rows
    groups: Groups
    articles: Articles
    structured: StructuredData
    changes: Changes
    entries: Entries
    contact: Callable[[Contact], ContactView]

    @property
    def site(self) -> Site:
        """The site of the plan."""
        return self.plan.site


def kit_of(plan: Plan, language: str) -> Kit:
    """The kit for the views of one plan in one language; no part is made yet."""
    formats = Formats(language)
    categories, places = Categories(plan, formats), Places(plan, formats)
    bodies = Bodies(plan)
    rows = Rows(plan, formats, categories, places)
    return Kit(
        plan=plan,
        frame=frame(plan, language),
        formats=formats,
        bodies=bodies,
        categories=categories,
        places=places,
        rows=rows,
        groups=Groups(plan, categories, rows),
        articles=Articles(plan, formats),
        structured=StructuredData(plan, formats, bodies),
        changes=Changes(plan.site),
        entries=Entries(plan),
        contact=cache(contact_view),
    )
