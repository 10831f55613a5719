"""What the command line may ask for besides what the site says."""

import os
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field


class Options(Struct, frozen=True):
    """Wishes for one run; `jobs` is the number of worker processes, 0 for as many as there are cores.

    Without `cache` nothing of former builds is used, and nothing is kept for later ones.
    """

    base_url: str = ""
    theme: str = ""
    drafts: bool = False
    strict: bool = False
    verify: bool = False
    jobs: int = 0
    cache: bool = True
    as_of: date | None = None
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def processes(self) -> int:
        """How many processes may work at a time: as asked for, or as there are cores."""
        if self.jobs:
            return self.jobs
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
