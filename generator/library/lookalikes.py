"""Names that differ by one slip of a finger, and what to say of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.diagnostics.diagnostic import Code, Diagnostic, Note
from generator.library.nodes import Mention
from generator.model.slugs import fold

_SHORTEST = 6  # below this, one letter is often a name's whole difference
_LONGEST_ENDING = 3
_AND = re.compile(r" (?:&|\+|and|und|et|och|y|e|en|og) ")


class Spelling(Struct, frozen=True):
    """One of two names that look alike: where it is used, and what to write for it."""

    name: str
    instead: str
    uses: tuple[Mention, ...]
    has_page: bool

    @property
    def weight(self) -> tuple[int, bool, int]:
        """How likely it is the right one: by use, then with a page of its own, then by files."""
        return (len(self.uses), self.has_page, len({use.spans.path for use in self.uses}))


def look_alike(one: Spelling, other: Spelling, code: Code, kind: str) -> Diagnostic:
    """That the rarer one may mean the commoner; where nothing tells which, both are named alike."""
    if one.weight == other.weight:
        message = f"`{one.name}` and `{other.name}` look alike"
        hint = "if they are one, write the same in both places"
        return Diagnostic(code, message, hint, one.uses[0].at, (_used(other),))
    rare, common = sorted((one, other), key=lambda spelling: spelling.weight)
    message = f"the {kind} `{rare.name}` looks like `{common.name}`"
    return Diagnostic(
        code, message, f"if they are one, write `{common.instead}`", rare.uses[0].at, (_used(common),)
    )


def _used(spelling: Spelling) -> Note:
    return Note(spelling.uses[0].at, f"`{spelling.name}` is used here")


def variants(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that say `and` otherwise, or of which one has up to three letters more at its end."""
    by_fold: dict[str, str] = {}
    by_joined: dict[str, str] = {}
    for name in sorted(set(names), key=lambda name: (len(fold(name)), name)):
        folded = fold(name)
        joined = _AND.sub(" & ", folded)
        if joined in by_joined:
            yield by_joined[joined], name
        else:
            yield from ((by_fold[stem], name) for stem in _stems(folded) if stem in by_fold)
        by_joined.setdefault(joined, name)
        by_fold[folded] = name


def _stems(folded: str) -> Iterator[str]:
    """The name without two or three letters at its end; one letter less is a slip of a finger."""
    for more in range(2, _LONGEST_ENDING + 1):
        if len(folded) - more >= _SHORTEST and folded[-more:].isalpha():
            yield folded[:-more]


def lookalikes(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names one edit apart: a letter missing, added, wrong or swapped with its neighbour.

    Work grows with the number of names: two such names share a spelling with one letter left out.
    """
    shortened: dict[str, list[str]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for name in sorted(set(names)):
        folded = fold(name)
        if len(folded) < _SHORTEST:
            continue
        for key in sorted({folded, *(folded[:i] + folded[i + 1 :] for i in range(len(folded)))}):
            for other in shortened[key]:
                if (other, name) not in seen and _is_slip(fold(other), folded):
                    seen.add((other, name))
                    yield other, name
            shortened[key].append(name)


def _is_slip(one: str, other: str) -> bool:
    """Whether the difference is in letters and not in a number ("Team 1", "Team 2")."""
    if one == other:
        return False
    changed = set(one) ^ set(other)
    return not any(ch.isdigit() for ch in changed) and [c for c in one if c.isdigit()] == [
        c for c in other if c.isdigit()
    ]
