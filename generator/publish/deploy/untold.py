"""What search engines know of a site while a deploy runs: kept until its list of addresses is written."""

from collections.abc import Mapping
from pathlib import Path

from generator.publish.deploy.record import Record, read_record, record_text


class Untold:
    """A file beside the lists of addresses that is there only where a deploy never wrote its own.

    It holds the digests from before that deploy, so that the next list names what both of them changed.
    """

    def __init__(self, file: Path, site: str) -> None:
        self._file = file
        self._site = site

    def known(self, former: Record | None) -> Mapping[str, str]:
        """The digests that were there when a list was last written; none of another site's."""
        kept = read_record(self._file.read_bytes()) if self._file.is_file() else None
        mine = (record for record in (kept, former) if record and record.site == self._site)
        return next((record.known() for record in mine), {})

    def keep(self, known: Mapping[str, str]) -> None:
        """Writes them down before a deploy changes anything."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_bytes(record_text(Record(self._site, known)))

    def forget(self) -> None:
        """Removes the file: the list is written."""
        self._file.unlink(missing_ok=True)
