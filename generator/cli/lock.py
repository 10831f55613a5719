"""`openings lock`."""

import sys
from datetime import date

import click
from msgspec import Struct

from generator.cli.invocation import Invocation
from generator.cli.loading import Loaded, load
from generator.cli.parameters import as_of_option
from generator.cli.reporting import write_report
from generator.cli.saying import say
from generator.cli.writing import create_file, replace_file
from generator.content.urls_lock import lock_text
from generator.diagnostics.codes.pages import UNREADABLE_RECORD
from generator.diagnostics.diagnostic import OpeningsError, has_errors
from generator.model.files import LOCK_FILE
from generator.model.published import Published
from generator.pages.lock import next_lock, recorded_pages


class _Difference(Struct, frozen=True):
    """How many addresses came, are otherwise now, and went."""

    added: int
    changed: int
    gone: int


@click.command("lock")
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 if something is to be written.")
@as_of_option
@click.pass_obj
def command(invocation: Invocation, check: bool, as_of: date | None) -> int:
    """Record the published addresses in content/urls.lock.

    An address that is recorded there never ends in nothing: when its page goes, it leads on, or says what
    became of it. Run it whenever you publish, and commit the file.
    """
    loaded = load(invocation, as_of)
    if has_errors(loaded.diagnostics):
        raise OpeningsError("the content has errors, so nothing is recorded", "run `openings check`", 1)
    if unread := [problem for problem in loaded.diagnostics if problem.code is UNREADABLE_RECORD]:
        write_report(unread, loaded.workspace, invocation, "text", sys.stderr)
        what = f"`{invocation.shown(LOCK_FILE)}` isn't written: what can't be read would be lost"
        raise OpeningsError(what, "mend those lines, or delete what is no record", 1)
    entries = next_lock(loaded.related.plan)
    text = lock_text(entries).encode()
    shown = invocation.shown(LOCK_FILE)
    if text == _former(loaded):
        say(f"{shown} is up to date: {len(entries):,} addresses")
        return 0
    if not check:
        _write(loaded, text)
    say(f"{shown}{' is out of date' if check else ''}: {_told(_difference(loaded, entries))}")
    return int(check)


def _former(loaded: Loaded) -> bytes | None:
    is_there = LOCK_FILE in loaded.workspace.files
    return loaded.workspace.read(LOCK_FILE) if is_there else None


def _write(loaded: Loaded, text: bytes) -> None:
    path = loaded.workspace.root / LOCK_FILE
    if LOCK_FILE in loaded.workspace.files:
        replace_file(path, text)
    else:
        create_file(path, text)


def _difference(loaded: Loaded, entries: tuple[Published, ...]) -> _Difference:
    """What is different from the lines that could be read; an address that went has no page any more."""
    known = {entry.url: lock_text((entry,)) for entry in loaded.site.published or ()}
    here = {page.url for page in recorded_pages(loaded.related.plan)}
    added = sum(entry.url not in known for entry in entries)
    other = [entry for entry in entries if entry.url in known and known[entry.url] != lock_text((entry,))]
    gone = sum(entry.url not in here for entry in other)
    return _Difference(added, len(other) - gone, gone)


def _told(difference: _Difference) -> str:
    parts = {"added": difference.added, "changed": difference.changed, "gone": difference.gone}
    told = [f"{number:,} {what}" for what, number in parts.items() if number]
    return ", ".join(told) or "the same addresses, in order"
