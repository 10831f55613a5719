import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from statistics import mean
from types import ModuleType

import pytest

from tests.benchmarks.corpus.making import corpus
from tests.benchmarks.corpus.records import AS_OF, Corpus
from tests.benchmarks.sites import eleventy, hugo, openings, pelican
from tests.benchmarks.sites.files import write_changes
from tests.sample import ROOT, build_in_memory

_DIGEST = """
import hashlib
from tests.benchmarks.corpus.making import corpus
from tests.benchmarks.sites import eleventy, hugo, openings, pelican
texts = [module.files(corpus(40)) for module in (openings, hugo, pelican, eleventy)]
print(hashlib.sha256(repr(texts).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def made() -> Corpus:
    return corpus(60)


def test_corpus_does_not_depend_on_the_hash_seed() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_larger_corpus_begins_with_the_smaller(made: Corpus) -> None:
    assert made.postings[:20] == corpus(20).postings


def test_postings_are_as_long_as_real_ones(made: Corpus) -> None:
    lengths = [len(posting.body) for posting in made.postings]
    assert 2500 < mean(lengths) < 3500
    assert max(lengths) > 1.5 * min(lengths)


def test_only_postings_past_their_day_are_closed(made: Corpus) -> None:
    for posting in made.postings:
        assert posting.is_open == (posting.closes is None or posting.closes >= AS_OF)
        assert posting.closes is None or posting.posted <= posting.closes - timedelta(days=14)


def test_our_site_of_it_has_no_errors(made: Corpus, tmp_path: Path) -> None:
    files = openings.files(made)
    files["content/site.yaml"] = files["content/site.yaml"].replace("bench", "default")
    write_changes({}, files, tmp_path)
    built = build_in_memory(tmp_path, AS_OF)
    assert built.report.diagnostics == ()
    assert sum(path.startswith("jobs/") and path.count("/") == 2 for path in built.files) == 60


@pytest.mark.parametrize("module", [openings, hugo, pelican, eleventy], ids=lambda module: module.__name__)
def test_every_site_holds_every_posting_with_its_words(made: Corpus, module: ModuleType) -> None:
    texts = module.files(made)
    for posting in made.postings:
        (text,) = (text for path, text in texts.items() if path.endswith(f"/{posting.stem}.md"))
        assert posting.title in text
        assert posting.body.partition("\n")[0] in text
