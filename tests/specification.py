"""The examples of CommonMark's specification, fetched for the tests and kept beside the tools.

They are CC BY-SA, so this repository doesn't hold them: the parser's own source distribution does.
"""

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path

SPECIFICATION = Path(sys.prefix) / "commonmark.json"
_LOCK = Path(__file__).parent.parent / "requirements-dev.lock"
_PARSER = "markdown-it-py"
_MEMBER = "tests/test_cmark_spec/commonmark.json"


def fetch() -> None:
    """Fetches the examples; an error where the download isn't the one that the lock file names."""
    with tempfile.TemporaryDirectory() as folder:
        options = ("--quiet", "--no-deps", "--no-binary", _PARSER, "--dest", folder)
        wanted = f"{_PARSER}=={version(_PARSER)}"
        subprocess.run([sys.executable, "-m", "pip", "download", *options, wanted], check=True)
        (archive,) = Path(folder).glob("*.tar.gz")
        if hashlib.sha256(archive.read_bytes()).hexdigest() not in _LOCK.read_text("utf-8"):
            raise SystemExit(f"{archive.name} isn't what {_LOCK.name} names")
        with tarfile.open(archive) as members:
            file = members.extractfile(f"{archive.name.removesuffix('.tar.gz')}/{_MEMBER}")
            assert file
            examples = file.read()
    assert len(json.loads(examples)) > 600
    SPECIFICATION.write_bytes(examples)


if __name__ == "__main__":
    fetch()
