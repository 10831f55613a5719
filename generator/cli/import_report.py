"""What an import has to tell: what became of the postings, a line each, and how many in all."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.cli.invocation import Invocation
from generator.cli.saying import say
from generator.diagnostics.counting import count
from generator.diagnostics.diagnostic import Diagnostic, has_errors
from generator.importers.imported import Delivery
from generator.importers.merging import Difference
from generator.importers.planning import Plan, Step, What

# Told only where somebody asks how files and source differ: each is as somebody wanted it.
_QUIET = frozenset((What.CHANGED_HERE, What.DELETED_HERE))
_WRONG = frozenset((What.CONFLICT, What.UNREADABLE, What.LEFT_OUT))
_LONGEST = 60


def tell(invocation: Invocation, plan: Plan, delivery: Delivery, *, is_check: bool, is_dry: bool) -> None:
    """Prints a line for each posting to which something happens, and a summary."""
    for step in plan.steps:
        if is_check or step.what not in _QUIET:
            _tell_step(invocation, step)
    for text in (*delivery.notes, *delivery.problems):
        say(text, err=True)
    counts = Counter(step.what for step in plan.steps)
    jobs = len(delivery.postings)
    said = [f"{number:,} {_plural(what, number)}" for what in What if (number := counts[what])]
    said += [f"{plan.unchanged:,} unchanged"] if plan.unchanged or not said else []
    would = "nothing was written: " if is_check or is_dry else ""
    say(f"{would}{count(jobs, 'job')} at the source: {', '.join(said)}")


def exit_code(plan: Plan, delivery: Delivery, problems: Iterable[Diagnostic], *, is_check: bool) -> int:
    """1 where somebody has to look: conflicts, jobs left out, errors; for a check, any difference."""
    is_wrong = any(is_check or step.what in _WRONG for step in plan.steps)
    return int(is_wrong or bool(delivery.problems) or has_errors(problems))


def _plural(what: What, number: int) -> str:
    return "conflicts" if what is What.CONFLICT and number != 1 else what.value


def _tell_step(invocation: Invocation, step: Step) -> None:
    is_wrong = step.what in _WRONG
    fields = f" ({', '.join(step.fields)})" if step.fields else ""
    say(f"{invocation.shown(step.path)}: {step.what.value}{fields}", err=is_wrong)
    for text in _details(step):
        say(f"  {text}", err=is_wrong)
    if step.what is What.CONFLICT:
        say(
            "  fix: write what is right into the file, or take one side: `--take source`, `--take file`",
            err=True,
        )


def _details(step: Step) -> Iterator[str]:
    yield from (_told(difference) for difference in step.differing)
    yield from step.notes


def _told(difference: Difference) -> str:
    here, there = (f"`{_short(text)}`" if text else "nothing" for text in (difference.here, difference.there))
    if difference.name == "body":
        return "body: the words differ"
    return f"{difference.name}: the file says {here}, the source {there}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
