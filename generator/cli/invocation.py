"""What every command is told: where the site is, and the environment it runs in."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from generator.diagnostics.diagnostic import Diagnostic, Span


@dataclass(frozen=True, slots=True)
class Invocation:
    """The site's folder as given with `-C`, and the environment's variables."""

    site: Path
    environment: Mapping[str, str]

    def shown(self, path: str) -> str:
        """A path of the site as it is reached from the current folder."""
        here = os.path.relpath(self.site.resolve())
        return path if here == "." else Path(here, path).as_posix()

    def wants_colour(self, stream: IO[str]) -> bool:
        """Whether to colour what goes to the stream: https://no-color.org, and https://force-color.org."""
        if self.environment.get("NO_COLOR"):
            return False
        if self.environment.get("FORCE_COLOR"):
            return True
        return stream.isatty() and self.environment.get("TERM") != "dumb"


def relocated(diagnostics: Iterable[Diagnostic], invocation: Invocation) -> tuple[Diagnostic, ...]:
    """The problems with paths that lead to the files from the current folder."""
    return tuple(
        replace(
            problem,
            at=_moved(problem.at, invocation) if problem.at else None,
            notes=tuple(replace(note, at=_moved(note.at, invocation)) for note in problem.notes),
        )
        for problem in diagnostics
    )


def _moved(at: Span, invocation: Invocation) -> Span:
    return replace(at, path=invocation.shown(at.path))
