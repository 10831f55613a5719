"""What every command is told: where the site is, and the environment it runs in."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from msgspec import Struct


class Invocation(Struct, frozen=True):
    """The site's folder as given with `-C`, and the environment's variables."""

    site: Path
    environment: Mapping[str, str]

    def shown(self, path: str) -> str:
        """A path from the site's folder as it is reached from the current one."""
        here = os.path.relpath(self.site.resolve())
        return Path(os.path.normpath(Path(here, path))).as_posix()

    def wants_colour(self, stream: IO[str]) -> bool:
        """Whether to colour what goes to the stream: https://no-color.org, and https://force-color.org."""
        if self.environment.get("NO_COLOR"):
            return False
        if self.environment.get("FORCE_COLOR"):
            return True
        return stream.isatty() and self.environment.get("TERM") != "dumb"
