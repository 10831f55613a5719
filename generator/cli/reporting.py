"""Problems on their way to a stream: in the format asked for, with paths that can be clicked."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import IO

import click
from msgspec.structs import replace

from generator.build.source.texts import plain_text, theme_file
from generator.build.source.workspace import Workspace
from generator.cli.invocation import Invocation
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.formats import text

FORMATS = ("text", "concise", "json", "github")


def write_report(
    problems: Iterable[Diagnostic],
    workspace: Workspace,
    invocation: Invocation,
    form: str,
    to: IO[str],
    unwritten: Mapping[str, bytes] = MappingProxyType({}),
) -> None:
    """All problems to the stream; colour only in the text for people.

    `unwritten` holds the bytes of files that aren't on disk, or not in this form, by path.
    """
    problems = tuple(problems)
    found = tuple(_moved(problem, invocation.shown) for problem in problems)
    files = {invocation.shown(d.at.path): d.at.path for d in problems if d.at}
    files |= {invocation.shown(note.at.path): note.at.path for d in problems for note in d.notes}
    sources = _Sources(workspace, files, unwritten)
    if form == "text":
        colour = invocation.wants_colour(to)
        click.echo(text.render(found, sources, colour), to, nl=False, color=colour)
        return
    renderer = import_module(f"generator.diagnostics.formats.{form}")
    click.echo(renderer.render(found, sources), to, nl=False)


def in_output(problems: Iterable[Diagnostic], folder: str) -> tuple[Diagnostic, ...]:
    """The problems, those of built pages placed in the output folder, which is named from the site's."""
    return tuple(
        _moved(problem, lambda path: f"{folder}/{path}") if problem.code.code.startswith("OU") else problem
        for problem in problems
    )


def _moved(problem: Diagnostic, to: Callable[[str], str]) -> Diagnostic:
    """The problem with other paths."""

    def span(at: Span) -> Span:
        return replace(at, path=to(at.path))

    notes = tuple(replace(note, at=span(note.at)) for note in problem.notes)
    return replace(problem, at=span(problem.at) if problem.at else None, notes=notes)


class _Sources:
    """The text of a file by its shown path, each read once; None for what isn't the site's or a theme's.

    Only files that the workspace lists are read, so that no excerpt shows what a link leads to.
    """

    def __init__(
        self, workspace: Workspace, files: Mapping[str, str], unwritten: Mapping[str, bytes]
    ) -> None:
        self._workspace = workspace
        self._files = files
        self._unwritten = unwritten
        self._texts: dict[str, str | None] = {}

    def __call__(self, shown: str) -> str | None:
        """The text with plain line ends, as the columns count it."""
        if shown not in self._texts:
            self._texts[shown] = self._read(self._files.get(shown, ""))
        return self._texts[shown]

    def _read(self, path: str) -> str | None:
        data = self._bytes(path)
        return None if data is None else plain_text(path, data)

    def _bytes(self, path: str) -> bytes | None:
        if path in self._unwritten:
            return self._unwritten[path]
        if path.startswith("themes/"):
            file = theme_file(self._workspace.root, path)
            return file.read_bytes() if file else None
        return self._workspace.read(path) if path in self._workspace.files else None
