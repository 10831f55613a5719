import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.library.related import candidates, index_jobs, similar_jobs, title_words
from generator.library.site import Job
from generator.model.documents import Identity, Posting
from tests.builders import make_posting, make_site

_CLOSED = date(2026, 3, 1)
_LABELLED = Path(__file__).with_name("labelled_jobs.tsv")


def _similar(*postings: Posting) -> dict[str, list[str]]:
    """The stems of the similar jobs for each posting's stem."""
    site = make_site(*postings)
    return {own.stem: [job.posting.identity.stem for job in best] for own, best in site.similar.items()}


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
    similar = make_site(own, other, translated, languages=("en", "fr")).similar
    assert [job.posting.identity for job in similar[own.identity]] == [other.identity]
    assert similar[translated.identity] == ()


@pytest.mark.parametrize(
    ("title", "words"),
    [
        pytest.param("Senior Backend Engineer (Go)", ("backend", "engineer", "go"), id="level"),
        pytest.param("Entwickler für C++ und C# (m/w/d)", ("entwickler", "c++", "c#"), id="german"),
        pytest.param("Director of Product, Product Platform", ("director", "product", "platform"), id="once"),
        pytest.param("Senior Lead", ("senior", "lead"), id="nothing-else"),
    ],
)
def test_title_words_tell_jobs_apart(title: str, words: tuple[str, ...]) -> None:
    assert title_words(title) == words


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A line of the corpus; `number` decides which third it belongs to."""

    number: int
    leaf: str
    twin: str
    posting: Posting

    @property
    def parent(self) -> str:
        return self.leaf.split(" / ")[0]

    @property
    def is_held_out(self) -> bool:
        """Whether the weights were chosen without looking at this one's similar jobs."""
        return self.number % 3 == 0


def _labelled(*, leaf_hidden: bool = False) -> tuple[_Labelled, ...]:
    with _LABELLED.open(encoding="utf-8", newline="") as lines:
        return tuple(
            _line(n, row, leaf_hidden) for n, row in enumerate(csv.DictReader(lines, delimiter="\t"))
        )


def _line(number: int, row: Mapping[str, str], leaf_hidden: bool) -> _Labelled:
    leaf = row["category"]
    posting = make_posting(
        f"job-{number:03}",
        title=row["title"],
        category=(leaf.split(" / ")[0] if leaf_hidden else leaf,),
        location=(row["location"],),
        team=row["team"],
        level=row["level"],
        skills=tuple(filter(None, row["skills"].split(";"))),
        # A spread of days that follows neither the categories nor the thirds.
        posted=date(2026, 3, 1) - timedelta(days=number * 37 % 90),
    )
    return _Labelled(number, leaf, row["twin"], posting)


def _ranked(corpus: Iterable[_Labelled]) -> dict[int, list[_Labelled]]:
    by_identity = {line.posting.identity: line for line in corpus}
    site = make_site(*(line.posting for line in by_identity.values()))
    return {
        by_identity[own].number: [by_identity[job.posting.identity] for job in best]
        for own, best in site.similar.items()
    }


def _share_in_leaf(corpus: tuple[_Labelled, ...], ranked: Mapping[int, list[_Labelled]]) -> float:
    """How much of the held-out lines' five lies in their own leaf category."""
    hits = [other.leaf == line.leaf for line in corpus if line.is_held_out for other in ranked[line.number]]
    return sum(hits) / len(hits)


def _share_by_chance(corpus: tuple[_Labelled, ...]) -> float:
    """The same share for jobs taken at random from the parent category."""
    shares = [
        (sum(other.leaf == line.leaf for other in corpus) - 1)
        / (sum(other.parent == line.parent for other in corpus) - 1)
        for line in corpus
        if line.is_held_out
    ]
    return sum(shares) / len(shares)


def test_labelled_corpus_is_as_large_as_the_measurements_say() -> None:
    corpus = _labelled()
    assert len(corpus) > 300
    assert len({line.leaf for line in corpus}) == 20
    assert len({line.parent for line in corpus}) == 6


def test_most_similar_jobs_are_of_the_same_leaf_category() -> None:
    corpus = _labelled()
    share = _share_in_leaf(corpus, _ranked(corpus))
    print(f"same leaf category: {share:.3f}")
    assert share >= 0.98


def test_words_skills_and_team_find_the_leaf_category_that_is_hidden() -> None:
    corpus = _labelled(leaf_hidden=True)
    share, chance = _share_in_leaf(corpus, _ranked(corpus)), _share_by_chance(corpus)
    print(f"same leaf category, hidden: {share:.3f}, by chance within the parent: {chance:.3f}")
    assert share >= 0.74
    assert share >= 2.5 * chance


@pytest.mark.parametrize("leaf_hidden", [False, True], ids=["leaf-given", "leaf-hidden"])
def test_twins_find_each_other_in_the_first_two_places(*, leaf_hidden: bool) -> None:
    corpus = _labelled(leaf_hidden=leaf_hidden)
    ranked = _ranked(corpus)
    twins: dict[str, list[_Labelled]] = defaultdict(list)
    for line in corpus:
        if line.twin:
            twins[line.twin].append(line)
    pairs = [pair for first, second in twins.values() for pair in ((first, second), (second, first))]
    missed = [own.posting.title for own, twin in pairs if twin not in ranked[own.number][:2]]
    print(f"twins found: {len(pairs) - len(missed)} of {len(pairs)}")
    assert not missed


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
    assert whole <= 4_000 * 48 * 7  # 48 for each of the seven features that tell the kind of work


def _pairs_considered(count: int, fields: Callable[[int], dict[str, object]]) -> int:
    index = index_jobs(make_site(*(_synthetic(n, fields) for n in range(count))).jobs)
    return sum(len(candidates(i, index)) for i in range(count))
