from pathlib import Path

import pytest

from tests.audit.files import parts_of
from tests.audit.weight import Weight, file_weights, heaviest_posting, weight_rows
from tests.sample import write_files

_PAGE = b"""<!doctype html><link rel="stylesheet" href="../../assets/a.css"><link rel="icon" href="/i.svg">
<link rel="modulepreload" href="/assets/b.js"><script type="module" src="/assets/a.js"></script>
<img src="/i.svg">"""
_FILES = {
    "jobs/one/index.html": _PAGE,
    "jobs/two/index.html": _PAGE + bytes(range(256)) * 9,
    "jobs/page/2/index.html": b"x" * 100_000,
    "assets/a.css": b"@font-face { src: url('f.woff2') } body { color: red }",
    "assets/a.js": b'import "./b.js"; import { c } from "./c.js"; () => import("/assets/d.js");',
    "assets/b.js": b"1;" * 500,
    "assets/c.js": b'import "./b.js";',
    "assets/d.js": b"4;",
    "assets/f.woff2": bytes(range(256)) * 20,
    "i.svg": b"<svg/>",
}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return write_files(_FILES, tmp_path)


def test_page_fetches_its_sheets_their_fonts_and_all_that_scripts_import(output: Path) -> None:
    parts = parts_of(output, "/jobs/one/")
    assert parts.styles == ["assets/a.css"]
    assert parts.fonts == ["assets/f.woff2"]
    assert sorted(parts.scripts) == ["assets/a.js", "assets/b.js", "assets/c.js", "assets/d.js"]


def test_text_weighs_what_is_sent_and_a_font_its_own_size(output: Path) -> None:
    weights = file_weights(output, "/jobs/one/")
    assert weights["font"] == Weight(5120, 5120)
    assert weights["script"].raw == sum(len(_FILES[f"assets/{name}.js"]) for name in "abcd")
    assert weights["script"].sent < weights["script"].raw


def test_heaviest_posting_is_a_posting(output: Path) -> None:
    assert heaviest_posting(output) == "/jobs/two/"


def test_each_limit_can_be_missed() -> None:
    good = {"page": Weight(20_000, 90_000), "style": Weight(15_000), "script": Weight(10_000)}
    assert all(row.is_passed for row in weight_rows(good, "files"))
    bad = {"page": Weight(50_000), "style": Weight(15_100), "script": Weight(10_100)}
    assert not any(row.is_passed for row in weight_rows(bad, "files"))
