from datetime import date
from typing import Any

import pytest

from generator.library.nodes import Category, Place
from generator.pages.kit import kit_of
from tests.builders import make_article, make_plan, make_posting

_DEEP = "Engineering / Software / Mobile"


def _fitting(*articles: dict[str, Any], **posting: Any) -> list[str]:
    """The articles that fit a mobile developer in Lund, by the number each has in the list."""
    posting = {"category": (_DEEP,), "location": ("Lund, Sweden",), **posting}
    written = (
        make_article(f"a{i}", date=date(2026, 1, 28 - i), **fields) for i, fields in enumerate(articles)
    )
    others = make_posting("other", category=("Music",), location=("Malmö, Sweden",))
    planned = make_plan(make_posting("mobile", **posting), others, *written)
    (job,) = (job for job in planned.site.jobs if job.slug == "mobile")
    return [card.title for card in kit_of(planned, "en").articles.fitting(job, 3)]


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ({"categories": (_DEEP,), "locations": ("Lund, Sweden",)}, {"jobs": ("mobile",)}),
        ({"categories": ("Engineering",)}, {"locations": ("Lund, Sweden",)}),
        ({"locations": ("Lund, Sweden",)}, {"categories": (_DEEP,)}),
        ({"locations": ("Sweden",)}, {"categories": ("Engineering / Software",)}),
        ({"locations": ("Malmö, Sweden",)}, {"locations": ("Malmö, Sweden", "Sweden")}),
        ({"categories": (_DEEP,)}, {"categories": (_DEEP, "Engineering")}),
    ],
    ids=["named", "city-over-above", "leaf-over-city", "above-over-country", "two-places", "two-categories"],
)
def test_article_with_more_in_common_comes_first(less: dict[str, Any], more: dict[str, Any]) -> None:
    assert _fitting(less, more) == ["A1", "A0"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"locations": ("Malmö, Sweden",)}, {"locations": ("Sweden",)}),
        ({"categories": ("Engineering",)}, {"categories": ("Engineering / Software",)}),
        ({"jobs": ("mobile",)}, {"jobs": ("mobile", "mobile", "gone")}),
    ],
    ids=["in-the-country", "above", "named-twice"],
)
def test_of_equal_articles_the_newer_comes_first(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert _fitting(one, other) == _fitting(other, one) == ["A0", "A1"]


def test_article_with_nothing_in_common_is_left_out() -> None:
    assert _fitting({"categories": ("Music",)}, {"jobs": ("other",)}, {}) == []


def test_at_the_most_so_many_articles_fit() -> None:
    assert _fitting(*[{"categories": ("Engineering",)}] * 4) == ["A0", "A1", "A2"]


def test_article_speaks_of_a_node_and_of_all_above_it() -> None:
    story = make_article("story", categories=(_DEEP,), locations=("Lund, Sweden",))
    planned = make_plan(make_posting(category=(_DEEP, "Music"), location=("Lund, Sweden",)), story)
    articles = kit_of(planned, "en").articles
    nodes: list[Category | Place] = [*planned.site.categories, *planned.site.places]
    assert {"/".join(node.slugs) for node in nodes if articles.about(node)} == {
        "engineering",
        "engineering/software",
        "engineering/software/mobile",
        "sweden",
        "sweden/lund",
    }
