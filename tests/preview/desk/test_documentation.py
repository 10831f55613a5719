"""docs/preview.md knows every editor."""

import re

from generator.preview.desk.editor import EDITORS
from generator.preview.desk.postings import STATES
from tests.docs.pages import read


def test_every_editor_is_documented_with_its_address() -> None:
    rows = re.findall(r"^\| (`.*`) \| .* \| `(.*)` \|$", read("preview.md"), re.MULTILINE)
    told = {name.strip("` "): address for names, address in rows for name in names.split(",")}
    assert told == dict(EDITORS)


def test_every_state_is_documented() -> None:
    assert f"({', '.join(STATES)})" in " ".join(read("preview.md").split())
