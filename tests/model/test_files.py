"""A file's kind by its path."""

import pytest

from generator.model.files import kind_of


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("content/postings/a/b.md", "posting"),
        ("content/pages/x.md", "page"),
        ("content/pages/x.txt", None),
        ("content/static/x.md", None),
        ("content/postings", None),
        ("content/postings.md", None),
        ("README.md", None),
    ],
)
def test_folder_decides_the_kind(path: str, name: str | None) -> None:
    kind = kind_of(path)
    assert (kind.name if kind else None) == name
