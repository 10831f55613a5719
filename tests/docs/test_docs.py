"""The pages of docs/ are current, whole and true: codes, commands and links."""

import re
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import pytest

from generator.cli.entry import openings
from generator.diagnostics.codes import ALL
from generator.diagnostics.diagnostic import Code
from tests.docs.diagnostics import families, written_codes
from tests.docs.pages import PAGES, ROOT, anchors, commands, links, read
from tests.docs.rewrite import generated

COMMANDS = sorted({(page.name, line) for page in PAGES for line in commands(page.read_text("utf-8"))})


@pytest.mark.parametrize(("name", "text"), generated().items(), ids=generated().keys())
def test_generated_page_is_current(name: str, text: str) -> None:
    assert read(name) == text, f"docs/{name} is out of date: run `make docs`"


@pytest.mark.parametrize("code", ALL.values(), ids=lambda code: code.code)
def test_code_is_named_explained_and_documented(code: Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    assert code.explanation.strip()
    assert f"\n## {code.code} {code.name}\n" in read("diagnostics.md")


def test_every_code_has_its_own_number() -> None:
    assert _twice(code.code for code in written_codes()) == []
    assert set(ALL) == {code.code for code in written_codes()}


def test_every_code_has_its_own_name() -> None:
    twice = _twice(code.name for code in written_codes())
    assert twice == [], "`openings explain NAME` could mean several"


def _twice(words: Iterable[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


def test_every_family_of_codes_is_introduced() -> None:
    assert {code.code[:2] for code in ALL.values()} == set(families())
    for prefix, about in families().items():
        assert f"*{prefix}: {about}*" in read("diagnostics.md")


def test_pages_name_commands() -> None:
    assert {name for name, _ in COMMANDS} >= {"authoring.md", "themes.md", "diagnostics.md"}


@pytest.mark.parametrize(("name", "line"), COMMANDS, ids=[f"{name}: {line}" for name, line in COMMANDS])
def test_command_and_its_options_exist(name: str, line: str) -> None:
    unknown = list(_unknown(openings, shlex.split(line)[1:]))
    assert unknown == [], f"docs/{name} shows `{line}`"


def _unknown(command: click.Command, words: list[str]) -> Iterator[str]:
    """The words of a command line that are no command or option at their place."""
    known = {option: param for param in command.params for option in param.opts}
    context = click.Context(command)
    while words:
        word, *words = words
        param = known.get(word.partition("=")[0])
        if word in ("--help", "-h", "--version"):
            continue
        if word.startswith("-"):
            if param is None:
                yield word
            elif isinstance(param, click.Option) and not param.is_flag and "=" not in word:
                words = words[1:]
        elif isinstance(command, click.Group) and word != "…":
            inner = command.get_command(context, word)
            if inner is None:
                yield word
            else:
                yield from _unknown(inner, words)
            return


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_relative_links_lead_to_files_and_headings(page: Path) -> None:
    text = page.read_text("utf-8")
    assert [link for link in links(text) if not _leads_somewhere(link, page)] == []


def _leads_somewhere(link: str, page: Path) -> bool:
    if re.match(r"[a-z]+:", link):
        return True
    path, _, fragment = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    is_ours = target.is_relative_to(ROOT) and target.exists()
    return is_ours and (not fragment or fragment in anchors(target.read_text("utf-8")))
