"""What a build found out about similar jobs, kept for the next one."""

from msgspec import Struct

from generator.library.similar.facts import Facts


class Memo(Struct, frozen=True):
    """The facts of all jobs, newest first, and where the best few for each stand among them."""

    facts: tuple[Facts, ...]
    best: tuple[tuple[int, ...], ...]
