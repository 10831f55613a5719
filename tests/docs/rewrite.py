"""Writes the pages of docs/ that are made from tables: `make docs`."""

from pathlib import Path

from generator.model.reference import field_reference

DOCS = Path(__file__).parents[2] / "docs"


def main() -> None:
    """Rewrite the generated pages in place."""
    (DOCS / "fields.md").write_text(field_reference(), "utf-8")


if __name__ == "__main__":
    main()
