from random import Random

import pytest

from generator.library.similar.on_demand import SimilarOnDemand
from generator.library.similar.table import similar_jobs
from generator.library.site import Job
from generator.model.documents import Identity
from tests.builders import make_posting, make_site


@pytest.fixture(scope="module")
def jobs() -> list[Job]:
    """Jobs in no order: some pin others, some are closed, and drafts have no page."""
    random = Random(7)
    postings = [
        make_posting(
            f"job-{n}",
            title=" ".join(random.choices(("Data", "Web", "Engineer", "Analyst", "Nurse"), k=2)),
            status=random.choice(("", "", "", "filled", "draft")),
            related=tuple(f"job-{random.randrange(60)}" for _ in range(random.choice((0, 0, 2)))),
        )
        for n in range(60)
    ]
    return random.sample(make_site(*postings).jobs, 60)


def test_every_job_has_the_similar_jobs_of_the_whole_table(jobs: list[Job]) -> None:
    whole = similar_jobs(jobs)
    assert any(whole.values())
    assert dict(SimilarOnDemand(jobs)) == whole


def test_job_without_a_page_has_none(jobs: list[Job]) -> None:
    table = SimilarOnDemand(jobs)
    draft = next(job for job in jobs if not job.has_page)
    assert len(table) == sum(job.has_page for job in jobs) < len(jobs)
    assert table.get(draft.posting.identity) is None
    assert table.get(Identity("nobody", "en")) is None


def test_site_without_jobs_has_an_empty_table() -> None:
    assert dict(SimilarOnDemand(())) == {}
