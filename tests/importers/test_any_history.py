"""Whatever happens at the sources and here, in any order: nothing of ours is lost, a second run is quiet."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.importers.imported import Imported
from generator.importers.planning import Plan, What
from tests.importers.builders import Shore, make_job

_TITLES = st.sampled_from(("Diver", "Cook", "Mate: first", "- [x", "Pilot # 1"))
_PLACES = st.sampled_from(
    (None, "Oslo, Norway", ("Oslo, Norway", "Bergen, Norway"), ("A, Norway", "B, C, Norway"))
)
_BODIES = st.sampled_from(("", "You dive.\n", "# no\n\n- a\n- b\n"))
_JOB = st.tuples(_TITLES, _PLACES, _BODIES)
# Ids that fit, that become equal when they are made to fit, and that are what a file may be called.
_JOBS = st.dictionaries(st.sampled_from(("1", "A 1", "a-1", "cook")), _JOB, max_size=4)
_SOURCE = st.tuples(st.sampled_from(("harbour", "labs")), _JOBS)
_EDITS = ("title", "location", "x_ours", "body", "status", "delete", "rename", "exchange", "new")
_EDIT = st.tuples(st.integers(0, 3), st.sampled_from(_EDITS), st.integers(0, 9))
_CUT = st.one_of(st.none(), st.integers(0, 6))
_STEP = st.tuples(_SOURCE, st.lists(_EDIT, max_size=3), _CUT)

_Job = tuple[str, object, str]
_Step = tuple[tuple[str, dict[str, _Job]], list[tuple[int, str, int]], int | None]


def _jobs(source: dict[str, _Job]) -> list[Imported]:
    return [
        replace(make_job(7, body, title=title, location=place), id=name)
        for name, (title, place, body) in sorted(source.items())
    ]


def _edit(shore: Shore, which: int, what: str, number: int) -> None:
    """Changes the files by hand; words of ours begin with `Ours`."""
    paths = sorted(shore.files)
    if what == "new":
        path = f"content/postings/{('diver', 'cook', '1', 'a-1')[which]}.md"
        shore.files.setdefault(path, f"---\ntitle: Ours {number}\n---\n\nOurs {number}.\n".encode())
    elif paths:
        path = paths[which % len(paths)]
        _edit_file(shore, path, paths[(which + number) % len(paths)], what, number)


def _edit_file(shore: Shore, path: str, other: str, what: str, number: int) -> None:
    if what == "delete":
        del shore.files[path]
    elif what == "rename":
        shore.files[f"content/postings/ours-{number}.md"] = shore.files.pop(path)
    elif what == "exchange":
        shore.files[path], shore.files[other] = shore.files[other], shore.files[path]
    else:
        shore.files[path] = "\n".join((*_edited(shore.text(path), what, number), "")).encode()


def _edited(text: str, what: str, number: int) -> Iterator[str]:
    ours = f"Ours {number}"
    lines = text.splitlines()
    if what == "body":
        yield from (*lines, "", f"{ours}.")
        return
    value = ("filled", "on hold", "draft", "open")[number % 4] if what == "status" else f"{ours}, Norway"
    yield from (lines[0], f"{what}: {value}")
    dropped = (f"{what}:", "  - ") if what in ("title", "location") else (f"{what}:",)
    yield from (line for line in lines[1:] if not line.startswith(dropped))


def _ours(shore: Shore) -> list[str]:
    """All words of ours, wherever they stand."""
    return sorted(line for path in shore.files for line in shore.text(path).splitlines() if "Ours" in line)


def _cut(shore: Shore, plan: Plan, at: int) -> None:
    """What is there where an import ends after some writes: the promise, then one file after the other."""
    shore.lock = plan.promise
    shore.files |= dict(list(plan.files.items())[:at])


@settings(max_examples=60, deadline=None)
@given(st.lists(_STEP, min_size=1, max_size=5))
def test_what_is_ours_stays_and_a_second_run_is_quiet(steps: list[_Step]) -> None:
    shores = {name: Shore(name) for name in ("harbour", "labs")}
    files = shores["harbour"].files
    for (name, source), edits, cut in steps:
        shore, other = shores[name], shores[{"harbour": "labs", "labs": "harbour"}[name]]
        shore.files = files
        for edit in edits:
            _edit(shore, *edit)
        jobs = _jobs(source)
        if not jobs and not shore.lock:
            continue
        ours, theirs = _ours(shore), {one.id for one in other.lock.values()}
        before, ids = dict(files), shore.here().ids
        if cut is not None:
            _cut(shore, shore.plan(*jobs, elsewhere=theirs), cut)
        shore.run(*jobs, accepts_removals=True, elsewhere=theirs)
        assert _ours(shore) == ours
        changed = {path for path in files if files[path] != before.get(path)}
        assert changed <= {record.path for record in shore.lock.values()}
        assert not {ids[path] for path in changed & set(before)} & theirs
        again = dict(files)
        plan = shore.run(*jobs, accepts_removals=True, elsewhere=theirs)
        quiet = {What.CONFLICT, What.CHANGED_HERE, What.DELETED_HERE, What.UNREADABLE, What.LEFT_OUT}
        assert {step.what for step in plan.steps} <= quiet
        assert (plan.files, files) == ({}, again)
