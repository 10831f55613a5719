"""All policies over whole sites: which are told, and which can be switched off."""

from pathlib import Path

import pytest

from generator.build.options import Options
from generator.build.output.sink import MemorySink
from generator.build.pipeline import build
from generator.build.source.workspace import open_workspace
from generator.content.site_config import parse_config
from generator.diagnostics.codes import ALL
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.vocabulary import POLICY
from tests.builders import DAY, SITE, write_site
from tests.sample import AS_OF, ROOT, build_in_memory

BAD = """---
title: URGENT cook at Example, Boston R-4821, $20 per hour
category: Kitchen
location: Boston, MA, USA
posted: 2025-03-02
apply: https://apply.example.com/1
---
This role is fully remote.
"""
STEM = "a-name-that-is-longer-than-forty-characters-are"
EVERYTHING = {
    *("title-with-place", "title-with-salary", "title-with-company", "shouting-title", "title-with-code"),
    *("short-description", "remote-contradiction", "long-name-as-id", "stale-posting", "pay-range-missing"),
    *("words-missing", "required-by-site"),
}


def _told(root: Path, policies: str, text: str = BAD) -> list[Diagnostic]:
    config = f"{SITE}policies: {{words: equal opportunity, require: closes{policies}}}\n"
    folder = write_site(root, {f"postings/{STEM}.md": text}, config)
    return list(build(open_workspace(folder), Options(as_of=DAY), MemorySink()).diagnostics)


def test_one_posting_can_break_them_all(tmp_path: Path) -> None:
    found = _told(tmp_path, "")
    assert {problem.code.name for problem in found} == EVERYTHING
    assert len(found) == len(EVERYTHING)


@pytest.mark.parametrize("name", sorted(EVERYTHING))
@pytest.mark.parametrize("written", ["name", "code", "spelling"])
def test_each_can_be_switched_off_by_name_or_code(tmp_path: Path, name: str, written: str) -> None:
    (code,) = (code for code in ALL.values() if code.name == name)
    spelt = {"name": name, "code": code.code, "spelling": name.replace("-", " ").title()}[written]
    found = _told(tmp_path, f", off: [{spelt}]")
    assert {problem.code.name for problem in found} == EVERYTHING - {name}


def test_drafts_and_closed_postings_are_never_judged(tmp_path: Path) -> None:
    for status in ("draft", "filled", "closed", "on-hold"):
        assert _told(tmp_path, "", BAD.replace("title:", f"status: {status}\ntitle:")) == []


def test_every_policy_and_none_else_can_be_switched_off() -> None:
    assert set(POLICY.words) == {code.name for code in ALL.values() if code.code.startswith("PO")}


@pytest.mark.parametrize(
    ("policies", "message", "hint"),
    [
        ("off: [title-with-plaice]", "`title-with-plaice` isn't a word for `off`", "`title-with-place`"),
        ("off: [unknown-field]", "`unknown-field` isn't a word for `off`", "write one of"),
        ("require: [salery]", "`salery` isn't a word for `require`", "did you mean `salary`?"),
        ("require: [title]", "`title` isn't a word for `require`", "write one of"),
    ],
)
def test_unknown_policy_or_field_is_an_error_with_a_suggestion(
    policies: str, message: str, hint: str
) -> None:
    (problem,) = parse_config("content/site.yaml", f"{SITE}policies: {{{policies}}}\n".encode()).diagnostics
    assert problem.message == message
    assert hint in problem.hint


def test_sample_site_gets_no_policy_warning() -> None:
    told = build_in_memory(ROOT, AS_OF).report.diagnostics
    assert [problem for problem in told if problem.code.code.startswith("PO")] == []


def test_field_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    text = BAD.replace(
        "posted: 2025-03-02", "posted: soon\nsalary: competitive\ncloses: later\nremote: perhaps"
    )
    found = {problem.code.name for problem in _told(tmp_path, "", text)}
    assert not found & {"stale-posting", "pay-range-missing", "required-by-site", "remote-contradiction"}


def test_policies_that_cannot_be_read_ask_for_nothing(tmp_path: Path) -> None:
    found = [problem.code.name for problem in _told(tmp_path, ", off: [no-such-check]")]
    assert found == ["unknown-word"]


def test_site_that_says_nothing_of_policies_is_judged(tmp_path: Path) -> None:
    folder = write_site(tmp_path, {f"postings/{STEM}.md": BAD})
    found = build(open_workspace(folder), Options(as_of=DAY), MemorySink()).diagnostics
    assert {problem.code.name for problem in found} == EVERYTHING - {"words-missing", "required-by-site"}
