"""A site that is built night after night, and what is wrong with it by the table of its postings."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.build.options import Options
from generator.build.output.folder import DirectorySink
from generator.build.pipeline import build
from generator.build.source.workspace import open_workspace
from generator.diagnostics.diagnostic import has_errors
from tests.lifecycle.company import Person, open_on
from tests.lifecycle.readers import COUNTS, OUTPUTS, TALLIES, Files, count_of, state_of, tallies_of

People = Mapping[str, Person]


class Nightly:
    """A site's folder, built again and again; the files of the output are read where a build wrote some."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._output = site / "output"
        self._files: dict[str, bytes] = {}

    def build(self, as_of: date | None = None, **environment: str) -> Files:
        options = Options(as_of=as_of, environment=environment, jobs=1)
        report = build(open_workspace(self._site), options, DirectorySink(self._output, self._site))
        assert not has_errors(report.diagnostics), report.diagnostics
        assert report.written
        if report.written.written or report.written.deleted:
            found = (path for path in self._output.rglob("*") if path.is_file())
            self._files = {path.relative_to(self._output).as_posix(): path.read_bytes() for path in found}
        return self._files


def wrong(files: Files, people: People, day: date) -> list[str]:
    """All that isn't as the table has it on a day."""
    return [
        *_wrong_states(files, people, day),
        *_wrong_outputs(files, people, day),
        *_wrong_counts(files),
        *_wrong_elsewhere(files, people),
    ]


def _wrong_states(files: Files, people: People, day: date) -> list[str]:
    """The postings whose pages say something else than the table."""
    found = ((stem, state_of(files, stem), person.state(day)) for stem, person in people.items())
    return [f"{stem} is {state} and not {expected}" for stem, state, expected in found if state != expected]


def _wrong_outputs(files: Files, people: People, day: date) -> list[str]:
    """The outputs that show other postings as open than the table."""
    wrong = []
    for name, output in OUTPUTS.items():
        expected = {s for s in open_on(people, day) if output.may_show(people[s].category, people[s].place)}
        found = output.read(files)
        if found is None:
            wrong += [f"{name} is missing"] if expected else []
        elif not (found <= expected and len(found) >= min(output.least, len(expected))):
            wrong.append(f"{name} shows {sorted(found)} and not {sorted(expected)}")
    return wrong


def _wrong_counts(files: Files) -> list[str]:
    """The numbers of open postings that aren't those of the rows they speak of."""
    rows = {name: len(output.read(files) or ()) for name, output in OUTPUTS.items()}
    counts = {path: (count_of(files[path]), rows[name]) for name, path in COUNTS.items() if path in files}
    for path in ("index.html", "categories/index.html", "locations/index.html"):
        told, section = tallies_of(files[path]), f"/{path.removesuffix('index.html')}"
        links = {url: name for url, name in TALLIES.items() if url.startswith(section)}
        counts |= {f"{path}: {url}": (told.get(url, 0), rows[name]) for url, name in links.items()}
    return [
        f"{what} says {told}, {listed} are listed"
        for what, (told, listed) in counts.items()
        if told != listed
    ]


def _wrong_elsewhere(files: Files, people: People) -> list[str]:
    """Pages that must not speak of postings, and do."""
    return [
        stem
        for stem in people
        for name in ("saved/index.html", "404.html")
        if f"/jobs/{stem}/".encode() in files[name]
    ]
