"""What an audit finds: measurements beside their goals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement beside its goal; `details` says what missed it, as far as that is known."""

    what: str
    goal: str
    measured: str
    is_passed: bool
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one audit found on one site."""

    title: str
    rows: tuple[Row, ...]


def at_most(what: str, limit: float, measured: float, unit: str, note: str = "") -> Row:
    """A row that passes up to a limit; the figure is shown as exactly as it is judged."""
    return Row(what, f"≤ {limit:g}{unit}", f"{measured:g}{unit}{note}", measured <= limit)


def misses(chapters: Iterable[Chapter]) -> list[tuple[str, Row]]:
    """Every row that missed its goal, with the title of its chapter."""
    return [(chapter.title, row) for chapter in chapters for row in chapter.rows if not row.is_passed]


def exit_code(chapters: Sequence[Chapter]) -> int:
    """1 with any miss, and where nothing was measured at all; else 0."""
    return 1 if misses(chapters) or not any(chapter.rows for chapter in chapters) else 0
