"""What several views show is made once, and no view depends on those made before it."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model.documents import Body, Reference, Spans
from generator.model.values import PlaceEntry
from generator.pages.bodies import Bodies
from generator.pages.kit import Kit, kit_of
from generator.pages.plan import Plan
from generator.pages.view import Viewer
from tests.builders import make_article, make_category, make_office, make_page, make_plan, make_posting


@pytest.fixture
def planned() -> Plan:
    """A site where pages have much in common."""
    towns = ("Springfield, Illinois, USA", "Springfield, Ohio, USA", "Lund, Sweden", "Malmö, Sweden")
    kinds = ("Engineering / Data", "Engineering", "Music")
    body = Body((Reference("../pages/students.md", "", 9),), "Words", is_empty=False)
    return make_plan(
        *(
            make_posting(f"p{i}", category=(kinds[i % 3],), location=(PlaceEntry(towns[i % 4]),), body=body)
            for i in range(24)
        ),
        make_posting("gone", status="filled"),
        make_article("story", categories=("Engineering",), jobs=("p3", "gone", "p1")),
        make_article("other", locations=("Lund, Sweden",)),
        make_page("students"),
        make_category("music", "Music", summary="We play."),
        make_office("lund", "Lund", "Lund, Sweden"),
    )


def test_view_is_the_same_whatever_was_made_before(planned: Plan) -> None:
    viewer = Viewer(planned, "en")
    for page in (*planned.pages, *reversed(planned.pages)):
        assert viewer.view(page) == Viewer(planned, "en").view(page)


def test_posting_has_one_row_for_all_lists(planned: Plan) -> None:
    viewer = Viewer(planned, "en")
    views: list[Any] = [
        viewer.view(page) for page in planned.pages if page.kind in ("jobs", "category", "place")
    ]
    rows = [row for view in views for row in view.jobs.rows]
    assert len({id(row) for row in rows}) == len({row.url for row in rows}) == 24


@pytest.mark.parametrize(
    "make",
    [
        lambda kit: kit.rows.similar(kit.site.jobs[0]),
        lambda kit: kit.categories.link(kit.site.categories[0]),
        lambda kit: kit.categories.path(kit.site.categories[0]),
        lambda kit: kit.categories.entry(kit.site.categories[0]),
        lambda kit: kit.places.link(kit.site.places[0]),
        lambda kit: kit.places.entry(kit.site.places[0]),
        lambda kit: kit.articles.card(kit.site.articles[0]),
        lambda kit: kit.formats.day(kit.site.jobs[0].posting.posted),
        lambda kit: kit.formats.count(7),
    ],
    ids=["similar", "category", "path", "category-entry", "place", "place-entry", "card", "day", "count"],
)
def test_part_is_made_once(planned: Plan, make: Callable[[Kit], object]) -> None:
    kit = kit_of(planned, "en")
    assert make(kit) is make(kit)


def test_link_written_alike_in_two_folders_leads_to_two_files() -> None:
    body = Body((Reference("near.md", "", 9), Reference("", "top", 10)), "Words", is_empty=False)
    here, there = make_page("near"), make_posting("near")
    deeper = replace(make_posting("deep"), spans=Spans("content/postings/deep/deep.md"))
    bodies = Bodies(make_plan(here, there, deeper))
    found = [bodies.view(body, document.spans.path).attributes for document in (here, there, deeper)]
    assert found == [
        ('href="/near/"', 'href="#top"'),
        ('href="/jobs/near/"', 'href="#top"'),
        ("", 'href="#top"'),
    ]
