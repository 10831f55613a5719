"""The course of a deploy, over a target in memory."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.publish.deploy.deploying import Wishes, deploy
from generator.publish.deploy.record import Record, read_record, record_text
from generator.publish.deploy.target import Told
from tests.publish.deploy.memory import SITE, MemoryTarget, StoppedError, built_of

BEFORE = {
    "index.html": "see jobs/old/index.html jobs/same/index.html assets/site.1.css",
    "jobs/index.html": "see jobs/old/index.html",
    "jobs/old/index.html": "see assets/site.1.css",
    "jobs/same/index.html": "see assets/same.css",
    "assets/site.1.css": "old look",
    "assets/same.css": "same look",
    "sitemap.xml": "see jobs/old/index.html",
    "robots.txt": "same",
}
AFTER = {
    "index.html": "see jobs/new/index.html jobs/same/index.html assets/site.2.css",
    "jobs/index.html": "see jobs/new/index.html",
    "jobs/new/index.html": "see assets/site.2.css",
    "jobs/same/index.html": "see assets/same.css",
    "assets/site.2.css": "new look",
    "assets/same.css": "same look",
    "sitemap.xml": "see jobs/new/index.html",
    "robots.txt": "same",
}
PLAIN = Wishes()
CHANGES = [
    "send assets/site.2.css",
    "send jobs/new/index.html",
    "send index.html",
    "send jobs/index.html",
    "send sitemap.xml",
    "delete jobs/old/index.html",
    "delete assets/site.1.css",
]


def _sent(target: MemoryTarget, files: Mapping[str, str], wishes: Wishes = PLAIN) -> list[str]:
    """The lines that are told of a deploy of the files."""
    lines: list[str] = []
    deploy(built_of(target.output, files), target, "the target", wishes, lines.append)
    return lines


def _texts(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in files.items()}


@pytest.fixture
def target(tmp_path: Path) -> MemoryTarget:
    """A target that a deploy sent the former site to."""
    found = MemoryTarget(tmp_path)
    _sent(found, BEFORE)
    found.steps.clear()
    found.moments.clear()
    return found


def test_assets_go_first_then_new_pages_then_what_leads_to_them(
    target: MemoryTarget,
) -> None:
    assert _sent(target, AFTER) == CHANGES
    assert target.steps == ["claim", *CHANGES, "finish"]
    assert _texts(target.files) == AFTER


def test_record_says_what_lies_there(target: MemoryTarget) -> None:
    _sent(target, AFTER)
    record = read_record(target.record)
    assert record == Record(SITE, built_of(target.output, AFTER).files)


def test_second_deploy_of_the_same_touches_nothing(target: MemoryTarget) -> None:
    assert _sent(target, BEFORE) == []
    assert target.steps == []


def test_adopted_site_of_another_address_loses_nothing_but_what_is_replaced(target: MemoryTarget) -> None:
    elsewhere = Record("https://elsewhere.example.com", built_of(target.output, BEFORE).files)
    target.record = record_text(elsewhere)
    lines = _sent(target, AFTER, Wishes(adopts=True))
    assert sorted(lines) == sorted(f"send {path}" for path in AFTER)
    assert _texts(target.files) == BEFORE | AFTER
    assert read_record(target.record) == Record(SITE, built_of(target.output, AFTER).files)


def test_foreign_file_at_a_new_place_stops_a_deploy_that_does_not_adopt(target: MemoryTarget) -> None:
    target.files["jobs/new/index.html"] = b"theirs"
    for wishes in (Wishes(is_dry=True), PLAIN):
        with pytest.raises(OpeningsError, match=r"`jobs/new/index\.html` in the target would be overwritten"):
            _sent(target, AFTER, wishes)
    assert target.steps == []
    _sent(target, AFTER, Wishes(adopts=True))
    assert _texts(target.files) == AFTER


@pytest.mark.parametrize("at", ["claim", *CHANGES])
def test_two_deploys_at_once_end_in_a_site_that_the_next_puts_right(target: MemoryTarget, at: str) -> None:
    other = {**BEFORE, "index.html": "see assets/z.css", "assets/z.css": "their look"}
    target.meanwhile[at] = lambda: _sent(target, other)
    with pytest.raises(OpeningsError, match="another deploy reached the target meanwhile"):
        _sent(target, AFTER)
    _sent(target, AFTER)
    assert _texts(target.files) == AFTER
    assert read_record(target.record) == Record(SITE, built_of(target.output, AFTER).files)


def test_deploy_that_comes_between_the_look_and_the_first_change_stops_this_one(target: MemoryTarget) -> None:
    target.meanwhile["prepare"] = lambda: _sent(target, AFTER)
    with pytest.raises(OpeningsError, match="another deploy"):
        _sent(target, {**BEFORE, "index.html": "third"})
    assert _texts(target.files) == AFTER
    assert read_record(target.record) == Record(SITE, built_of(target.output, AFTER).files)


def test_dry_run_tells_exactly_what_the_deploy_then_does(target: MemoryTarget) -> None:
    foretold = _sent(target, AFTER, Wishes(is_dry=True))
    assert target.steps == []
    assert _sent(target, AFTER) == foretold == CHANGES


@pytest.mark.parametrize("steps", range(1, len(CHANGES) + 3))
def test_deploy_that_stops_anywhere_leaves_a_whole_site_and_is_finished_by_the_next(
    target: MemoryTarget, steps: int
) -> None:
    target.stop_after = steps
    with pytest.raises(StoppedError):
        _sent(target, AFTER)
    for files in map(_texts, target.moments):
        assert files.keys() >= BEFORE.keys() & AFTER.keys(), "what stays is always there"
        linked = {link for text in files.values() if text.startswith("see ") for link in text.split()[1:]}
        assert linked <= files.keys(), "no page leads to what isn't there, or loads it"
    target.stop_after = -1
    _sent(target, AFTER)
    assert _texts(target.files) == AFTER
    assert read_record(target.record) == Record(SITE, built_of(target.output, AFTER).files)


def test_site_that_changed_back_after_an_interruption_is_put_right(target: MemoryTarget) -> None:
    target.stop_after = 4
    with pytest.raises(StoppedError):
        _sent(target, AFTER)
    target.stop_after = -1
    _sent(target, BEFORE)
    assert _texts(target.files) == BEFORE


def test_look_of_pages_that_are_open_goes_with_the_next_deploy(tmp_path: Path) -> None:
    old, new = "assets/site.00000000a1.css", "assets/site.00000000b2.css"
    target = MemoryTarget(tmp_path)
    _sent(target, {old: "old look", "index.html": "see old"})
    assert _sent(target, {new: "new look", "index.html": "see new"}) == [f"send {new}", "send index.html"]
    assert _texts(target.files)[old] == "old look"
    assert _sent(target, {new: "new look", "index.html": "see new"}) == [f"delete {old}"]
    assert _sent(target, {new: "new look", "index.html": "see new"}) == []


def test_look_that_comes_back_is_kept(tmp_path: Path) -> None:
    old, new = "assets/site.00000000a1.css", "assets/site.00000000b2.css"
    target = MemoryTarget(tmp_path)
    for look in (old, new, old):
        lines = _sent(target, {look: look, "index.html": f"see {look}"})
    assert lines == ["send index.html"]
    assert _sent(target, {old: old, "index.html": f"see {old}"}) == [f"delete {new}"]


def test_files_that_are_not_ours_stay(target: MemoryTarget) -> None:
    target.files |= {"CNAME": b"careers.example.com", "jobs/theirs.html": b"theirs"}
    _sent(target, AFTER)
    assert _texts(target.files) == {**AFTER, "CNAME": "careers.example.com", "jobs/theirs.html": "theirs"}


def test_all_sends_every_file_whatever_the_record_says(target: MemoryTarget) -> None:
    target.files["robots.txt"] = b"spoiled"
    lines = _sent(target, BEFORE, Wishes(sends_all=True))
    assert sorted(lines) == sorted(f"send {path}" for path in BEFORE)
    assert _texts(target.files) == BEFORE


def test_lines_keep_their_order_where_a_target_does_several_at_once(target: MemoryTarget) -> None:
    class Several(MemoryTarget):
        def send(self, stages: Sequence[Sequence[str]], told: Told) -> None:
            super().send([list(reversed(stage)) for stage in stages], told)

    several = Several(target.output, target.files)
    several.record = target.record
    assert _sent(several, AFTER) == CHANGES


def test_files_of_somebody_else_stop_a_deploy_that_does_not_adopt(tmp_path: Path) -> None:
    target = MemoryTarget(tmp_path, {"index.html": b"theirs", "shop.html": b"theirs"})
    with pytest.raises(OpeningsError, match=r"holds files, such as `index\.html`, `shop\.html`") as stopped:
        _sent(target, BEFORE)
    assert "--adopt" in stopped.value.hint
    assert target.steps == []
    _sent(target, BEFORE, Wishes(adopts=True))
    assert _texts(target.files) == {**BEFORE, "shop.html": "theirs"}
    assert _sent(target, AFTER) == CHANGES, "once is enough"


def test_other_site_stops_a_deploy_that_does_not_adopt(target: MemoryTarget) -> None:
    other = built_of(target.output, BEFORE, "https://staging.example.com")
    with pytest.raises(OpeningsError, match="and this is that of https://staging"):
        deploy(other, target, "the target", Wishes(), print)
    assert target.steps == []


@pytest.mark.parametrize(
    ("gone", "kept", "is_stopped"),
    [(3, 7, False), (4, 7, True), (256, 1000, False), (257, 1000, True), (1, 0, True)],
)
def test_more_deletions_than_a_change_makes_stop_a_deploy_that_does_not_accept_them(
    tmp_path: Path, gone: int, kept: int, is_stopped: bool
) -> None:
    target = MemoryTarget(tmp_path)
    stay = {f"jobs/{number}.html": "digest" for number in range(kept)}
    target.record = record_text(
        Record(SITE, {**stay, **{f"old/{number}.html": "" for number in range(gone)}})
    )
    built = built_of(tmp_path, {})
    built = type(built)(SITE, tmp_path, stay)
    if is_stopped:
        with pytest.raises(
            OpeningsError, match=f"{gone} of {gone + kept:,} files .* such as `old/0.html`"
        ) as found:
            deploy(built, target, "the target", Wishes(), print)
        assert "--accept-deletions" in found.value.hint
        assert target.steps == []
    made = deploy(built, target, "the target", Wishes(deletes_many=True), lambda line: None)
    assert len(made.transfer.deletions) == gone


@pytest.mark.parametrize(
    "path", ["../x", "/etc/passwd", "a/../../x", "", "a//b", "a/.", "..", ".openings-deploy.json", "a\0b"]
)
def test_record_that_names_what_is_no_file_of_the_site_is_none(path: str) -> None:
    assert read_record(record_text(Record(SITE, {path: "x"}))) is None


def test_record_of_another_form_is_none() -> None:
    assert read_record(b"") is None
    assert read_record(b"\xff{}") is None
    assert read_record(b'{"site": "x", "files": {}, "format": 2}') is None
