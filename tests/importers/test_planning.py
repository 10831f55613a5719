import re
from typing import Any

import pytest
from msgspec.structs import replace

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.imported import Imported
from generator.importers.lock import Closing, lock_text, read_lock
from generator.importers.merging import Take
from tests.importers.builders import FIRST, Shore, errors, make_delivery, make_job, told

ONE = "content/postings/diver-1.md"
LONG = ("San Francisco, CA, USA", "New York, NY, USA")


@pytest.fixture
def shore() -> Shore:
    """A site that has imported four jobs."""
    shore = Shore()
    shore.run(*jobs(), today=FIRST)
    return shore


def jobs(**first: Any) -> list[Imported]:
    """Four jobs, the first with these fields."""
    return [make_job(1, **first), *map(make_job, (2, 3, 4))]


def test_new_posting_is_a_file_as_a_person_would_write_it(shore: Shore) -> None:
    assert shore.text(ONE) == (
        "---\ntitle: Diver 1\ncategory: Deep sea\nlocation: Oslo, Norway\nposted: 2026-03-01\n"
        "apply: https://jobs.example.com/1\nid: 1\n---\n\nYou dive.\n"
    )
    assert errors(shore.files) == []


def test_importing_again_changes_nothing(shore: Shore) -> None:
    plan = shore.run(*jobs())
    assert (plan.files, plan.steps) == ({}, ())
    assert lock_text(plan.lock) == lock_text(shore.lock)


def test_names_are_free_and_stay(shore: Shore) -> None:
    plan = shore.run(*jobs(), make_job(5, title="Diver 1"), make_job(6, title="Diver 1"))
    assert told(plan) == ["new diver-1-2", "new diver-1-3"]
    renamed = shore.run(*jobs(title="Head diver"), make_job(5, title="Diver 1"), make_job(6, title="Diver 1"))
    assert list(renamed.files) == [ONE]


def test_what_changed_at_the_source_alone_is_taken_over(shore: Shore) -> None:
    plan = shore.run(*jobs(location=LONG, body="You dive deep.\n"))
    assert told(plan) == ["updated diver-1: location, body"]
    assert shore.text(ONE) == (
        "---\ntitle: Diver 1\ncategory: Deep sea\n"
        "location:\n  - San Francisco, CA, USA\n  - New York, NY, USA\n"
        "posted: 2026-03-01\nupdated: 2026-03-16\napply: https://jobs.example.com/1\nid: 1\n---\n\n"
        "You dive deep.\n"
    )
    assert told(shore.run(*jobs(location=LONG, body="You dive deep.\n"))) == []


def test_day_of_a_change_is_the_source_s_own_where_it_has_one(shore: Shore) -> None:
    shore.run(*jobs(updated="2026-03-10"))
    assert "updated:" not in shore.text(ONE)
    shore.run(*jobs(updated="2026-03-10", title="Head diver"))
    assert "updated: 2026-03-10\n" in shore.text(ONE)
    shore.run(*jobs(updated="2026-03-12", title="Head diver", apply="https://jobs.example.com/x"))
    assert "updated: 2026-03-10\n" in shore.text(ONE)


def test_day_of_a_change_is_today_where_the_source_names_an_earlier_one(shore: Shore) -> None:
    shore.run(*jobs(updated="2026-02-01", title="Head diver"))
    assert "updated: 2026-03-16\n" in shore.text(ONE)


def test_status_that_is_given_is_one_to_begin_with(shore: Shore) -> None:
    plan = shore.run(*jobs(), make_job(5), defaults={"status": "draft"})
    assert told(plan) == ["new diver-5"]
    assert "status: draft\n" in shore.text("content/postings/diver-5.md")


def test_what_was_changed_by_hand_alone_stays(shore: Shore) -> None:
    shore.edit(ONE, "title: Diver 1", "title: Diver # shorter\nsalary: USD 30 per hour\nx_desk: 7")
    shore.edit(ONE, "You dive.", "You dive with us.")
    before = shore.text(ONE)
    assert told(shore.run(*jobs())) == ["changed here diver-1: title, body"]
    assert shore.text(ONE) == before


def test_hand_added_fields_and_comments_survive_an_update(shore: Shore) -> None:
    shore.edit(ONE, "category: Deep sea", "# ours\ncategory: Deep sea # for now\nx_desk: 7")
    shore.run(*jobs(location="Bergen, Norway"))
    assert "# ours\ncategory: Deep sea # for now\nx_desk: 7\nlocation: Bergen, Norway\n" in shore.text(ONE)


def test_field_that_the_source_gains_or_loses_comes_and_goes(shore: Shore) -> None:
    assert told(shore.run(*jobs(salary="USD 30 per hour", apply=None))) == ["updated diver-1: salary, apply"]
    assert "salary: USD 30 per hour\n" in shore.text(ONE)
    assert "apply:" not in shore.text(ONE)


def test_conflict_keeps_the_file_and_tells_both_values_until_it_is_settled(shore: Shore) -> None:
    shore.edit(ONE, "title: Diver 1", "title: Our diver")
    for _ in range(2):
        plan = shore.run(*jobs(title="Their diver", location="Bergen, Norway"))
        (difference,) = next(step for step in plan.steps if step.what.value == "conflict").differing
        assert (difference.name, difference.here, difference.there) == ("title", "Our diver", "Their diver")
        assert "title: Our diver\n" in shore.text(ONE)
        assert "location: Bergen, Norway\n" in shore.text(ONE)
    shore.edit(ONE, "title: Our diver", "title: Their diver")
    assert told(shore.run(*jobs(title="Their diver", location="Bergen, Norway"))) == []


@pytest.mark.parametrize(
    ("take", "title", "after"),
    [(Take.SOURCE, "Their diver", []), (Take.FILE, "Our diver", ["changed here diver-1: title"])],
)
def test_conflict_is_settled_by_taking_a_side(shore: Shore, take: Take, title: str, after: list[str]) -> None:
    shore.edit(ONE, "title: Diver 1", "title: Our diver")
    shore.run(*jobs(title="Their diver"), take=take)
    assert f"title: {title}\n" in shore.text(ONE)
    assert told(shore.run(*jobs(title="Their diver"))) == after


def test_same_change_on_both_sides_is_no_conflict(shore: Shore) -> None:
    shore.edit(ONE, "title: Diver 1", "title: Head diver")
    assert told(shore.run(*jobs(title="Head diver"))) == []
    assert told(shore.run(*jobs(title="Chief diver"))) == ["updated diver-1: title"]


def test_renamed_file_is_found_by_its_id(shore: Shore) -> None:
    shore.files["content/postings/sea/chief.md"] = shore.files.pop(ONE)
    assert told(shore.run(*jobs())) == []
    assert told(shore.run(*jobs(title="Chief"))) == ["updated chief: title"]
    assert shore.lock["1"].path == "content/postings/sea/chief.md"


def test_deleted_file_stays_deleted(shore: Shore) -> None:
    del shore.files[ONE]
    assert told(shore.run(*jobs(title="Chief"))) == ["deleted here diver-1"]
    assert ONE not in shore.files


def test_interrupted_import_goes_on_where_it_stopped(shore: Shore) -> None:
    shore.lock = {}
    files = dict(shore.files)
    assert told(shore.run(*jobs())) == []
    assert (shore.files, set(shore.lock)) == (files, {"1", "2", "3", "4"})


def test_vanished_posting_is_closed_once_and_opened_when_it_is_back(shore: Shore) -> None:
    before = shore.text(ONE)
    assert told(shore.run(*jobs()[1:])) == ["closed diver-1"]
    assert "posted: 2026-03-01\nstatus: closed\n" in shore.text(ONE)
    assert (shore.lock["1"].gone, shore.lock["1"].closing) == ("2026-03-16", Closing.CLOSED)
    assert told(shore.run(*jobs()[1:])) == []
    assert told(shore.run(*jobs())) == ["open again diver-1"]
    assert (shore.text(ONE), shore.lock["1"].gone) == (before, "")


def test_posting_that_is_back_has_the_status_that_its_source_says(shore: Shore) -> None:
    shore.run(*jobs(status="on-hold"))
    assert told(shore.run(*jobs()[1:])) == ["closed diver-1"]
    assert told(shore.run(*jobs(status="on-hold"))) == ["open again diver-1"]
    assert "status: on-hold\n" in shore.text(ONE)
    assert told(shore.run(*jobs(status="on-hold"))) == []


def test_vanished_posting_that_was_broken_meanwhile_is_told_when_it_is_back(shore: Shore) -> None:
    shore.run(*jobs()[1:])
    shore.edit(ONE, "---\ntitle", "title")
    assert told(shore.run(*jobs())) == ["unreadable diver-1"]


@pytest.mark.parametrize("status", ["filled", "closed"])
def test_status_that_somebody_wrote_is_theirs_and_told_while_the_job_is_there(
    shore: Shore, status: str
) -> None:
    shore.edit(ONE, "id: 1", f"id: 1\nstatus: {status}")
    before = shore.text(ONE)
    assert told(shore.run(*jobs()[1:])) == []
    assert told(shore.run(*jobs())) == ["changed here diver-1: status"]
    assert shore.text(ONE) == before


def test_draft_whose_job_is_gone_is_told_once_and_closed_when_it_is_opened(shore: Shore) -> None:
    shore.edit(ONE, "id: 1", "id: 1\nstatus: draft")
    assert told(shore.run(*jobs()[1:])) == ["gone at the source diver-1"]
    assert told(shore.run(*jobs()[1:])) == []
    shore.edit(ONE, "status: draft\n", "")
    assert told(shore.run(*jobs()[1:])) == ["closed diver-1"]


def test_closed_posting_that_somebody_opened_stays_open_and_is_told(shore: Shore) -> None:
    shore.run(*jobs()[1:])
    shore.edit(ONE, "status: closed\n", "")
    assert told(shore.run(*jobs()[1:])) == ["changed here diver-1: status"]
    assert "status" not in shore.text(ONE)


@pytest.mark.parametrize("status", ["on hold # until May", '"On-Hold"', "open"])
def test_status_before_a_posting_was_closed_comes_back(shore: Shore, status: str) -> None:
    shore.edit(ONE, "id: 1", f"id: 1\nstatus: {status}")
    shore.run(*jobs()[1:])
    assert "status: closed" in shore.text(ONE)
    shore.lock = read_lock("x.lock", lock_text(shore.lock).encode())
    shore.run(*jobs())
    assert f"status: {status}\n".replace('"', "") in shore.text(ONE)


def test_translations_close_together(shore: Shore) -> None:
    french = ONE.replace(".md", ".fr.md")
    shore.files[french] = shore.files[ONE]
    shore.run(*jobs()[1:])
    assert "status: closed" in shore.text(ONE)
    assert "status: closed" in shore.text(french)


def test_job_that_could_not_be_read_is_not_closed(shore: Shore) -> None:
    shore.receive(make_delivery(*jobs()[1:], problems=("`Diver 1` was left out",), unread=("1",)))
    assert "status" not in shore.text(ONE)


@pytest.mark.parametrize("left", [0, 1, 2])
def test_nothing_is_closed_where_too_many_are_missing(shore: Shore, left: int) -> None:
    files, lock = dict(shore.files), shore.lock
    with pytest.raises(OpeningsError, match=f"{4 - left} of 4 postings are missing at the source"):
        shore.run(*jobs(title="Changed")[:left])
    assert (shore.files, shore.lock) == (files, lock)
    assert len(shore.run(*jobs()[:left], accepts_removals=True).files) == 4 - left


def test_delivery_in_which_nothing_can_be_read_closes_nothing(shore: Shore) -> None:
    with pytest.raises(OpeningsError, match="none of 1 jobs could be read: `Diver 1` was left out"):
        shore.receive(make_delivery(problems=("`Diver 1` was left out",)), accepts_removals=True)


def test_first_delivery_without_jobs_is_told() -> None:
    with pytest.raises(OpeningsError, match="the source has no jobs"):
        Shore().run()


def test_file_that_cannot_be_read_is_left_and_told(shore: Shore) -> None:
    shore.edit(ONE, "---\ntitle", "title")
    assert told(shore.run(*jobs(title="Changed"))) == ["unreadable diver-1"]
    assert told(shore.run(*jobs()[1:])) == ["unreadable diver-1"]


def test_value_given_for_a_field_fills_it_where_neither_side_has_it(shore: Shore) -> None:
    defaults = {"employment": "full-time", "category": "Other", "remote_from": "Norway"}
    assert told(shore.run(*jobs(), defaults=defaults)) == [
        f"updated diver-{n}: employment" for n in (1, 2, 3, 4)
    ]
    assert "category: Deep sea\n" in shore.text(ONE)
    assert told(shore.run(*jobs())) == []
    assert "employment: full-time\n" in shore.text(ONE)


def test_posting_without_a_day_is_posted_today() -> None:
    shore = Shore()
    shore.run(make_job(1, posted=None))
    assert "posted: 2026-03-16\n" in shore.text(ONE)
    assert told(shore.run(make_job(1, posted=None), today=FIRST)) == []


def test_text_of_a_source_never_becomes_front_matter() -> None:
    shore = Shore()
    nasty = "x\n---\nstatus: draft"
    shore.run(make_job(1, title='A: "b" # c', team="- [x", requisition="{{ x }}", body="\\---\n\n" + nasty))
    plan = shore.run(make_job(1, title="---", team="!tag", requisition="*a", body="\\---\n\n" + nasty))
    assert errors(plan.files) == []
    assert shore.here().ids == {"content/postings/a-b-c.md": "1"}
    assert re.search(r'^title: "?---"?$', shore.text("content/postings/a-b-c.md"), re.MULTILINE)


def test_lock_reads_back_as_it_was_written(shore: Shore) -> None:
    shore.run(*jobs()[1:])
    assert read_lock("x.lock", lock_text(shore.lock).encode()) == shore.lock
    assert lock_text(shore.lock).splitlines()[1:4] == [
        "1\tfile\tcontent/postings/diver-1.md",
        "1\tid\t1",
        "1\tgone\t2026-03-16 closed",
    ]


@pytest.mark.parametrize("line", ["1\ttitle", "<<<<<<< HEAD", "1\ttitle\t", "1 title abc", "1\tgone\ta b"])
def test_line_of_the_lock_that_cannot_be_read_stops_the_import(line: str) -> None:
    with pytest.raises(OpeningsError, match=re.escape("line 2 of `x.lock` can't be read")):
        read_lock("x.lock", f"1\tfile\ta.md\n{line}\n".encode())


def test_record_without_a_file_stops_the_import() -> None:
    with pytest.raises(OpeningsError, match="doesn't say which file and id `1` became"):
        read_lock("x.lock", b"1\ttitle\tabc\n")


def test_board_that_stays_empty_is_told_once(shore: Shore) -> None:
    assert len(shore.run(accepts_removals=True).steps) == 4
    assert shore.run().steps == ()


def test_nothing_is_closed_while_one_that_is_there_may_be_any(shore: Shore) -> None:
    assert shore.receive(make_delivery(hidden=1)).steps == ()
    assert not any(record.gone for record in shore.lock.values())


@pytest.mark.parametrize("own", ["id: our-own", "x_desk: 7"])
def test_name_that_somebody_used_anew_is_theirs(shore: Shore, own: str) -> None:
    shore.edit(ONE, "id: 1", own)
    before = shore.text(ONE)
    assert told(shore.run(*jobs(title="Chief", body="Other words.\n"))) == ["deleted here diver-1"]
    assert told(shore.run(*jobs()[1:])) == []
    assert shore.text(ONE) == before


def test_files_whose_names_are_exchanged_keep_their_jobs(shore: Shore) -> None:
    two = ONE.replace("1", "2")
    shore.files[ONE], shore.files[two] = shore.files[two], shore.files[ONE]
    assert told(shore.run(*jobs())) == []
    assert told(shore.run(*jobs(title="Chief"))) == ["updated diver-2: title"]
    assert told(shore.run(*jobs()[1:])) == ["closed diver-2"]


def test_name_of_a_deleted_posting_is_not_given_to_another_job(shore: Shore) -> None:
    del shore.files[ONE]
    again = make_job(5, title="Diver 1")
    assert told(shore.run(*jobs(), again)) == ["deleted here diver-1", "new diver-1-2"]
    assert told(shore.run(*jobs()[1:], again)) == []


def test_deleted_posting_is_not_missing_when_its_job_ends(shore: Shore) -> None:
    for number in (1, 2, 3):
        del shore.files[ONE.replace("1", str(number))]
    assert told(shore.run(make_job(4))) == []
    assert told(shore.run(*jobs())) == [f"deleted here diver-{number}" for number in (1, 2, 3)]


def test_field_that_most_jobs_lose_at_once_is_refused(shore: Shore) -> None:
    files, lock = dict(shore.files), shore.lock
    with pytest.raises(OpeningsError, match="the source has no words any more for 4 of 4 postings"):
        shore.run(*(make_job(number, body="") for number in (1, 2, 3, 4)))
    bare = [make_job(number, category=None) for number in (1, 2, 3, 4)]
    with pytest.raises(OpeningsError, match="the source has no `category` any more for 4 of 4 postings"):
        shore.run(*bare)
    assert (shore.files, shore.lock) == (files, lock)
    assert shore.run(*bare, accepts_removals=True).files == {}  # what no posting can do without stays


@pytest.mark.parametrize("own", ["id: mine", "id: 42"])
def test_posting_that_is_no_other_s_is_left_alone(own: str) -> None:
    shore = Shore()
    path = "content/postings/42.md"
    shore.files[path] = f"---\ntitle: Ours\n{own}\n---\n\nOurs.\n".replace("id: 42\n", "").encode()
    before = dict(shore.files)
    plan = shore.run(make_job(42, title="Cook"))
    identifier = "42" if own == "id: mine" else "harbour-42"
    assert f"id: {identifier}\n" in shore.text("content/postings/cook.md")
    assert any("its id here is" in note for note in plan.steps[0].notes) is (identifier != "42")
    assert shore.files[path] == before[path]
    assert told(shore.run(make_job(42, title="Cook"))) == []


def test_ids_that_become_equal_are_told_apart() -> None:
    shore = Shore()
    same = [make_job(number, title=f"Diver {number}") for number in (1, 2, 3)]
    delivered = [replace(one, id=name) for one, name in zip(same, ("A 1", "a-1", "a/1"), strict=True)]
    shore.run(*delivered)
    assert sorted(shore.here().ids.values()) == ["a-1", "harbour-a-1", "harbour-a-1-2"]
    lock, shore.lock = shore.lock, {}
    assert told(shore.run(*delivered)) == []
    assert shore.lock == lock


def test_value_that_the_import_gave_makes_way_for_the_source_s_own() -> None:
    shore = Shore()
    shore.run(make_job(1, category=None, posted=None), defaults={"category": "Other"})
    assert told(shore.run(make_job(1, category=None, posted=None))) == []
    assert told(shore.run(make_job(1))) == ["updated diver-1: category, posted"]
    assert "category: Deep sea\n" in shore.text(ONE)
    assert "posted: 2026-03-01\n" in shore.text(ONE)


def test_value_that_the_import_gave_and_somebody_changed_is_a_conflict() -> None:
    shore = Shore()
    shore.run(make_job(1, category=None), defaults={"category": "Other"})
    shore.edit(ONE, "category: Other", "category: Ours")
    assert told(shore.run(make_job(1))) == ["conflict diver-1: category"]


def test_what_was_being_closed_or_opened_is_known_after_an_interruption(shore: Shore) -> None:
    before = dict(shore.files)
    lock = shore.lock
    closed = shore.run(*jobs()[1:])
    for files in (before, {**before, **closed.files}):
        cut = Shore()
        cut.files, cut.lock = dict(files), closed.promise
        assert told(cut.run(*jobs()[1:])) == (["closed diver-1"] if files == before else [])
        assert (cut.files, cut.lock) == (shore.files, closed.lock)
        cut.files, cut.lock = dict(files), closed.promise
        cut.run(*jobs())
        assert (cut.files, cut.lock) == (before, lock)


def test_first_of_two_jobs_with_one_id_counts() -> None:
    shore = Shore()
    assert told(shore.run(make_job(1), make_job(1, title="Cook"), make_job(2))) == [
        "new diver-1",
        "new diver-2",
    ]


def test_field_that_a_posting_needs_stays_though_its_source_says_it_no_more() -> None:
    shore = Shore()
    shore.run(make_job())
    shore.run(make_job(category=None, team="Deep"))
    text = shore.text("content/postings/diver-1.md")
    assert "category: Deep sea\n" in text
    assert "team: Deep\n" in text
    assert shore.unfit(()) == []


def test_place_stays_where_remote_work_has_no_countries() -> None:
    shore = Shore()
    shore.run(make_job())
    plan = shore.run(make_job(location=None, remote="yes", team="Deep"))
    assert told(plan) == ["updated diver-1: team", "left out diver-1: remote"]
    text = shore.text("content/postings/diver-1.md")
    assert "location: Oslo, Norway\n" in text
    assert "remote" not in text
    assert "team: Deep\n" in text
    assert told(shore.run(make_job(location="Bergen, Norway", team="Deep"))) == ["updated diver-1: location"]
    shore.run(make_job(location=None, remote="yes"), defaults={"remote_from": "anywhere"})
    assert "remote: yes\nremote_from: anywhere\n" in shore.text("content/postings/diver-1.md")
    assert shore.unfit(()) == []


def test_posting_that_lacks_what_it_needs_comes_with_a_default() -> None:
    shore = Shore()
    job = make_job(location=None, remote="yes")
    plan = shore.run(job)
    assert (told(plan), shore.files, shore.lock) == (["left out diver-1"], {}, {})
    assert "it has no `remote_from`" in plan.steps[0].notes[-1]
    assert told(shore.run(job, defaults={"remote_from": "anywhere"})) == ["new diver-1"]
    assert shore.unfit(()) == []
