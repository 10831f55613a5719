"""The list of addresses misses nothing of a deploy that was stopped before it wrote its own."""

from pathlib import Path

import pytest

from generator.publish.deploy.record import Record, unsure
from generator.publish.deploy.untold import Untold
from tests.publish.deploy.memory import SITE

_BEFORE = Record(SITE, {"index.html": "a", "jobs/old/index.html": "b"})


@pytest.fixture
def untold(tmp_path: Path) -> Untold:
    return Untold(tmp_path / "deploys/site.pending.json", SITE)


def test_without_a_stopped_deploy_the_record_at_the_target_counts(untold: Untold) -> None:
    assert untold.known(_BEFORE) == _BEFORE.files
    assert untold.known(None) == {}


def test_what_a_deploy_began_to_send_counts_as_it_was_before(untold: Untold) -> None:
    claimed = unsure(_BEFORE, ("index.html", "jobs/new/index.html"))
    assert untold.known(claimed) == _BEFORE.files
    assert untold.known(unsure(claimed, ("index.html", "jobs/newer/index.html"))) == _BEFORE.files


def test_deploy_that_ended_without_its_list_counts_as_never_made(untold: Untold) -> None:
    untold.keep(untold.known(_BEFORE))
    after = Record(SITE, {"index.html": "c"})
    untold.keep(untold.known(after))
    assert untold.known(after) == _BEFORE.files
    untold.forget()
    untold.forget()
    assert untold.known(after) == after.files


def test_nothing_of_another_site_is_known(untold: Untold, tmp_path: Path) -> None:
    other = Record("https://elsewhere.example.com", _BEFORE.files)
    Untold(tmp_path / "deploys/site.pending.json", other.site).keep(other.files)
    assert untold.known(other) == {}
