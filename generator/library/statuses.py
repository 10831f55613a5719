"""Where a posting stands, in the one word that people who look after it read."""

from collections.abc import Container

from generator.library.site import Job, Standing

ERROR = "error"
STATUSES = (ERROR, "open", "closing-soon", "upcoming", "on-hold", "draft", "filled", "closed")


def status_of(job: Job, broken: Container[str]) -> str:
    """One of STATUSES; `broken` are the paths of files with errors, of which nobody can tell more."""
    return ERROR if job.posting.spans.path in broken else status(job.standing)


def status(standing: Standing) -> str:
    """One of STATUSES for a posting without an error."""
    if standing.is_closing_soon:
        return "closing-soon"
    return "filled" if standing.reason == "filled" else standing.state.value
