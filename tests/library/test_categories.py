import pytest

from tests.builders import codes_of, make_category, make_posting, make_site, problems_of


def test_categories_nest_to_any_depth_and_hold_everything_below() -> None:
    site = make_site(
        make_posting("a", category=("Engineering & IT / Software / Mobile",)),
        make_posting("b", category=("Engineering & IT / Data",)),
    )
    counted = {category.slugs: len(site.jobs_in(category)) for category in site.categories}
    assert counted == {
        ("engineering-it",): 2,
        ("engineering-it", "data"): 1,
        ("engineering-it", "software"): 1,
        ("engineering-it", "software", "mobile"): 1,
    }


def test_posting_in_two_children_counts_once_in_their_parent() -> None:
    site = make_site(make_posting("a", category=("Art / Ink", "Art / Oil")))
    assert [len(site.jobs_in(category)) for category in site.categories] == [1, 1, 1]


def test_spellings_that_differ_by_case_accents_and_spaces_are_one_category() -> None:
    site = make_site(
        make_posting("a", category=("Café  Team",)),
        make_posting("b", category=("cafe team",)),
        make_posting("c", category=("Café Team",)),
    )
    assert [(c.name, len(site.jobs_in(c))) for c in site.categories] == [("Café Team", 3)]


def test_page_gives_the_category_its_spelling_and_words() -> None:
    site = make_site(
        make_posting(category=("engineering",)), make_category("eng", "Engineering", summary="We build")
    )
    assert [(c.name, c.page and c.page.summary) for c in site.categories] == [("Engineering", "We build")]


def test_name_with_a_slash_is_taken_whole_where_a_page_has_it() -> None:
    site = make_site(make_posting(category=("Sales / Marketing",)), make_category("sm", "Sales / Marketing"))
    assert [c.slugs for c in site.categories] == [("sales-marketing",)]


def test_category_with_only_a_closed_posting_keeps_its_page() -> None:
    site = make_site(make_posting(category=("Old",), status="filled"))
    assert [(c.name, site.jobs_in(c)) for c in site.categories] == [("Old", ())]


def test_category_of_a_draft_is_not_shown() -> None:
    assert make_site(make_posting(category=("Secret",), status="draft")).categories == ()


def test_slip_of_a_finger_is_pointed_out_with_the_commoner_spelling() -> None:
    (problem,) = problems_of(
        make_posting("a", category=("Engineering",)),
        make_posting("b", category=("Engineering",)),
        make_posting("c", category=("Enginering",)),
    )
    assert problem.code.name == "lookalike-category"
    assert problem.message == "the category `Enginering` looks like `Engineering`"
    assert problem.at
    assert problem.at.path == "content/postings/c.md"


def test_numbered_names_and_short_names_are_not_slips() -> None:
    names = ("Platform 1", "Platform 2", "Data", "Date")
    assert problems_of(*(make_posting(f"p{i}", category=(n,)) for i, n in enumerate(names))) == ()


def test_forgotten_parent_is_pointed_out() -> None:
    problems = problems_of(
        make_posting("a", category=("Engineering / Software",)), make_posting("b", category=("Software",))
    )
    assert [p.code.name for p in problems] == ["category-named-like-child"]
    assert problems[0].hint == "if they are one, write `Engineering / Software`"


def test_two_categories_on_one_address_are_an_error_that_names_both_files() -> None:
    (problem,) = problems_of(make_posting("a", category=("C++",)), make_posting("b", category=("C#",)))
    assert problem.code.name == "shared-address"
    assert problem.at
    assert {problem.at.path, problem.notes[0].at.path} == {"content/postings/a.md", "content/postings/b.md"}


def test_folder_without_a_parent_page_is_an_error_with_the_file_to_add() -> None:
    problems = problems_of(make_category("software", "Software", "engineering"))
    assert codes_of(problems) == ["LB012"]
    assert "content/categories/engineering.md" in problems[0].hint


@pytest.mark.parametrize(
    ("rare", "common", "instead"),
    [
        ("Engineering and IT", "Engineering & IT", "Engineering & IT"),
        ("Engineering und IT", "Engineering & IT", "Engineering & IT"),
        ("Engineering & IT / Software Engineer", "Engineering & IT / Software Engineering",
         "Engineering & IT / Software Engineering"),
    ],
    ids=["and", "und", "ending"],
)  # fmt: skip
def test_other_words_for_one_category_are_pointed_out(rare: str, common: str, instead: str) -> None:
    postings = [make_posting(f"p{i}", category=(common,)) for i in range(2)]
    (problem,) = problems_of(*postings, make_posting("odd", category=(rare,)))
    assert problem.code.name == "lookalike-category"
    assert problem.hint == f"if they are one, write `{instead}`"


def test_slash_without_spaces_is_pointed_out_where_its_parts_are_known() -> None:
    (problem,) = problems_of(
        make_posting("a", category=("Engineering & IT / Software Engineering",)),
        make_posting("b", category=("Engineering & IT/Software Engineering",)),
        make_posting("c", category=("Sales/Marketing",)),
    )
    wide = "Engineering & IT / Software Engineering"
    assert problem.code.name == "lookalike-category"
    assert problem.hint == f"if a child is meant, write `{wide}` with spaces around the slash"


def test_lookalike_categories_of_equal_use_are_told_neutrally() -> None:
    (problem,) = problems_of(
        make_posting("a", category=("Engineering",)), make_posting("b", category=("Enginering",))
    )
    assert problem.message == "`Engineering` and `Enginering` look alike"
