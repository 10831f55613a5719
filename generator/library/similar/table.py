"""The table of similar jobs: for a whole site in one go, or in parts and from the table before."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.library.similar.changes import affected, changes_between
from generator.library.similar.facts import Facts, facts_of
from generator.library.similar.index import Index, index_jobs
from generator.library.similar.memo import Memo
from generator.library.similar.ranking import Ranking
from generator.library.site import Job, newest_first
from generator.model.documents import Identity


class Task(Struct, frozen=True):
    """What is left to rank: the places `todo` of an index; what is `kept` holds as it was.

    Ranks can be had from `Ranking(index)` in any order, in any number of processes. Where nothing is to do
    there is no index.
    """

    facts: tuple[Facts, ...]
    kept: Mapping[int, tuple[int, ...]]
    todo: tuple[int, ...]
    index: Index | None


def similar_jobs(jobs: Iterable[Job]) -> dict[Identity, tuple[Job, ...]]:
    """Up to five open jobs for each job with a page, in the posting's own language, best first.

    Ties go to the newer posting, then to the smaller id; neither the order of `jobs` nor the machine
    changes anything.
    """
    ordered = tuple(sorted(jobs, key=newest_first))
    task = task_for(tuple(map(facts_of, ordered)))
    return table(ordered, finished(task, ranked(task)))


def task_for(facts: tuple[Facts, ...], former: Memo | None = None) -> Task:
    """What is to be ranked of jobs that come newest first, where a former build left its memo."""
    changes = changes_between(former.facts, facts) if former else None
    if former is None or changes is None:
        todo = {i for i, job in enumerate(facts) if job.has_page}
        return Task(facts, {}, tuple(sorted(todo)), index_jobs(facts))
    is_other = changes.gone or changes.new
    index = index_jobs(facts) if is_other else None
    todo = affected(index, former.facts, changes) if index else set()
    kept = {
        now: tuple(changes.moved[j] for j in former.best[then])
        for then, now in changes.moved.items()
        if now not in todo and facts[now].has_page
    }
    return Task(facts, kept, tuple(sorted(todo)), index)


def ranked(task: Task) -> dict[int, tuple[int, ...]]:
    """The best few for all that is to do."""
    ranking = Ranking(task.index) if task.index else None
    return {i: ranking.best(i) for i in task.todo} if ranking else {}


def finished(task: Task, best: Mapping[int, tuple[int, ...]]) -> Memo:
    """The whole of it, once all that was to do is ranked: what the next build may start from."""
    everything = {**task.kept, **best}
    return Memo(task.facts, tuple(everything.get(i, ()) for i in range(len(task.facts))))


def table(jobs: tuple[Job, ...], memo: Memo) -> dict[Identity, tuple[Job, ...]]:
    """The similar jobs for each job with a page; `jobs` are those that the memo is about."""
    return {
        job.posting.identity: tuple(jobs[j] for j in best)
        for job, best in zip(jobs, memo.best, strict=True)
        if job.has_page
    }
