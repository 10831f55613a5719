"""What the golden files hold: every file of the sample by digest, and one page of each kind whole."""

import hashlib
from pathlib import Path

from tests.sample import Built

FOLDER = Path(__file__).parent
DIGESTS = FOLDER / "digests.txt"

WHOLE = {
    "home.html": "index.html",
    "jobs.html": "jobs/index.html",
    "job.html": "jobs/staff-software-engineer-backend/index.html",
    "closed-job.html": "jobs/account-director-audio-advertising/index.html",
    "remembered-job.html": "jobs/tape-archive-technician/index.html",
    "redirect.html": "jobs/sre-remote/index.html",
    "category.html": "categories/engineering-it/index.html",
    "place.html": "locations/sweden/stockholm/index.html",
    "article.html": "articles/a-quiet-week/index.html",
    "words.html": "students/index.html",
}


def digests(built: Built) -> str:
    """A line for each file: the first half of its SHA-256, and its path."""
    lines = (
        f"{hashlib.sha256(data).hexdigest()[:32]}  {path}\n" for path, data in sorted(built.files.items())
    )
    return "".join(lines)
