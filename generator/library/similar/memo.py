"""What a build found out about similar jobs, kept for the next one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.library.similar.facts import Facts


@dataclass(frozen=True, slots=True)
class Memo:
    """The facts of all jobs, newest first, and where the best few for each stand among them."""

    facts: tuple[Facts, ...]
    best: tuple[tuple[int, ...], ...]

    @property
    def rows(self) -> list[list[Any]]:
        """The same as lists that JSON can hold, one for each job."""
        return [[*facts, best] for facts, best in zip(self.facts, self.best, strict=True)]


def memo_of(rows: Iterable[Sequence[Any]]) -> Memo:
    """The memo that `rows` came from."""
    kept = [tuple([tuple(v) if isinstance(v, list) else v for v in row]) for row in rows]
    return Memo(tuple(Facts._make(row[:-1]) for row in kept), tuple(row[-1] for row in kept))
