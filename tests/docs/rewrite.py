"""Writes the pages of docs/ that are made from tables and code: `make docs`."""

from pathlib import Path

from generator.model.reference import field_reference
from tests.docs.diagnostics import diagnostics_page
from tests.docs.hosts import with_limits
from tests.docs.jobs_feed import with_fields
from tests.docs.policies import with_tables
from tests.docs.reviewing import with_example
from tests.docs.views import with_views

DOCS = Path(__file__).parents[2] / "docs"


def generated() -> dict[str, str]:
    """The text that each generated page should have, by its name in docs/."""
    return {
        "fields.md": field_reference(),
        "diagnostics.md": diagnostics_page(),
        "policies.md": with_tables((DOCS / "policies.md").read_text("utf-8")),
        "hosts.md": with_limits((DOCS / "hosts.md").read_text("utf-8")),
        "feeds.md": with_fields((DOCS / "feeds.md").read_text("utf-8")),
        "reviewing.md": with_example((DOCS / "reviewing.md").read_text("utf-8")),
        "themes.md": with_views((DOCS / "themes.md").read_text("utf-8")),
    }


def main() -> None:
    """Rewrite the generated pages in place."""
    for name, text in generated().items():
        (DOCS / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
