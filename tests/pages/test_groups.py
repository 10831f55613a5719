from datetime import date
from typing import Any

from generator.pages.view import Viewer
from generator.pages.views import JobsView
from tests.builders import make_plan, make_posting


def _pages(*documents: Any) -> list[JobsView]:
    planned = make_plan(*documents)
    viewer = Viewer(planned, "en")
    views = [viewer.view(page) for page in planned.pages if page.root == "/jobs/"]
    return [view for view in views if isinstance(view, JobsView)]


def test_jobs_stand_under_their_top_category_the_newest_first() -> None:
    (page,) = _pages(
        make_posting("old", category=("Engineering / Data",), posted=date(2026, 1, 1)),
        make_posting("new", category=("Engineering",), posted=date(2026, 3, 1)),
        make_posting("other", category=("Design",), posted=date(2026, 2, 1)),
    )
    assert [(group.name, [row.title for row in group.rows]) for group in page.groups] == [
        ("Design", ["Other"]),
        ("Engineering", ["New", "Old"]),
    ]
    assert page.groups[1].url == "/categories/engineering/"


def test_job_of_two_categories_stands_once_under_the_first() -> None:
    (page,) = _pages(make_posting(category=("Engineering", "Design")))
    assert [group.name for group in page.groups] == ["Engineering"]


def test_rows_of_the_list_are_those_of_its_groups() -> None:
    (page,) = _pages(make_posting("a", category=("Legal",)), make_posting("b", category=("Design",)))
    assert page.jobs.rows == tuple(row for group in page.groups for row in group.rows)


def test_group_that_goes_on_over_a_page_says_so() -> None:
    engineers = [make_posting(f"e-{i}", category=("Engineering",)) for i in range(150)]
    lawyers = [make_posting(f"l-{i}", category=("Legal",)) for i in range(50)]
    first, second = _pages(*engineers, *lawyers)
    assert [(g.name, len(g.rows), g.is_continued) for g in first.groups] == [("Engineering", 100, False)]
    assert [(g.name, len(g.rows), g.is_continued) for g in second.groups] == [
        ("Engineering", 50, True),
        ("Legal", 50, False),
    ]


def test_group_that_begins_on_a_page_isnt_continued() -> None:
    postings = [make_posting(f"{name}-{i}", category=(name,)) for name in "AB" for i in range(100)]
    assert [page.groups[0].is_continued for page in _pages(*postings)] == [False, False]
