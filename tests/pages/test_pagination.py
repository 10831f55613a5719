from itertools import pairwise

import pytest

from generator.pages.formats import Formats
from generator.pages.kinds import Kind
from generator.pages.page import ROWS, Page
from generator.pages.pagination import pagination, shown_numbers
from generator.pages.views import Pagination
from tests.builders import make_plan


def _pagination(own: int, last: int) -> Pagination:
    page = Page("/jobs/", "en", Kind.JOBS, number=own)
    return pagination(last * ROWS, page, make_plan(), Formats("en"))


@pytest.mark.parametrize(
    ("own", "last", "shown"),
    [
        (1, 1, [1]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (1, 10, [1, 2, 3, 10]),
        (4, 10, [1, 2, 3, 4, 5, 6, 10]),
        (5, 10, [1, 2, 3, 4, 5, 6, 7, 10]),
        (6, 10, [1, 4, 5, 6, 7, 8, 9, 10]),
        (150, 300, [1, 148, 149, 150, 151, 152, 300]),
        (300, 300, [1, 298, 299, 300]),
    ],
)
def test_long_list_links_to_its_ends_and_to_what_is_near(own: int, last: int, shown: list[int]) -> None:
    assert list(shown_numbers(own, last)) == shown


@pytest.mark.parametrize("last", [1, 2, 9, 10, 11, 12, 40])
def test_no_page_links_to_more_than_nine_and_no_gap_hides_a_single_one(last: int) -> None:
    for own in range(1, last + 1):
        shown = shown_numbers(own, last)
        gaps = [after - before for before, after in pairwise(shown)]
        assert len(shown) <= 9
        assert 2 not in gaps
        assert {1, own, last} <= set(shown)


def test_gap_stands_before_the_page_that_follows_it() -> None:
    found = _pagination(150, 300)
    assert [link.number.number for link in found.pages if link.is_after_gap] == [148, 300]
    assert [link.number.number for link in found.pages if link.is_current] == [150]
    assert (found.previous_url, found.next_url) == ("/jobs/page/149/", "/jobs/page/151/")


def test_list_on_one_page_has_no_links_and_a_short_one_no_gap() -> None:
    assert _pagination(1, 1).pages == ()
    assert not any(link.is_after_gap for link in _pagination(4, 9).pages)


@pytest.mark.parametrize(("own", "previous", "following"), [(1, "", "/jobs/page/2/"), (2, "/jobs/", "")])
def test_first_page_has_none_before_it_and_the_last_none_after(
    own: int, previous: str, following: str
) -> None:
    found = _pagination(own, 2)
    assert (found.previous_url, found.next_url) == (previous, following)
