"""One slip, one message: what only follows from an error in the same file isn't said again."""

from collections.abc import Iterable, Iterator

from generator.diagnostics.codes import boards, policies
from generator.diagnostics.codes import library as codes
from generator.diagnostics.diagnostic import Diagnostic, broken_files

# These judge several fields of a posting together, so a field that can't be read sets them off.
_ECHOES = (
    *(codes.APPLY_MISSING, codes.AMBIGUOUS_DOLLAR, codes.SHARED_ID),
    *(policies.PAY_RANGE, policies.PAY_BEFORE_INTERVIEW, policies.STALE_POSTING),
    *(policies.REMOTE_CONTRADICTION, policies.REQUIRED_BY_SITE),
    *(boards.INDEED_PLACE, boards.LINKEDIN_WORDS, boards.LINKEDIN_APPLY, boards.LINKEDIN_PLACE),
)


def without_echoes(problems: Iterable[Diagnostic], reading: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The problems, less those that an error found in `reading` the same file explains."""
    broken = broken_files(reading)
    for problem in problems:
        if not (problem.code in _ECHOES and problem.at and problem.at.path in broken):
            yield problem
