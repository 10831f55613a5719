"""One of the two sites that are compared, as far as they differ."""

from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from generator.diagnostics.diagnostic import Diagnostic, broken_files
from generator.model.documents import Document
from generator.model.published import UrlsLock
from generator.model.site_config import SiteConfig
from generator.publish.compare.facts import Facts


class Side(Struct, frozen=True, dict=True):
    """A site on the day of the comparison; all paths are from its folder.

    `config` is None where site.yaml has errors, or isn't there: `has_settings` says whether it is.
    `documents` and the HTML of their words in `bodies` are those of files that may be otherwise on the other
    side, `digests` are of the bytes of all such files. `static` holds all files that are copied, by their
    paths below content/static/.
    """

    config: SiteConfig | None
    has_settings: bool
    documents: Mapping[str, Document]
    bodies: Mapping[str, tuple[str, ...]]
    digests: Mapping[str, bytes]
    static: frozenset[str]
    lock: UrlsLock | None
    facts: Facts
    problems: tuple[Diagnostic, ...]

    def has_file(self, path: str) -> bool:
        """Whether a file that differs is there, and be it as one that can't be read."""
        folders = accumulate(path.split("/"), "{}/{}".format)
        return path in self.digests or not self.broken.isdisjoint(folders)

    @cached_property
    def broken(self) -> frozenset[str]:
        """The paths of files with errors."""
        return broken_files(self.problems)
