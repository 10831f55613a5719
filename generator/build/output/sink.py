"""One door for all output."""

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct, field

from generator.build.store.keys import digest
from generator.diagnostics.diagnostic import Diagnostic


class Written(Struct, frozen=True):
    """What a commit did, in numbers of files."""

    written: int = 0
    kept: int = 0
    deleted: int = 0


class Former(Struct, frozen=True):
    """What a former build left: the keys of files nobody has touched since, its own key and its report."""

    keys: Mapping[str, bytes] = field(default_factory=dict)
    build: bytes = b""
    report: bytes = b""


class Output(Struct, frozen=True):
    """One file of the site: the key of all it is made from, and the digest of its bytes if they were made.

    `is_new` says whether they are other than what is there.
    """

    path: str
    key: bytes
    digest: bytes = b""
    is_new: bool = False


class Writer(Protocol):
    """Takes the bytes of files; it may be used in other processes where the sink says so."""

    def write(self, path: str, data: bytes) -> bool:
        """Stages one file, by its path below the output, unless the same bytes are there already."""


class Sink(Protocol):
    """Where files go: write them all, then `commit` or `abort`; OpeningsError where that can't be."""

    is_shared: bool

    def problems(self) -> tuple[Diagnostic, ...]:
        """What somebody should know of the place the files go to."""

    def former(self) -> Former:
        """What a former build left there, as far as it can be trusted."""

    def writer(self) -> Writer:
        """What takes the files that are new or other than before."""

    def commit(self, outputs: list[Output], build: bytes, report: bytes) -> Written:
        """Makes the site what `outputs` says: staged files, and those of a former build under these keys."""

    def keep(self) -> Written:
        """Leaves the site as it is: it is what a former build made of the very same."""

    def contents(self, outputs: list[Output]) -> Mapping[str, bytes]:
        """The bytes of the site as it will be after the commit, read when asked for."""

    def forget(self) -> None:
        """Throws away all that was staged: the build begins once more."""

    def abort(self) -> None:
        """Throws away all that was staged, and lets go of the place."""


class MemorySink(Struct):
    """Keeps the files in memory: for comparisons and tests."""

    files: dict[str, bytes] = field(default_factory=dict)
    is_shared: bool = False

    def problems(self) -> tuple[Diagnostic, ...]:
        """None: nothing is kept from run to run."""
        return ()

    def former(self) -> Former:
        """Nothing."""
        return Former()

    def writer(self) -> Writer:
        """The sink itself."""
        return self

    def write(self, path: str, data: bytes) -> bool:
        """Takes the bytes of one file."""
        self.files[path] = data
        return True

    def commit(self, outputs: list[Output], build: bytes, report: bytes) -> Written:
        """The number of files."""
        return Written(written=len(outputs))

    def keep(self) -> Written:
        """Never asked for: there is no former build."""
        return Written(kept=len(self.files))

    def contents(self, outputs: list[Output]) -> Mapping[str, bytes]:
        """The files."""
        return self.files

    def forget(self) -> None:
        """Throws them away."""
        self.files.clear()

    def abort(self) -> None:
        """Throws them away."""
        self.files.clear()


def output(path: str, key: bytes, data: bytes, writer: Writer) -> Output:
    """Hands a file's bytes over, and says what they are."""
    return Output(path, key, digest(data), writer.write(path, data))
