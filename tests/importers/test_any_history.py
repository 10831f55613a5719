"""Whatever happens at the source and here, in any order: nothing of ours is lost, a second run is quiet."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importers.imported import Imported
from generator.importers.planning import What
from tests.importers.builders import Shore, make_job

_TITLES = st.sampled_from(("Diver", "Cook", "Mate: first", "- [x", "Pilot # 1"))
_PLACES = st.sampled_from(
    (None, "Oslo, Norway", ("Oslo, Norway", "Bergen, Norway"), ("A, Norway", "B, C, Norway"))
)
_BODIES = st.sampled_from(("", "You dive.\n", "# no\n\n- a\n- b\n"))
_JOB = st.tuples(_TITLES, _PLACES, _BODIES)
_SOURCE = st.dictionaries(st.integers(1, 4), _JOB, max_size=4)
_EDIT = st.tuples(
    st.integers(0, 3), st.sampled_from(("title", "location", "x_ours", "body")), st.integers(0, 9)
)
_STEP = st.tuples(_SOURCE, st.lists(_EDIT, max_size=3))


def _jobs(source: dict[int, tuple[str, object, str]]) -> list[Imported]:
    return [
        make_job(number, body, title=title, location=place)
        for number, (title, place, body) in sorted(source.items())
    ]


def _edit(shore: Shore, which: int, what: str, number: int) -> str:
    """Changes one of the files by hand; the words that are ours now."""
    paths = sorted(shore.files)
    if not paths:
        return ""
    path, ours = paths[which % len(paths)], f"Ours {number}"
    lines = shore.text(path).splitlines()
    if what == "body":
        lines += ["", f"{ours}."]
    else:
        lines = [
            line
            for line in lines
            if not line.startswith((f"{what}:", "  - ") if what != "x_ours" else "x_ours")
        ]
        lines.insert(1, f"{what}: {ours}, Norway")
    shore.files[path] = "\n".join((*lines, "")).encode()
    return ours


@settings(max_examples=40, deadline=None)
@given(st.lists(_STEP, min_size=1, max_size=4))
def test_what_is_ours_stays_and_a_second_run_is_quiet(
    steps: list[tuple[dict[int, tuple[str, object, str]], list[tuple[int, str, int]]]],
) -> None:
    shore = Shore()
    for source, edits in steps:
        ours = {words for edit in edits if (words := _edit(shore, *edit))}
        ours = {words for words in ours if any(words in shore.text(path) for path in shore.files)}
        jobs = _jobs(source)
        if not jobs and not shore.lock:
            continue
        shore.run(*jobs, accepts_removals=True)
        assert all(any(words in shore.text(path) for path in shore.files) for words in ours)
        before = dict(shore.files)
        again = shore.run(*jobs, accepts_removals=True)
        assert {step.what for step in again.steps} <= {What.CONFLICT, What.CHANGED_HERE, What.LEFT_OUT}
        assert (again.files, shore.files) == ({}, before)
