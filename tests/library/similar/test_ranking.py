from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from generator.library.similar.facts import facts_of
from generator.library.similar.index import NEAREST, index_jobs
from generator.library.similar.ranking import ENOUGH, candidates
from generator.library.similar.table import similar_jobs
from generator.library.site import Job
from generator.model.documents import Identity, Posting
from tests.builders import make_posting, make_site

_CLOSED = date(2026, 3, 1)


def _similar(*postings: Posting) -> dict[str, list[str]]:
    """The stems of the similar jobs for each posting's stem."""
    similar = similar_jobs(make_site(*postings).jobs)
    return {own.stem: [job.posting.identity.stem for job in best] for own, best in similar.items()}


def _alike(count: int) -> tuple[Posting, ...]:
    return tuple(make_posting(f"job-{n}", title="Engineer") for n in range(count))


def test_posting_is_never_similar_to_itself() -> None:
    similar = _similar(*_alike(4), make_posting("own", related=("own", "job-3")))
    assert all(stem not in best for stem, best in similar.items())
    assert similar["own"][0] == "job-3"


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"closes": _CLOSED}, id="closed-by-date"),
        pytest.param({"status": "filled"}, id="filled"),
        pytest.param({"status": "on-hold"}, id="on-hold"),
        pytest.param({"status": "draft"}, id="draft"),
        pytest.param({"opens": date(2026, 4, 1)}, id="upcoming"),
    ],
)
def test_only_open_jobs_are_similar(fields: Mapping[str, object]) -> None:
    similar = _similar(
        make_posting("engineer", related=("gone", "other")),
        make_posting("other"),
        make_posting("gone", **fields),
    )
    assert similar["engineer"] == ["other"]
    assert similar["other"] == ["engineer"]


def test_closed_posting_leads_to_open_ones() -> None:
    similar = _similar(
        make_posting("gone", closes=_CLOSED), make_posting("also-gone", closes=_CLOSED), *_alike(2)
    )
    assert similar["gone"] == ["job-0", "job-1"]


def test_pinned_ones_come_first_in_the_order_given() -> None:
    chef = make_posting("chef", title="Chef", category=("Kitchen",), location=("Lisbon, Portugal",))
    own = make_posting("own", title="Engineer", related=("chef", "job-2", "chef", "missing"))
    assert _similar(own, chef, *_alike(3))["own"] == ["chef", "job-2", "job-0", "job-1"]


def test_there_are_at_most_five() -> None:
    stems = tuple(f"job-{n}" for n in range(7))
    similar = _similar(make_posting("own", related=stems), *_alike(7))
    assert similar["own"] == list(stems[:5])
    assert {len(best) for best in similar.values()} == {5}


def test_equals_go_by_date_then_by_id() -> None:
    newest = make_posting("z", title="Engineer", posted=date(2026, 3, 9))
    same_day = (make_posting(stem, title="Engineer", id=id_) for stem, id_ in (("a", "id-2"), ("b", "id-1")))
    assert _similar(make_posting("own", title="Engineer"), newest, *same_day)["own"] == ["z", "b", "a"]


def test_job_that_shares_nothing_is_not_similar() -> None:
    chef = make_posting("chef", title="Chef", category=("Kitchen",), location=("Lisbon, Portugal",))
    assert _similar(make_posting("own", title="Engineer"), chef)["own"] == []


def test_similar_jobs_are_in_the_posting_s_language() -> None:
    own, other = make_posting("engineer"), make_posting("other")
    translated = replace(own, identity=Identity("engineer", "fr"))
    similar = similar_jobs(make_site(own, other, translated, languages=("en", "fr")).jobs)
    assert [job.posting.identity for job in similar[own.identity]] == [other.identity]
    assert similar[translated.identity] == ()


def test_order_of_the_input_changes_nothing() -> None:
    jobs = make_site(*(_synthetic(n, _mixed) for n in range(400))).jobs
    shuffled = tuple(sorted(jobs, key=lambda job: job.slug[::-1]))
    assert shuffled != jobs
    assert _by_slug(shuffled) == _by_slug(jobs) == _by_slug(jobs[::-1])


def _by_slug(jobs: tuple[Job, ...]) -> dict[str, list[str]]:
    return {own.stem: [job.slug for job in best] for own, best in similar_jobs(jobs).items()}


def _uniform(_number: int) -> dict[str, object]:
    """What every job has in common."""
    return {"title": "Data Engineer", "team": "Core", "level": "mid", "skills": ("SQL", "Python")}


def _mixed(number: int) -> dict[str, object]:
    """Common features in ever new combinations, so that each leads to other jobs."""
    return {
        "title": f"{('Data', 'Web', 'Cloud')[number % 3]} {('Engineer', 'Analyst')[number % 2]}",
        "category": (f"Engineering / Kind {number % 5}",),
        "team": f"Team {number % 7}",
        "skills": (f"skill {number % 11}", f"skill {number % 13 + 20}"),
    }


def _synthetic(number: int, fields: Callable[[int], dict[str, object]]) -> Posting:
    return make_posting(f"job-{number:04}", posted=_CLOSED - timedelta(days=number % 60), **fields(number))


@pytest.mark.parametrize("fields", [_uniform, _mixed])
def test_number_of_candidates_does_not_grow_with_the_site(fields: Callable[[int], dict[str, object]]) -> None:
    half, whole = (_pairs_considered(count, fields) for count in (2_000, 4_000))
    print(f"pairs a job: {half / 2_000:.1f} of 2,000, {whole / 4_000:.1f} of 4,000")
    assert whole <= 2.05 * half
    assert whole <= 4_000 * (ENOUGH + NEAREST)


def _pairs_considered(count: int, fields: Callable[[int], dict[str, object]]) -> int:
    jobs = make_site(*(_synthetic(n, fields) for n in range(count))).jobs
    index = index_jobs(map(facts_of, jobs))
    return sum(len(candidates(i, index)) for i in range(count))
