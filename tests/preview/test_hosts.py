"""Where a preview listens decides who may look, and not how its host is spelled."""

from pathlib import Path

import pytest

from generator.build.options import Options
from generator.preview.desk.editor import Editor
from generator.preview.preview import Preview, Wishes


@pytest.mark.parametrize(
    ("host", "is_private"),
    [("127.0.0.1", True), ("127.1", True), ("localhost", True), ("0", False), ("0.0.0.0", False)],
)
def test_host_is_judged_by_the_address_it_comes_to(tmp_path: Path, host: str, is_private: bool) -> None:
    preview = Preview(tmp_path, Options(), Wishes(host, 0, 1, is_polling=False, editor=Editor()))
    preview.stop()
    assert (preview.is_private, preview.url) == (is_private, f"http://127.0.0.1:{preview.port}/")
