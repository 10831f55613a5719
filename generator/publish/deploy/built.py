"""The built site that is to be sent: its files with their digests, as the build left them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from generator.build.output.manifest import Manifest
from generator.diagnostics.diagnostic import OpeningsError
from generator.publish.deploy.record import RECORD


class Built(Struct, frozen=True):
    """A site in its output folder: the address it is for, and the digest of each file by its path."""

    url: str
    output: Path
    files: Mapping[str, str]

    def read(self, path: str) -> bytes:
        """The bytes of one of the files."""
        return (self.output / path).read_bytes()


@contextmanager
def built_site(site: Path, output: Path, url: str) -> Iterator[Built]:
    """What the last build of a site left in its output folder; no other build changes it meanwhile.

    No file is read or hashed: the build has done both.
    """
    folder = output.resolve()
    manifest = Manifest(site, folder)
    with manifest.alone():
        recorded = manifest.read()
        files = {path: file.digest.hex() for path, file in recorded.files.items()} if recorded else {}
        if not all(files.values()):
            raise OpeningsError(f"a build of `{folder.name}` stopped halfway", "deploy again")
        if RECORD in files:
            raise OpeningsError(
                f"the site has a file `{RECORD}`", "rename it: deploys keep their record there"
            )
        yield Built(url, folder, files)
