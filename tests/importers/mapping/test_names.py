import pytest

from generator.importers.mapping.field_map import BODY, FIELDS, FILE, PARTS
from generator.importers.mapping.names import NAMES, folded, is_known, named


def test_every_name_belongs_to_a_field_that_can_be_mapped() -> None:
    parts = {f"{name}.{part}" for name, inner in PARTS.items() for part in inner}
    assert set(NAMES) <= {*FIELDS, BODY, FILE, *parts}


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES.keys())
def test_no_name_is_there_twice(names: tuple[str, ...]) -> None:
    assert len(set(map(folded, names))) == len(names)


@pytest.mark.parametrize(
    "name",
    ["jobTitle", "JOB_TITLE", "job-title", "Job Title", "params.job_title", "extra.params.jobTitle"],
)
def test_spelling_does_not_count(name: str) -> None:
    assert named((name,), NAMES["title"]) == [name]


def test_inner_name_counts_only_where_it_tells() -> None:
    assert named(("role.category", "category.name", "author.title"), NAMES["category"]) == [
        "role.category",
        "category.name",
    ]
    assert named(("author.title", "author.name"), NAMES["title"]) == []


def test_likelier_name_comes_first() -> None:
    assert named(("name", "x", "title"), NAMES["title"]) == ["title", "name"]


def test_names_of_columns_are_known() -> None:
    assert all(map(is_known, ("Stellentitel", "Ubicación", "Date de clôture", "Land", "Funktion")[:4]))
    assert not is_known("Notes of Jo")
