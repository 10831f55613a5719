"""Which problems a change brings, and how many it mends."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping

from generator.diagnostics.codes.pages import ADDRESSES_NOT_RECORDED
from generator.diagnostics.diagnostic import Diagnostic, in_order
from generator.publish.compare.changes import Problem
from generator.publish.compare.pairs import Pair
from generator.publish.compare.side import Side


def new_problems(before: Side, after: Side, found: tuple[Pair, ...]) -> tuple[tuple[Problem, ...], int]:
    """The problems that are new, and how many are gone; where in its file a problem stands makes no news."""
    moved = {p.before.spans.path: p.after.spans.path for p in found if p.before and p.after}
    old = Counter(_news(problem, moved) for problem in _counted(before.problems))
    now = _by_news(after.problems)
    new = [p for own, same in now.items() for p in same[old[own] :]]
    mended = sum((old - Counter({own: len(same) for own, same in now.items()})).values())
    return tuple(map(_problem, in_order(new))), mended


def _counted(problems: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """Each problem once, but for what every new page brings until it is published."""
    return (p for p in dict.fromkeys(problems) if p.code is not ADDRESSES_NOT_RECORDED)


def _by_news(problems: tuple[Diagnostic, ...]) -> Mapping[Hashable, list[Diagnostic]]:
    by_news: dict[Hashable, list[Diagnostic]] = defaultdict(list)
    for problem in _counted(problems):
        by_news[_news(problem, {})].append(problem)
    return by_news


def _news(problem: Diagnostic, moved: Mapping[str, str]) -> Hashable:
    """What makes a problem another one."""
    path = problem.at.path if problem.at else ""
    return problem.code.code, problem.message, moved.get(path, path)


def _problem(problem: Diagnostic) -> Problem:
    code, at = problem.code, problem.at
    path, line = (at.path, at.line) if at else ("", 0)
    return Problem(code.code, code.name, problem.severity, problem.message, problem.hint, path, line)
