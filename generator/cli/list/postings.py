"""The list of postings: what the table shows of each, and what programs and spreadsheets are told."""

from generator.cli.list.listing import Listing
from generator.cli.list.rows import Row
from generator.cli.list.table import Column


def _cells(row: Row) -> tuple[str, ...]:
    posting = row.job.posting
    return (
        posting.identity.stem,
        posting.title,
        "; ".join(category.name for category in row.job.categories),
        "; ".join(row.places),
        row.status,
        str(row.posted or ""),
        str(posting.closes or ""),
        "due" if row.is_due else str(row.review or ""),
    )


POSTINGS = Listing[Row](
    columns=(
        Column("POSTING"),
        Column("TITLE", may_cut=True, goes=1),
        Column("CATEGORY", may_cut=True, goes=4),
        Column("PLACE", may_cut=True, goes=5),
        Column("STATUS"),
        Column("POSTED", goes=2),
        Column("CLOSES"),
        Column("REVIEW", goes=3),
    ),
    cells=_cells,
    fields={
        "stem": lambda row: row.job.posting.identity.stem,
        "title": lambda row: row.job.posting.title,
        "categories": lambda row: row.categories,
        "places": lambda row: row.places,
        "status": lambda row: row.status,
        "posted": lambda row: row.posted,
        "opens": lambda row: row.job.posting.opens,
        "closes": lambda row: row.job.posting.closes,
        "review": lambda row: row.review,
        "is_due": lambda row: row.is_due,
        "path": lambda row: row.job.posting.spans.path,
    },
)
