"""The table of similar jobs, each row of it ranked when somebody asks for it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from generator.library.similar.facts import facts_of
from generator.library.similar.index import index_jobs
from generator.library.similar.ranking import Ranking
from generator.library.site import Job, newest_first
from generator.model.documents import Identity


class SimilarOnDemand(Mapping[Identity, tuple[Job, ...]]):
    """The same as `similar_jobs`, for those who look at a few jobs of many.

    Only the first question takes long: all jobs are indexed for it.
    """

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._unordered = tuple(jobs)

    def __getitem__(self, identity: Identity) -> tuple[Job, ...]:
        best = self._ranking.best(self._places[identity])
        return tuple(self._jobs[i] for i in best)

    def __iter__(self) -> Iterator[Identity]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    @cached_property
    def _jobs(self) -> tuple[Job, ...]:
        return tuple(sorted(self._unordered, key=newest_first))

    @cached_property
    def _places(self) -> dict[Identity, int]:
        """Where each job with a page stands."""
        return {job.posting.identity: i for i, job in enumerate(self._jobs) if job.has_page}

    @cached_property
    def _ranking(self) -> Ranking:
        return Ranking(index_jobs(map(facts_of, self._jobs)))
