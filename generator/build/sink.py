"""One door for all output."""

from dataclasses import dataclass, field
from typing import Protocol

from generator.diagnostics.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Written:
    """What a commit did, in numbers of files."""

    written: int = 0
    kept: int = 0
    deleted: int = 0


class Sink(Protocol):
    """Where files go: `stage` them all, then `commit` or `abort`; OpeningsError where that can't be."""

    def problems(self) -> tuple[Diagnostic, ...]:
        """What somebody should know of the place the files go to."""

    def stage(self, path: str, data: bytes) -> None:
        """Takes the bytes of one file, by its path below the output."""

    def commit(self) -> Written:
        """Makes all that was staged visible, and takes away what a former build left."""

    def abort(self) -> None:
        """Forgets all that was staged."""


@dataclass(slots=True)
class MemorySink:
    """Keeps the files in memory: for checks, comparisons and tests."""

    files: dict[str, bytes] = field(default_factory=dict)

    def problems(self) -> tuple[Diagnostic, ...]:
        """None: nothing is kept from run to run."""
        return ()

    def stage(self, path: str, data: bytes) -> None:
        """Takes the bytes of one file."""
        self.files[path] = data

    def commit(self) -> Written:
        """The number of files."""
        return Written(written=len(self.files))

    def abort(self) -> None:
        """Forgets them."""
        self.files.clear()
