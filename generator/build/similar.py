"""The table of similar jobs: ranked anew only as far as a former build's table can have changed."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from generator.build.pool import in_order
from generator.build.store.cache import Memos
from generator.build.store.codec import decode, encode
from generator.build.store.keys import key
from generator.library.similar.facts import facts_of
from generator.library.similar.memo import Memo
from generator.library.similar.ranking import Ranking
from generator.library.similar.table import Task, finished, table, task_for
from generator.library.site import Job, newest_first
from generator.model.documents import Identity

# Below so many jobs to rank, starting workers takes longer than they save.
_PAYS = 1500
_OWN = key("similar jobs")


class _Ranking(Struct, frozen=True):
    """The work of ranking, each piece by its place among what is to do."""

    task: Task

    def begin(self) -> Callable[[Sequence[int]], list[tuple[int, ...]]]:
        """What ranks for some jobs; called once in each process."""
        assert self.task.index
        ranking, todo = Ranking(self.task.index), self.task.todo
        return lambda numbers: [ranking.best(todo[number]) for number in numbers]


def similar_table(jobs: tuple[Job, ...], memos: Memos, processes: int) -> Mapping[Identity, tuple[Job, ...]]:
    """The similar jobs for each job with a page; what the next build may start from is remembered."""
    ordered = tuple(sorted(jobs, key=newest_first))
    known = memos.memo(_OWN)
    task = task_for(tuple(map(facts_of, ordered)), decode(known, Memo) if known else None)
    count = len(task.todo)
    best = in_order(_Ranking(task), count, processes if count >= _PAYS else 1) if task.index else ()
    memo = finished(task, dict(zip(task.todo, best, strict=True)))
    stored = encode(memo)
    if stored != known:
        memos.remember({_OWN: stored})
    return table(ordered, memo)
