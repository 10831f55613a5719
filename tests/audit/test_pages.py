from pathlib import Path

from tests.audit.pages import one_of_each
from tests.audit.sites import planned, write_sample


def test_sample_has_a_page_of_every_type(sample_folder: Path, tmp_path: Path) -> None:
    write_sample(tmp_path)
    pages = one_of_each(planned(tmp_path).pages, sample_folder)
    assert {page.type for page in pages} >= {
        "home",
        "jobs",
        "open posting",
        "open posting, several places",
        "closed posting",
        "on-hold posting",
        "categories",
        "category",
        "locations",
        "country",
        "city",
        "articles",
        "article",
        "words",
        "words with a list",
        "404",
    }
    assert "redirect" not in {page.type for page in pages}, "nobody stays on it"
    assert all(page.applies for page in pages if page.type.startswith("open"))
    assert not any(page.applies for page in pages if page.type.startswith("closed"))
    assert not next(page for page in pages if page.type == "404").is_indexed
