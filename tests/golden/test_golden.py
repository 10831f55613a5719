import pytest

from tests.golden.tree import DIGESTS, FOLDER, WHOLE, digests
from tests.sample import Built

_HINT = "if the change is meant: `make golden`, then read the difference"


@pytest.mark.parametrize("name", WHOLE)
def test_one_page_of_each_kind_is_as_it_was_read(sample: Built, name: str) -> None:
    assert sample.files[WHOLE[name]].decode() == (FOLDER / name).read_text("utf-8"), _HINT


def test_every_file_is_as_it_was(sample: Built) -> None:
    assert digests(sample).splitlines() == DIGESTS.read_text("utf-8").splitlines(), _HINT
