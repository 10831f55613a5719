"""Flags in, text and exit codes out."""

import sys
from collections.abc import Sequence

from generator.cli.interrupts import INTERRUPTED, end_at_once, raise_again


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command that the arguments ask for, and exits with its code; Ctrl-C leaves no traceback."""
    end_at_once()
    try:
        from generator.cli.entry import run  # brings click along, and Ctrl-C may come meanwhile

        sys.exit(run(arguments))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        raise_again()
