"""A site's postings and a source's deliveries in memory, for tests of what an import does."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from generator.content.documents import identity_of, parse_posting
from generator.content.settings import ParseSettings
from generator.diagnostics.diagnostic import has_errors
from generator.importers.finding import Here
from generator.importers.imported import Delivery, Imported
from generator.importers.lock import Lock
from generator.importers.planning import Plan, Wishes, plan_import

SETTINGS = ParseSettings("en", ("en", "fr"))
FIRST, LATER = date(2026, 3, 2), date(2026, 3, 16)


def make_job(number: int = 1, body: str = "You dive.\n", **fields: Any) -> Imported:
    """A job of a source; fields given replace those that each has, and None leaves one out."""
    own = {
        "title": f"Diver {number}",
        "category": "Deep sea",
        "location": "Oslo, Norway",
        "posted": "2026-03-01",
        "apply": f"https://jobs.example.com/{number}",
        **fields,
    }
    return Imported(str(number), {name: value for name, value in own.items() if value is not None}, body)


def make_delivery(*jobs: Imported, **more: Any) -> Delivery:
    """All that a source has."""
    return Delivery(jobs, **more)


class Shore:
    """A site that imports are run on, one after the other: its files and its lock."""

    def __init__(self, source: str = "harbour") -> None:
        self.files: dict[str, bytes] = {}
        self.lock: Lock = {}
        self._source = source

    def run(self, *jobs: Imported, today: date = LATER, **wishes: Any) -> Plan:
        """Imports these jobs."""
        return self.receive(make_delivery(*jobs), today=today, **wishes)

    def plan(self, *jobs: Imported, elsewhere: Collection[str] = ()) -> Plan:
        """What an import of these jobs would do."""
        wishes = Wishes(LATER, accepts_removals=True)
        return plan_import(make_delivery(*jobs), self.lock, self.here(elsewhere), wishes)

    def receive(
        self, delivery: Delivery, today: date = LATER, elsewhere: Collection[str] = (), **wishes: Any
    ) -> Plan:
        """Imports a delivery: what the plan writes is there afterwards."""
        plan = plan_import(delivery, self.lock, self.here(elsewhere), Wishes(today, **wishes))
        self.files |= plan.files
        self.lock = plan.lock
        return plan

    def here(self, elsewhere: Collection[str] = ()) -> Here:
        """The postings as an import finds them."""
        found = {path: parse_posting(path, data, SETTINGS).document for path, data in self.files.items()}
        ids = {path: posting.id for path, posting in reversed(found.items()) if posting}
        found_by = (self._translations, self.files.__getitem__, self._source)
        return Here(tuple(self.files), ids, *found_by, elsewhere=frozenset(elsewhere))

    def edit(self, path: str, old: str, new: str) -> None:
        """Changes a file by hand."""
        text = self.files[path].decode()
        assert old in text
        self.files[path] = text.replace(old, new).encode()

    def text(self, path: str) -> str:
        """What a file says."""
        return self.files[path].decode()

    def unfit(self, known: Sequence[str]) -> list[str]:
        """What is wrong with the files, but for messages that hold one of some texts."""
        return [message for message in errors(self.files) if not any(text in message for text in known)]

    def _translations(self, path: str) -> Sequence[str]:
        stem = identity_of(path, SETTINGS).stem
        return [one for one in self.files if identity_of(one, SETTINGS).stem == stem]


def told(plan: Plan) -> list[str]:
    """What becomes of each posting, as `new diver-1` or `updated diver-1: title`."""
    return [_told(step) for step in plan.steps]


def _told(step: Any) -> str:
    stem = step.path.rpartition("/")[2].removesuffix(".md")
    names = [*step.fields, *(difference.name for difference in step.differing)]
    return f"{step.what.value} {stem}" + (f": {', '.join(names)}" if names else "")


def errors(files: Mapping[str, bytes]) -> list[str]:
    """What is wrong with the files, as our own reader says it."""
    parsed = (parse_posting(path, data, SETTINGS) for path, data in files.items())
    problems = (problem for one in parsed for problem in one.diagnostics)
    return [problem.message for problem in problems if has_errors((problem,))]
