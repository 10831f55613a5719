import json
import re
from datetime import date
from pathlib import Path
from posixpath import normpath

import pytest

from generator.build.source.shipped import shipped_folder
from generator.cli.init.choice import CHOSEN, POSTINGS, pictures
from generator.cli.init.posting_template import posting_template
from generator.cli.init.scaffold import scaffold
from generator.content.documents import parse_posting
from generator.content.settings import ParseSettings
from generator.diagnostics.diagnostic import has_errors
from generator.model.fields import POSTING
from tests.cli.conftest import Run

DAY = date(2027, 5, 4)


def in_sample(path: str) -> Path:
    return shipped_folder("content").parent / path


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    sample = {path: in_sample(path).read_bytes() for path in CHOSEN}
    return scaffold(sample, DAY)


def test_chosen_files_are_all_in_the_sample() -> None:
    missing = [path for path in CHOSEN if not in_sample(path).is_file()]
    assert missing == []


def test_days_are_counted_from_the_first_day(files: dict[str, bytes]) -> None:
    texts = [data.decode() for path, data in files.items() if path.startswith("content/postings/")]
    assert len(texts) == len(POSTINGS)
    posted = [date.fromisoformat(re.findall(r"^posted: (.*)$", text, re.MULTILINE)[0]) for text in texts]
    assert all(0 < (DAY - day).days <= 28 for day in posted)
    assert any("opens: 2027-06-03\n" in text for text in texts)
    assert any("closes: 2027-05-09\n" in text for text in texts)


def test_links_lead_only_to_files_that_are_there(files: dict[str, bytes]) -> None:
    broken = []
    for path, data in files.items():
        for target in re.findall(r"\]\(([^):]+\.md)", data.decode("utf-8", "replace")):
            if not any(name.endswith(target.lstrip("./")) for name in files):
                broken.append((path, target))
    assert broken == []


def test_related_postings_are_only_those_that_are_there(files: dict[str, bytes]) -> None:
    text = b"".join(files.values()).decode("utf-8", "replace")
    named = re.findall(r"^(?:related|jobs): \[(.*)\]$", text, re.MULTILINE)
    assert {stem for line in named for stem in line.split(", ")} <= set(POSTINGS)
    assert named


def test_same_day_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    sample = {path: in_sample(path).read_bytes() for path in CHOSEN}
    assert scaffold(sample, DAY) == files


def test_settings_name_their_schema_on_the_first_line(files: dict[str, bytes]) -> None:
    first = files["content/site.yaml"].decode().split("\n")[0]
    assert first == "# yaml-language-server: $schema=../schemas/site.schema.json"
    assert "schemas/site.schema.json" in files


def test_settings_say_truly_where_they_are_explained(files: dict[str, bytes], run: Run) -> None:
    text = files["content/site.yaml"].decode()
    assert "docs/" not in text
    assert "`openings schema site` explains each line" in text
    names = set(re.findall(r"^([a-z_]+):", text, re.MULTILINE))
    explained = json.loads(run("schema", "site").out)["properties"]
    assert [name for name in names if not explained[name].get("description")] == []


def test_template_names_its_schema_as_seen_from_the_postings(files: dict[str, bytes]) -> None:
    lines = files["posting-template.md"].decode().split("\n")
    assert lines[:2] == ["---", "# yaml-language-server: $schema=../../schemas/posting.schema.json"]
    assert normpath("content/postings/../../schemas/posting.schema.json") in files


def test_editor_support_is_recommended_and_not_overstated(files: dict[str, bytes]) -> None:
    extensions = json.loads(files[".vscode/extensions.json"])
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}
    readme = files["README.md"].decode()
    assert "redhat.vscode-yaml" in readme
    assert "there it does neither" in readme


def test_pictures_are_those_that_files_name() -> None:
    assert pictures([b"---\nimage: images/b.svg\n---\n", b"image: a.png\n", b"no image: c.png\n"]) == (
        "content/static/a.png",
        "content/static/images/b.svg",
    )


def test_template_names_every_field_and_can_be_read() -> None:
    text = posting_template(DAY)
    for field in POSTING:
        assert re.search(rf"^(?:# )?{field.name}: ", text, re.MULTILINE), field.name
    parsed = parse_posting("content/postings/data-engineer.md", text.encode(), ParseSettings())
    assert not has_errors(parsed.diagnostics), parsed.diagnostics


@pytest.mark.parametrize("day", ["2026-11-23", "2028-02-29", "2031-12-31"])
def test_new_site_builds_without_error_and_warning(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("init", "careers", "--as-of", day)
    assert (done.code, done.err) == (0, "")
    assert "wrote " in done.out
    assert "  cd careers\n  openings build " in done.out
    built = run("-C", "careers", "build", "--strict", "--as-of", day)
    assert (built.code, built.err) == (0, "")
    assert built.out.startswith("built 8 open jobs as ")
    assert "1 posting closes within 7 days" in built.out


def test_folder_with_content_is_refused(run: Run, site: Path) -> None:
    done = run("init")
    assert done.code == 2
    assert "is there already" in done.err


def test_file_that_is_there_is_never_overwritten(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_text("mine", "utf-8")
    done = run("init")
    assert done.code == 0
    assert "README.md was there already and stays as it is\n" in done.out
    assert (tmp_path / "README.md").read_text("utf-8") == "mine"
    assert "cd " not in done.out
