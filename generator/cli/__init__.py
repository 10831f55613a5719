"""Flags in, text and exit codes out."""

import sys
from collections.abc import Sequence

_INTERRUPTED = 130  # 128 + SIGINT, as shells count it


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command that the arguments ask for, and exits with its code; Ctrl-C leaves no traceback."""
    try:
        from generator.cli.entry import run  # brings click along, and Ctrl-C may come meanwhile

        sys.exit(run(arguments))
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
