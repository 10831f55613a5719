"""Small sites for tests of the audits: a sound page, and faults to plant in it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.audit.pages import AuditedPage
from tests.audit.server import serving
from tests.audit.sites import AuditedSite
from tests.sample import write_files

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
_APPLY = "https://apply.example.com/1"
_PAGE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width"><title>Lighthouse Keeper</title>{head}</head>
<body><header><details><summary>Menu</summary><p><a href="/">Home</a></p></details></header>
<main><h1>Lighthouse Keeper</h1>
<p>Keep the lamp lit from dusk until dawn, and write down every ship that passes.</p>
<details class="keep"><summary>Save or share</summary><p>Print it.</p></details>
<p><a href="{apply}">Apply now</a></p>
<h2>Jobs</h2>
<p><a href="/jobs/keeper/">Lighthouse Keeper</a></p><p><a href="/jobs/page/2/">Next page</a></p>
{main}</main></body></html>
"""


def page(head: str = "", main: str = "", policy: str = POLICY, apply: str = _APPLY) -> str:
    """A sound page, with what is planted in it."""
    return _PAGE.format(head=head, main=main, policy=policy, apply=apply)


@contextmanager
def planted(folder: Path, text: str, files: Mapping[str, str] | None = None) -> Iterator[AuditedSite]:
    """A site with that page as its posting, a sound list of jobs, and further files."""
    everything = {
        "index.html": page(),
        "404.html": page(),
        "jobs/index.html": page(),
        "jobs/page/2/index.html": page(main='<p><a href="/jobs/cook/">Cook</a></p>'),
        "jobs/keeper/index.html": text,
        **(files or {}),
    }
    write_files({name: content.encode() for name, content in everything.items()}, folder)
    posting = AuditedPage("open posting", "/jobs/keeper/", applies=(_APPLY,))
    with serving(folder) as address:
        yield AuditedSite("planted", address, folder, (posting,), frozenset({"/jobs/keeper/", "/jobs/cook/"}))
