"""Categories as pages name them: links, paths and entries of lists."""

from msgspec.structs import replace

from generator.library.nodes import Category, Slugs, lineage
from generator.pages import urls
from generator.pages.formats import Formats
from generator.pages.once import once
from generator.pages.pictures import picture
from generator.pages.plan import NEIGHBOURS, Plan
from generator.pages.views import CategoryEntry, LinkView


class Categories:
    """The categories of one plan in one language; each one's link, path and entries are made once."""

    def __init__(self, plan: Plan, formats: Formats) -> None:
        self._plan, self._formats = plan, formats
        self.link = once(self._link, _slugs)
        self.path = once(self._path, _slugs)
        self.top = once(plan.site.category_tree.top_of, _slugs)
        self.entry = once(self._entry, _slugs)
        self._shallow = once(self._entry_alone, _slugs)

    def below(self, parent: Slugs) -> tuple[CategoryEntry, ...]:
        """The categories right below one, or the top ones for (), each with all that is below it."""
        return tuple(map(self.entry, self._plan.site.subcategories.get(parent, ())))

    def children(self, category: Category) -> tuple[CategoryEntry, ...]:
        """The categories right below one, each by itself."""
        return tuple(map(self._shallow, self._plan.site.subcategories.get(category.slugs, ())))

    def neighbours(self, category: Category) -> tuple[CategoryEntry, ...]:
        """The busiest categories beside this one, each by itself."""
        beside = self._plan.busiest_categories.get(category.slugs[:-1], ())
        others = [other for other in beside if other.slugs != category.slugs]
        return tuple(map(self._shallow, others[:NEIGHBOURS]))

    def _link(self, category: Category) -> LinkView:
        """A category's own name that leads to its page."""
        return LinkView(self._plan.href(urls.category_url(category.slugs)), category.name)

    def _path(self, category: Category) -> tuple[LinkView, ...]:
        """The links from the top category down to this one."""
        return tuple(
            LinkView(self._plan.href(urls.category_url(slugs)), name)
            for slugs, name in zip(lineage(category.slugs), category.names, strict=True)
        )

    def _entry(self, node: Category) -> CategoryEntry:
        """A category in a list, with all that is below it."""
        return replace(self._shallow(node), children=self.below(node.slugs))

    def _entry_alone(self, node: Category) -> CategoryEntry:
        """A category in a list, without those below it."""
        return CategoryEntry(
            name=node.name,
            url=self.link(node).url,
            count=self._formats.count(len(self._plan.site.jobs_in(node))),
            summary=node.page.summary if node.page else "",
            picture=picture(node.page.image, node.page.image_alt, self._plan) if node.page else None,
        )


def _slugs(category: Category) -> Slugs:
    return category.slugs
