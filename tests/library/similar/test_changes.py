"""Ranking only what a change can reach gives the same table as ranking everything."""

from collections.abc import Iterable
from random import Random
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from msgspec import json

from generator.library.similar import index, ranking
from generator.library.similar.facts import Facts
from generator.library.similar.memo import Memo
from generator.library.similar.table import finished, ranked, task_for

# Few values, so that most are shared, some by nearly all, and jobs come and go across every threshold.
_WORDS = ("data", "web", "cloud", "engineer", "engineer", "engineer", "analyst", "nurse", "lead", "tea")
_LEAVES = ("it/data", "it/web", "it", "care/ward/night")
_PLACES = ("DE/berlin", "DE/bonn", "SE/lund", "SE")
_SKILLS = ("sql", "go", "ink", "law", "tea")
_DAYS = 9


def _facts(random: Random, stem: str, rarely: float = 0.1) -> Facts:
    is_open = random.random() > rarely
    return Facts(
        age=-random.randrange(_DAYS),
        id=random.choice((stem, "a", "z")),
        stem=stem,
        language="fr" if random.random() < rarely else "en",
        is_open=is_open,
        has_page=is_open or random.random() < 0.7,
        related=tuple(random.choices(_STEMS, k=random.choice((0, 0, 0, 1, 3)))),
        categories=tuple(random.choices(_LEAVES, (6, 4, 2, 1), k=random.choice((1, 1, 1, 2)))),
        title=" ".join(random.choices(_WORDS, k=random.randint(1, 3))),
        skills=tuple(random.choices(_SKILLS, (9, 5, 3, 2, 1), k=random.randrange(3))),
        team=random.choice(("", "core", "core", "edge")),
        places=tuple(random.choices(_PLACES, (8, 4, 2, 1), k=random.choice((0, 1, 1, 2)))),
        level=random.choice(("", "mid", "senior")),
        is_remote=random.random() < 0.3,
    )


_STEMS = tuple(f"job-{n}" for n in range(60))


def _edited(random: Random, jobs: dict[str, Facts]) -> dict[str, Facts]:
    """The jobs after one to three edits: a job added, deleted, replaced, or one fact of it changed."""
    edited = dict(jobs)
    for _ in range(random.randint(1, 3)):
        stem = random.choice(_STEMS if random.random() < 0.3 or not edited else sorted(edited))
        new = _facts(random, stem, 0.3)
        old = edited.pop(stem, None)
        if old and random.random() < 0.7:
            field = random.choice(Facts._fields)
            edited[stem] = old._replace(**{field: getattr(new, field)})
        elif random.random() < 0.7:
            edited[stem] = new
    return edited


def _ordered(jobs: Iterable[Facts]) -> tuple[Facts, ...]:
    return tuple(sorted(jobs, key=lambda job: job.order))


def _memo(jobs: tuple[Facts, ...], former: Memo | None = None) -> Memo:
    task = task_for(jobs, former)
    return finished(task, ranked(task))


def _stored(memo: Memo) -> Memo:
    return json.decode(json.encode(memo), type=Memo)


@given(
    seed=st.integers(0, 2**32),
    size=st.integers(1, 60),
    nearest=st.integers(1, 12),
    enough=st.integers(1, 30),
)
def test_table_after_any_edits_is_that_of_a_clean_build(
    seed: int, size: int, nearest: int, enough: int
) -> None:
    random = Random(seed)
    jobs = {stem: _facts(random, stem) for stem in _STEMS[:size]}
    with patch.object(index, "NEAREST", nearest), patch.object(ranking, "ENOUGH", enough):
        memo = _memo(_ordered(jobs.values()))
        for _ in range(4):
            jobs = _edited(random, jobs)
            facts = _ordered(jobs.values())
            memo = _memo(facts, _stored(memo))
            assert memo == _memo(facts)


def test_thresholds_of_a_real_site_are_crossed_without_a_difference() -> None:
    random = Random(1)
    jobs = {stem: _facts(random, stem) for stem in (f"job-{n}" for n in range(240))}
    memo = _memo(_ordered(jobs.values()))
    for _ in range(25):
        jobs = _edited(random, jobs)
        facts = _ordered(jobs.values())
        memo = _memo(facts, memo)
        assert memo == _memo(facts)


def _retitled(jobs: tuple[Facts, ...], place: int) -> tuple[Facts, ...]:
    return (*jobs[:place], jobs[place]._replace(title="web nurse"), *jobs[place + 1 :])


def test_retitle_ranks_no_more_jobs_on_a_larger_site() -> None:
    most = []
    for size in (1_500, 6_000):
        jobs = _ordered(_facts(Random(n), f"number-{n}") for n in range(size))
        memo = Memo(jobs, ((),) * size)  # what was best doesn't matter here
        tasks = [task_for(_retitled(jobs, place), memo) for place in range(0, size, size // 5)]
        most.append(max(len(task.todo) for task in tasks))
    print(f"jobs to rank after a retitle: {most[0]} of 1,500, {most[1]} of 6,000")
    assert most[1] <= 1.2 * most[0]


def test_nothing_is_ranked_where_no_fact_has_changed() -> None:
    jobs = _ordered(_facts(Random(n), f"job-{n}") for n in range(20))
    task = task_for(jobs, _stored(_memo(jobs)))
    assert (task.todo, task.index) == ((), None)


def test_two_jobs_of_one_name_are_ranked_anew_with_all_others() -> None:
    jobs = _ordered(_facts(Random(n), f"job-{n}", 0) for n in range(20))
    doubled = (*jobs, jobs[-1]._replace(age=1))
    assert task_for(doubled, _memo(doubled)).todo == task_for(doubled).todo


def test_memo_takes_no_more_than_400_bytes_a_job() -> None:
    jobs = _ordered(_facts(Random(n), f"senior-data-engineer-{n}") for n in range(200))
    stored = json.encode(_memo(jobs))
    assert len(stored) < 400 * len(jobs)
