"""The files that a command is about to add to a site, and what they would break."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.build.relating import relate
from generator.checks.echoes import without_echoes
from generator.cli.loading import Loaded
from generator.cli.new.texts import copy_posting, draft
from generator.cli.posting_files import posting_files
from generator.content.documents import parse_document
from generator.content.values.places import parse_category
from generator.content.values.problem import Problem
from generator.content.writing.free_names import fitting_stem, fresh_id, new_stem
from generator.content.writing.yaml_text import Value
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, in_order
from generator.model.documents import Posting
from generator.model.files import CATEGORY, POSTING, FileKind
from generator.model.slugs import fold

_Files = Mapping[str, bytes]


def new_files(loaded: Loaded, kind: FileKind, stem: str, values: Mapping[str, Value]) -> _Files:
    """The new file by its path; a category's comes with those of its parents that have none yet."""
    if kind is CATEGORY:
        return _category_files(loaded, stem, values)
    name = new_stem(loaded.workspace.files, kind, stem, str(values["title"]))
    own = dict(values)
    if kind is POSTING and "id" not in own:
        own["id"] = _fresh_id(loaded, name)
    return {f"{kind.folder}/{name}.md": draft(kind, own)}


def copied_files(loaded: Loaded, source: str, stem: str, values: Mapping[str, Value]) -> _Files:
    """A copy of a posting beside it, posted today unless the values say otherwise."""
    posting = _posting(loaded, source)
    path = PurePosixPath(posting.spans.path)
    name = new_stem(loaded.workspace.files, POSTING, stem, str(values.get("title", posting.title)))
    own = {"id": _fresh_id(loaded, name), **values}
    data = copy_posting(
        str(path),
        loaded.workspace.read(str(path)),
        loaded.site.today,
        {name: value for name, value in own.items() if value},
    )
    language = posting.identity.language
    ending = "" if language == loaded.settings.language else f".{language}"
    return {f"{path.parent}/{name}{ending}.md": data}


def _fresh_id(loaded: Loaded, name: str) -> str:
    return fresh_id(name, {job.posting.id for job in loaded.site.jobs})


def _posting(loaded: Loaded, source: str) -> Posting:
    """The posting to copy; of one with translations, that in the site's main language unless told."""
    paths = posting_files(loaded.workspace, loaded.settings, source)
    found = [d for d in loaded.content.documents if isinstance(d, Posting) and d.spans.path in paths]
    if not found:
        raise OpeningsError(f"`{paths[0]}` can't be read", "`openings check` says what is wrong with it", 1)
    return min(found, key=lambda posting: posting.identity.language != loaded.settings.language)


def problems_with(loaded: Loaded, files: _Files) -> tuple[Diagnostic, ...]:
    """What would be wrong with the site, because of the new files, that isn't wrong now."""
    parsed = [parse_document(path, data, loaded.settings) for path, data in files.items()]
    own = [problem for one in parsed for problem in one.diagnostics]
    documents = [*loaded.content.documents, *(one.document for one in parsed if one.document)]
    site, assets = loaded.site, loaded.related.plan.assets
    between = relate(documents, site.config, site.today, assets).diagnostics
    known = set(loaded.diagnostics)
    new = without_echoes(between, (*own, *loaded.content.diagnostics))
    return in_order(problem for problem in (*own, *new) if problem not in known)


def _category_files(loaded: Loaded, stem: str, values: Mapping[str, Value]) -> _Files:
    """A file for each name of the path that has none, in the folder of its parent's file."""
    pages = {tuple(map(fold, c.names)): c.page.spans.path for c in loaded.site.category_tree.all if c.page}
    names = _category_names(str(values["title"]))
    folder, files = CATEGORY.folder, {}
    for depth, name in enumerate(names, 1):
        path = pages.get(tuple(map(fold, names[:depth])))
        is_last = depth == len(names)
        if path and is_last:
            raise OpeningsError(f"the category `{values['title']}` has a page already", f"edit `{path}`")
        if path is None:
            wanted = (stem if is_last else "") or fitting_stem(name)
            path = f"{folder}/{new_stem(loaded.workspace.files, CATEGORY, wanted, name, folder)}.md"
            own = {**values, "title": name} if is_last else {"title": name}
            files[path] = draft(CATEGORY, own)
        folder = path.removesuffix(".md")
    return files


def _category_names(title: str) -> list[str]:
    """The names on a category's path; an OpeningsError where one is empty."""
    path = parse_category(title, "")
    if isinstance(path, Problem):
        raise OpeningsError(path.message, path.hint or f"write `{path.instead}`")
    return path.split(" / ")
