"""Proof that what a build is about to publish is sound, and what a clean build would make."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from generator.build.output.folder import DirectorySink, FolderFiles, sizes_of
from generator.build.output.sink import Output
from generator.build.run import Run
from generator.checks.host_problems import has_known_host, size_problems
from generator.checks.output import output_problems
from generator.diagnostics.codes import output as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.time_zones import zone_of

# More would say no more.
_SHOWN = 20


def verification_problems(run: Run, outputs: list[Output]) -> list[Diagnostic]:
    """What is wrong with the files of the site as they would be published."""
    contents = run.sink.contents(outputs)
    zone = zone_of(run.config.time_zone)
    problems = list(output_problems(contents, run.config.url, run.today, zone))
    if has_known_host(run.config):
        problems += size_problems(sizes_of(contents), run.config)
    if run.former.keys:
        problems += _differences(run, contents)
    return problems


def _differences(run: Run, contents: Mapping[str, bytes]) -> list[Diagnostic]:
    """The files that a build from nothing, in a folder of its own, makes otherwise."""
    with tempfile.TemporaryDirectory(prefix="openings-clean-") as name:
        site, clean = Path(name).resolve(), Path(name).resolve() / "output"
        options = replace(run.options, cache=False, verify=False, as_of=run.today)
        run.build(run.workspace, options, DirectorySink(clean, site))
        found = (p.relative_to(clean).as_posix() for p in clean.rglob("*") if p.is_file())
        made = FolderFiles({path: clean / path for path in found})
        return [_difference(path) for path in _different(contents, made)][:_SHOWN]


def _different(ours: Mapping[str, bytes], clean: Mapping[str, bytes]) -> Iterator[str]:
    for path in sorted({*ours, *clean}):
        if path not in ours or path not in clean or ours[path] != clean[path]:
            yield path


def _difference(path: str) -> Diagnostic:
    what = "the file isn't what a build from nothing makes"
    hint = "delete .openings/ and build again; then please report it: this is a mistake of ours"
    return Diagnostic(codes.NOT_CLEAN, what, hint, Span(path))
