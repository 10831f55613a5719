"""Writes the golden files anew: `make golden`, then read the difference before committing it."""

from tests.golden.tree import DIGESTS, FOLDER, WHOLE, digests
from tests.importers.sources import write_golden_texts
from tests.sample import AS_OF, ROOT, build_in_memory


def main() -> None:
    """Builds the sample at its fixed day, reads the samples of other tools, and writes what comes of both."""
    built = build_in_memory(ROOT, AS_OF)
    DIGESTS.write_text(digests(built), "utf-8")
    for name, path in WHOLE.items():
        (FOLDER / name).write_bytes(built.files[path])
    write_golden_texts()


if __name__ == "__main__":
    main()
