"""The tree of categories, from what postings write and what `content/categories/` says."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.diagnostics.codes import library as codes
from generator.diagnostics.diagnostic import Diagnostic, Note, Span
from generator.library.lookalikes import lookalikes
from generator.library.nodes import Category, Mention
from generator.model.documents import CategoryPage
from generator.model.slugs import fold, slugify

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CategoryTree:
    """All categories by folded names, and how a mention is looked up."""

    by_key: Mapping[Key, Category]
    whole: Mapping[str, Key]

    def find(self, text: str) -> Category | None:
        """The category that a file means by `text`, or None."""
        return self.by_key.get(_key(text, self.whole))

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
    first: dict[Key, Span] = {}
    for names, page in paged.items():
        _count(names, page.spans.at("title"), spellings, first)
    for mention in mentions:
        names = _split(mention.text) if fold(mention.text) not in whole else named[whole[fold(mention.text)]]
        _count(names, mention.at, spellings, first)
    by_key = _categories(spellings, {key: paged[names] for key, names in named.items()})
    problems += _shared_urls(by_key, first) + _slips(by_key, spellings, first) + _misplaced(by_key, first)
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
    problems: list[Diagnostic] = []
    for page in sorted(pages, key=lambda p: (len(p.folders), p.spans.path)):
        parents = [titles.get(page.folders[: i + 1]) for i in range(len(page.folders))]
        if None in parents:
            problems.append(_orphan(page, page.folders[: parents.index(None) + 1]))
            continue
        names = (*(name for name in parents if name), page.title)
        twin = next((p for n, p in paged.items() if tuple(map(fold, n)) == tuple(map(fold, names))), None)
        if twin:
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
    at: Span,
    spellings: dict[Key, Counter[str]],
    first: dict[Key, Span],
) -> None:
    """Notes one use of a category, and through it of each of its parents."""
    for depth in range(1, len(names) + 1):
        key = tuple(map(fold, names[:depth]))
        spellings[key][names[depth - 1]] += 1
        first.setdefault(key, at)


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


def _shared_urls(by_key: Mapping[Key, Category], first: Mapping[Key, Span]) -> list[Diagnostic]:
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
                    first[key],
                    (Note(first[owner], "the other category"),),
                )
            )
    return problems


def _slips(
    by_key: Mapping[Key, Category],
    spellings: Mapping[Key, Counter[str]],
    first: Mapping[Key, Span],
) -> list[Diagnostic]:
    siblings: dict[Key, dict[str, Key]] = defaultdict(dict)
    for key, category in by_key.items():
        siblings[key[:-1]][category.name] = key
    problems = []
    for group in siblings.values():
        for pair in lookalikes(group):
            rare, common = sorted(pair, key=lambda name: _weight(group[name], by_key, spellings))
            problems.append(
                Diagnostic(
                    codes.LOOKALIKE_CATEGORY,
                    f"the category `{rare}` looks like `{common}`",
                    f"if they are one, write `{' / '.join(by_key[group[common]].names)}`",
                    first[group[rare]],
                    (Note(first[group[common]], f"`{common}` is used here"),),
                )
            )
    return problems


def _weight(
    key: Key, by_key: Mapping[Key, Category], spellings: Mapping[Key, Counter[str]]
) -> tuple[bool, int, Key]:
    """How likely a spelling is the right one: with a page of its own, then by use."""
    return (by_key[key].page is not None, spellings[key].total(), key)


def _misplaced(by_key: Mapping[Key, Category], first: Mapping[Key, Span]) -> list[Diagnostic]:
    """Top categories that bear the name of a child elsewhere: most often the parent was forgotten."""
    children = {key[-1]: category for key, category in by_key.items() if len(key) > 1}
    parents = {key[0] for key in by_key if len(key) > 1}
    return [
        Diagnostic(
            codes.CATEGORY_NAMED_LIKE_CHILD,
            f"the top category `{category.name}` has the name of a category below `{child.names[0]}`",
            f"if they are one, write `{' / '.join(child.names)}`",
            first[key],
        )
        for key, category in by_key.items()
        if len(key) == 1 and key[0] not in parents and not category.page and (child := children.get(key[0]))
    ]
