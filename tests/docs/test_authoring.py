"""Every example of docs/authoring.md is true: whole files, single lines, and what isn't accepted."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.build.options import Options
from generator.build.output.sink import MemorySink
from generator.build.pipeline import build
from generator.build.report import Report
from generator.build.source.workspace import open_workspace
from generator.content.documents import parse_document
from generator.content.settings import ParseSettings
from generator.diagnostics.diagnostic import Diagnostic, has_errors
from generator.diagnostics.formats import text as text_format
from tests.docs.pages import Block, blocks, read

PAGE = read("authoring.md")
BLOCKS = blocks(PAGE)
FILES = [block for block in BLOCKS if block.text.startswith("---\n")]
SITE = next(block for block in BLOCKS if block.text.startswith("name: "))
FIELDS = [block for block in BLOCKS if block.language == "yaml" and block is not SITE]
DAY = date(2026, 3, 16)
POSTING = "content/postings/workshop-lead.md"
BASE = {
    "title": "Wheel builder",
    "category": "Workshop",
    "location": "Bristol",
    "salary": "GBP 36,000 - 41,000 per year",
    "posted": "2026-03-02",
    "apply": "jobs@saltmarsh.example",
}

_WORDS = (
    "You'll true wheels, four hundred a month, and teach two apprentices to hear when a spoke is too tight."
)
_FIELD = re.compile(r"^(\w+):", re.MULTILINE)
_ROW = re.compile(r"^\| `(salary: .+?)` \| .+? \| (.+?) \|$", re.MULTILINE)


def _parse(path: str, text: str) -> tuple[Diagnostic, ...]:
    return parse_document(path, text.encode(), ParseSettings("en", ("en",))).diagnostics


def _alternatives(block: Block) -> Iterator[str]:
    """The block itself, or each of its fields where one field is shown in several ways."""
    starts = [found.start() for found in _FIELD.finditer(block.text)]
    names = _FIELD.findall(block.text)
    if len(names) == len(set(names)):
        yield block.text
        return
    for start, end in zip(starts, [*starts[1:], len(block.text)], strict=True):
        yield block.text[start:end]


def _posting(fields: str) -> str:
    """A posting that says what the fields say, and else what every posting has to."""
    given = _FIELD.findall(fields)
    others = "".join(f"{name}: {value}\n" for name, value in BASE.items() if name not in given)
    return f"---\n{others}{fields.rstrip()}\n---\n{_WORDS}\n"


def _build(root: Path, files: dict[str, str]) -> Report:
    """The site of the guide with more files in it."""
    pictures = re.findall(r"(?:image: |\]\(/)(images/[\w.-]+)", PAGE)
    written = {SITE.file: SITE.text, **{block.file: block.text for block in FILES}, **files}
    written |= {f"content/static/{name}": "" for name in ("logo.svg", *pictures)}
    for path, text in written.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return build(open_workspace(root), Options(as_of=DAY), MemorySink())


def test_examples_are_found() -> None:
    assert {block.file.split("/")[1] for block in FILES} == {
        "postings",
        "categories",
        "locations",
        "articles",
        "pages",
        "snippets",
    }
    assert SITE.file == "content/site.yaml"
    assert len(FIELDS) > 8
    assert len(_ROW.findall(PAGE)) > 8


@pytest.mark.parametrize("block", FILES, ids=lambda block: block.file)
def test_whole_file_has_no_error(block: Block) -> None:
    assert not has_errors(_parse(block.file, block.text))


def test_files_of_the_guide_make_a_site_without_a_problem(tmp_path: Path) -> None:
    report = _build(tmp_path, {})
    assert report.diagnostics == ()
    assert report.summary


def test_every_line_shown_works_in_a_posting(tmp_path: Path) -> None:
    shown = [fields for block in FIELDS for fields in _alternatives(block)]
    postings = {
        f"content/postings/example-{number}.md": _posting(fields) for number, fields in enumerate(shown)
    }
    assert _build(tmp_path, postings).diagnostics == ()


@pytest.mark.parametrize(("refused", "instead"), _ROW.findall(PAGE), ids=lambda cell: cell)
def test_salary_in_the_table_is_refused_and_its_replacement_taken(refused: str, instead: str) -> None:
    assert has_errors(_parse(POSTING, _posting(refused)))
    for line in re.findall(r"`(salary: .+?)`", instead):
        assert _parse(POSTING, _posting(line)) == ()


def test_message_shown_is_the_one_that_appears() -> None:
    slip = next(block.text for block in FILES if block.file == POSTING).replace("salary:", "salery:")
    shown = next(block.text for block in BLOCKS if block.text.startswith("error["))
    assert text_format.render(_parse(POSTING, slip), lambda path: slip).strip() == shown.strip()
