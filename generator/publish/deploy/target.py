"""A place that a site is sent to: what all kinds of them can do."""

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

from generator.publish.deploy.record import Record

# Told of each file, once it is sent or taken away. It raises no OSError: a target would take it for its own.
Told = Callable[[str], None]


class Found(Struct, frozen=True):
    """What lies at a target: our record of a former deploy, and a few names of files where there is none."""

    record: Record | None = None
    others: tuple[str, ...] = ()


class Target(Protocol):
    """A target; the methods are called in this order, `holds` now and then, unless a deploy is stopped.

    Each raises an OpeningsError, without any credentials in it, where the target refuses. A target is at
    no moment without a page that it had and is to keep: files are replaced whole, or all at once.
    """

    def look(self) -> Found:
        """What lies there."""

    def prepare(self, sends: Sequence[str], adopts: bool) -> None:
        """An OpeningsError where files can't be put there; nothing is changed, for a dry run asks too.

        So also where a new file would replace one that isn't ours, unless that is adopted.
        """

    def holds(self, record: Record | None) -> bool:
        """Whether the record there is this one still; also where no other deploy can come between."""

    def claim(self, record: Record) -> None:
        """Writes down what will be ours before anything is touched; nothing where all changes at once."""

    def send(self, stages: Sequence[Sequence[str]], told: Told) -> None:
        """Puts files of the built site there, each stage when the one before it is done."""

    def remove(self, paths: Sequence[str], told: Told) -> None:
        """Takes files away that a former deploy put there; one that is gone already is no error."""

    def finish(self, record: Record) -> None:
        """Writes down what lies there now, and makes it what visitors see."""

    def close(self) -> None:
        """Lets go of what was opened or made for the deploy, however far it came."""
