"""What stops a deploy before anything is touched: a target that isn't ours, or too much to delete."""

from collections.abc import Sequence

from generator.diagnostics.diagnostic import OpeningsError
from generator.publish.deploy.record import Record
from generator.publish.deploy.target import Found
from generator.publish.deploy.transfer import Transfer

# More deletions than either of these are hardly meant: a folder is missing, or a filter is wrong.
MOST_DELETIONS = 256
MOST_PERCENT = 30
_NAMED = 3


def refuse_foreign(found: Found, url: str, where: str) -> None:
    """OpeningsError where the target holds files that we know nothing of, or another site."""
    if found.record and found.record.site != url:
        raise OpeningsError(
            f"{where} holds the site of {found.record.site}, and this is that of {url}",
            "if this one is to take its place, deploy once with --adopt",
        )
    if not found.record and found.others:
        raise OpeningsError(
            f"{where} holds files, such as {_named(found.others)}, and no record that we put them there",
            "if it is the right place, deploy once with --adopt: files with the names of ours are replaced, "
            "all others stay",
        )


def refuse_many_deletions(transfer: Transfer, former: Record | None) -> None:
    """OpeningsError where more would be deleted than a change of a site deletes."""
    if former is None:
        return
    lost = tuple(path for path in transfer.deletions if path not in former.leaving)
    gone, recorded = len(lost), len(former.files)
    if gone <= MOST_DELETIONS and gone * 100 <= recorded * MOST_PERCENT:
        return
    share = -(-gone * 100 // recorded)
    raise OpeningsError(
        f"{gone:,} of {recorded:,} files ({share} %) would be deleted, such as {_named(lost)}",
        f"more than {MOST_DELETIONS} files or {MOST_PERCENT} % are deleted only with --accept-deletions; "
        "`openings deploy --dry-run --accept-deletions` lists them",
    )


def refuse_taken(paths: Sequence[str], where: str) -> None:
    """OpeningsError where files lie at these paths that no deploy put there."""
    if paths:
        raise OpeningsError(
            f"{_named(paths)} in {where} would be overwritten, and no deploy put it there",
            "move what is there, or replace it with --adopt",
        )


def _named(paths: Sequence[str]) -> str:
    return ", ".join(f"`{path}`" for path in paths[:_NAMED])
