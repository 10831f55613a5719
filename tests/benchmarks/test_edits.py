from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.benchmarks import edits
from tests.benchmarks.corpus.making import corpus
from tests.benchmarks.corpus.records import Corpus
from tests.benchmarks.sites import eleventy, hugo, openings, pelican
from tests.benchmarks.sites.files import write_changes
from tests.benchmarks.tools import THEMES, our_theme

_MODULES = (openings, hugo, pelican, eleventy)


@pytest.fixture(scope="module")
def made() -> Corpus:
    return corpus(100)


@pytest.mark.parametrize("module", _MODULES, ids=lambda module: module.__name__)
@pytest.mark.parametrize("edit", [edits.edit_body, edits.retitle], ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("number", [1, 2, 3])
def test_edit_of_a_posting_changes_its_file_alone(
    made: Corpus, module: ModuleType, edit: Any, number: int
) -> None:
    before, after = module.files(made), module.files(edit(made, number)[0])
    assert sum(before[path] != text for path, text in after.items()) == 1


def test_edited_body_keeps_its_headings_and_lists(made: Corpus) -> None:
    after = edits.edit_body(made, 1)[0]
    (pair,) = ((old, new) for old, new in zip(made.postings, after.postings, strict=True) if old != new)
    old, new = (posting.body.split("\n\n") for posting in pair)
    assert len(old) == len(new)
    assert [a[:2] for a, b in zip(old, new, strict=True) if a != b] != ["##"]
    assert "The harbour bell rang 1 times" in pair[1].body


def test_renamed_category_moves_all_its_postings(made: Corpus) -> None:
    old = made.categories[0].children[0].slug
    once, _ = edits.rename_category(made, 1)
    twice, sign = edits.rename_category(once, 2)
    assert not any(posting.category == old for posting in twice.postings)
    moved = sum(posting.category == "engineering/deep-water-2" for posting in twice.postings)
    assert moved == sum(posting.category == old for posting in made.postings) > 0
    assert sign.page == "categories/engineering/deep-water-2/index.html"


@pytest.mark.parametrize(
    "template",
    [
        our_theme()["themes/bench/templates/job.html"],
        (THEMES / "hugo/layouts/jobs/page.html").read_text("utf-8"),
        (THEMES / "pelican/theme/templates/article.html").read_text("utf-8"),
        (THEMES / "eleventy/content/_includes/job.11ty.js").read_text("utf-8"),
    ],
    ids=["openings", "hugo", "pelican", "eleventy"],
)
def test_template_can_be_edited_again_and_again(template: str) -> None:
    once = edits.edit_template(template, 1)
    twice = edits.edit_template(once, 2)
    assert once.count(edits.template_mark(1)) == 1
    assert twice.count(edits.template_mark(2)) == 1
    assert edits.template_mark(1) not in twice


def test_only_changes_are_written(tmp_path: Path) -> None:
    first = {"kept": "a", "changed": "b", "gone": "c"}
    assert write_changes({}, first, tmp_path) == 3
    before = (tmp_path / "kept").stat().st_mtime_ns
    assert write_changes(first, {"kept": "a", "changed": "d", "new/one": "e"}, tmp_path) == 3
    assert (tmp_path / "kept").stat().st_mtime_ns == before
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == {"kept", "changed", "one"}
