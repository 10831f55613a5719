import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.library.similar.table import similar_jobs
from generator.model.documents import Posting
from tests.builders import make_posting, make_site

_LABELLED = Path(__file__).with_name("labelled_jobs.tsv")


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
        for own, best in similar_jobs(site.jobs).items()
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
