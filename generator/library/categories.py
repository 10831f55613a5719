"""The tree of categories, from what postings write and what `content/categories/` says."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.diagnostics.codes import library as codes
from generator.diagnostics.diagnostic import Diagnostic, Note
from generator.library.lookalikes import Spelling, look_alike, lookalikes, variants
from generator.library.nodes import Category, Mention, by_text
from generator.model.documents import CategoryPage
from generator.model.slugs import fold, slugify

Key = tuple[str, ...]
_Uses = dict[Key, list[Mention]]


class CategoryTree(Struct, frozen=True):
    """All categories by folded names, and how a mention is looked up."""

    by_key: Mapping[Key, Category]
    whole: Mapping[str, Key]

    def find(self, text: str) -> Category | None:
        """The category that a file means by `text`, or None."""
        return self.by_key.get(_key(text, self.whole))

    def top_of(self, category: Category) -> Category:
        """The top category that one lies in, or it itself."""
        return self.by_key[(fold(category.names[0]),)]

    @property
    def all(self) -> tuple[Category, ...]:
        """Every category, parents before their children, by name."""
        return tuple(self.by_key[key] for key in sorted(self.by_key))


def category_tree(
    mentions: Iterable[Mention], pages: Iterable[CategoryPage]
) -> tuple[CategoryTree, tuple[Diagnostic, ...]]:
    """The tree of every category that is mentioned or has a page, and what is wrong with it."""
    paged, problems = _by_path(tuple(pages))
    whole = {fold(names[-1]): tuple(map(fold, names)) for names in paged if " / " in names[-1]}
    named = {tuple(map(fold, names)): names for names in paged}
    spellings: dict[Key, Counter[str]] = defaultdict(Counter)
    uses: _Uses = defaultdict(list)
    for names, page in paged.items():
        _count(names, [Mention(page.spans, "title", (page.title,))], spellings, uses)
    for text, same in by_text(mentions).items():
        own = whole.get(fold(text))
        _count(named[own] if own else _split(text), same, spellings, uses)
    by_key = _categories(spellings, {key: paged[names] for key, names in named.items()})
    first = {key: mentions[0] for key, mentions in uses.items()}
    problems += _shared_urls(by_key, first) + _slips(by_key, uses) + _misplaced(by_key, first)
    problems += _narrow_slashes(by_key, first)
    return CategoryTree(by_key, whole), tuple(problems)


def _split(text: str) -> tuple[str, ...]:
    """The names from parent to child; empty parts are left out."""
    return tuple(" ".join(part.split()) for part in text.split(" / ") if part.strip())


def _key(text: str, whole: Mapping[str, Key]) -> Key:
    return whole.get(fold(text)) or tuple(map(fold, _split(text)))


def _by_path(
    pages: tuple[CategoryPage, ...],
) -> tuple[dict[tuple[str, ...], CategoryPage], list[Diagnostic]]:
    """Each page under its names from the top, parents being the pages of the folders it lies in."""
    titles = {(*page.folders, slugify(page.identity.stem)): page.title for page in pages}
    paged: dict[tuple[str, ...], CategoryPage] = {}
    first: dict[Key, CategoryPage] = {}
    problems: list[Diagnostic] = []
    for page in sorted(pages, key=lambda p: (len(p.folders), p.spans.path)):
        parents = [titles.get(page.folders[: i + 1]) for i in range(len(page.folders))]
        if None in parents:
            problems.append(_orphan(page, page.folders[: parents.index(None) + 1]))
            continue
        names = (*(name for name in parents if name), page.title)
        twin = first.setdefault(tuple(map(fold, names)), page)
        if twin is not page:
            problems.append(_twice(page, twin))
            continue
        paged[names] = page
    return paged, problems


def _orphan(page: CategoryPage, folders: tuple[str, ...]) -> Diagnostic:
    path = "/".join(("content/categories", *folders)) + ".md"
    return Diagnostic(
        codes.CATEGORY_WITHOUT_PARENT,
        f"the folder of `{page.spans.path}` belongs to no category",
        f"add `{path}` with the parent's `title`, or move this file",
        page.spans.at(""),
    )


def _twice(page: CategoryPage, twin: CategoryPage) -> Diagnostic:
    return Diagnostic(
        codes.SHARED_URL,
        f"the category `{page.title}` has two pages",
        "keep one of the two files",
        page.spans.at("title"),
        (Note(twin.spans.at("title"), "the other page"),),
    )


def _count(
    names: tuple[str, ...],
    mentions: list[Mention],
    spellings: dict[Key, Counter[str]],
    uses: _Uses,
) -> None:
    """Notes the mentions of a category, and through it of each of its parents."""
    whole = tuple(map(fold, names))
    for depth in range(1, len(names) + 1):
        key = whole[:depth]
        spellings[key][names[depth - 1]] += len(mentions)
        uses[key] += mentions


def _categories(
    spellings: Mapping[Key, Counter[str]], pages: Mapping[Key, CategoryPage]
) -> dict[Key, Category]:
    """A category for each key, under the spelling of its page or else the commonest."""
    names = {key: min(counter, key=lambda s: (-counter[s], s)) for key, counter in spellings.items()}
    names |= {key: page.title for key, page in pages.items()}
    return {
        key: Category(
            tuple(names[key[: i + 1]] for i in range(len(key))),
            tuple(slugify(names[key[: i + 1]]) for i in range(len(key))),
            pages.get(key),
        )
        for key in sorted(names)
    }


def _shared_urls(by_key: Mapping[Key, Category], first: Mapping[Key, Mention]) -> list[Diagnostic]:
    owners: dict[tuple[str, ...], Key] = {}
    problems = []
    for key, category in by_key.items():
        owner = owners.setdefault(category.slugs, key)
        if owner != key:
            problems.append(
                Diagnostic(
                    codes.SHARED_URL,
                    f"the categories `{category.name}` and `{by_key[owner].name}` have the same address "
                    f"`/categories/{'/'.join(category.slugs)}/`",
                    "rename one of them so that they differ in letters or digits",
                    first[key].at,
                    (Note(first[owner].at, "the other category"),),
                )
            )
    return problems


def _slips(by_key: Mapping[Key, Category], uses: _Uses) -> list[Diagnostic]:
    """Categories side by side whose names differ by a slip."""
    siblings: dict[Key, dict[str, Key]] = defaultdict(dict)
    for key, category in by_key.items():
        siblings[key[:-1]][category.name] = key
    problems = []
    for group in siblings.values():
        for pair in dict.fromkeys((*lookalikes(group), *variants(group))):
            one, other = (_spelling(by_key[group[name]], uses[group[name]]) for name in pair)
            problems.append(look_alike(one, other, codes.LOOKALIKE_CATEGORY, "category"))
    return problems


def _spelling(category: Category, uses: list[Mention]) -> Spelling:
    return Spelling(category.name, " / ".join(category.names), tuple(uses), category.page is not None)


def _narrow_slashes(by_key: Mapping[Key, Category], first: Mapping[Key, Mention]) -> list[Diagnostic]:
    """Categories with a slash in their name that has no spaces around it, where its parts are known."""
    known = {key[-1] for key in by_key}
    problems = []
    for key, category in by_key.items():
        parts = re.split(r"\s*/\s*", category.name)
        if len(parts) == 1 or category.page or not all(fold(part) in known for part in parts):
            continue
        wide = " / ".join((*category.names[:-1], *parts))
        message = f"the category `{category.name}` looks like `{wide}`"
        hint = f"if a child is meant, write `{wide}` with spaces around the slash"
        problems.append(Diagnostic(codes.LOOKALIKE_CATEGORY, message, hint, first[key].at))
    return problems


def _misplaced(by_key: Mapping[Key, Category], first: Mapping[Key, Mention]) -> list[Diagnostic]:
    """Top categories that bear the name of a child elsewhere: most often the parent was forgotten."""
    children = {key[-1]: category for key, category in by_key.items() if len(key) > 1}
    parents = {key[0] for key in by_key if len(key) > 1}
    return [
        Diagnostic(
            codes.CATEGORY_NAMED_LIKE_CHILD,
            f"the top category `{category.name}` has the name of a category below `{child.names[0]}`",
            f"if they are one, write `{' / '.join(child.names)}`",
            first[key].at,
        )
        for key, category in by_key.items()
        if len(key) == 1 and key[0] not in parents and not category.page and (child := children.get(key[0]))
    ]
