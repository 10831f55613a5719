"""Which files are meant by what somebody types for a posting."""

from pathlib import PurePosixPath

from generator.build.source.workspace import Workspace
from generator.content.documents import identity_of
from generator.content.settings import ParseSettings
from generator.diagnostics.diagnostic import OpeningsError
from generator.diagnostics.suggest import did_you_mean
from generator.model.files import POSTING, kind_of


def posting_files(workspace: Workspace, settings: ParseSettings, text: str) -> tuple[str, ...]:
    """The files of the posting with that stem or path, one for each language.

    An OpeningsError with a suggestion where there is none.
    """
    stem = PurePosixPath(text).name.removesuffix(".md")
    stems = {path: identity_of(path, settings).stem for path in workspace.texts() if kind_of(path) is POSTING}
    found = tuple(path for path, own in stems.items() if stem in (own, PurePosixPath(path).stem))
    if found:
        return found
    hint = did_you_mean(stem, stems.values(), "`openings list` shows all postings")
    raise OpeningsError(f"there is no posting `{stem}`", hint)
