"""What a whole site comes to on a day: which postings are open, which addresses there are, what is wrong."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from generator.build.store.codec import Told
from generator.library.site import State
from generator.model.published import Published


class JobFact(Struct, frozen=True, array_like=True):
    """Where the posting of a file stands, at which address, and what it can be known by."""

    path: str
    url: str
    state: State
    reason: str
    has_page: bool
    published: Published


class Facts(Struct, frozen=True, array_like=True, dict=True):
    """A site on a day: postings, the names of pages and the targets of redirects by address, and problems.

    The problems are those between files, with echoes of those that single files have.
    """

    jobs: tuple[JobFact, ...] = ()
    pages: Mapping[str, str] = {}
    redirects: Mapping[str, str] = {}
    problems: tuple[Told, ...] = ()

    @cached_property
    def job_of(self) -> Mapping[str, JobFact]:
        """The postings by the paths of their files."""
        return {job.path: job for job in self.jobs}

    @property
    def open_jobs(self) -> int:
        """How many postings are open."""
        return sum(job.state is State.OPEN for job in self.jobs)
