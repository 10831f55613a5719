"""The sample's postings stay light: what a candidate's phone is sent before the first word is read."""

from fnmatch import fnmatch
from pathlib import Path

from tests.audit.weight import file_weights, weight_rows
from tests.sample import Built


def test_every_posting_is_light(sample: Built, sample_folder: Path) -> None:
    """At gzip 6, pictures left out: 60 KB in all, 10 KB of script, 15 KB of style sheets."""
    paths = [f"/{name.removesuffix('index.html')}" for name in sample.files if _is_posting(name)]
    rows = [row for path in paths for row in weight_rows(file_weights(sample_folder, path), path)]
    assert len(paths) > 40
    assert [row for row in rows if not row.is_passed] == []


def _is_posting(name: str) -> bool:
    return fnmatch(name, "jobs/*/index.html") and not fnmatch(name, "jobs/page/*")
