"""Names that differ by one slip of a finger."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.model.slugs import fold

_SHORTEST = 6  # below this, one letter is often a name's whole difference


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
