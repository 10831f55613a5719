"""The files that a command is about to add to a site, and what they would break."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from generator.build.relating import relate
from generator.checks.echoes import without_echoes
from generator.cli.drafting import copy_posting, draft, free_stem, fresh_id
from generator.cli.loading import Loaded
from generator.cli.yaml_text import Value
from generator.content.documents import parse_document
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, in_order
from generator.diagnostics.suggest import nearest
from generator.library.site import Job
from generator.model import fields
from generator.model.kinds import Field
from generator.model.slugs import fold, slugify

Files = Mapping[str, bytes]

_FOLDERS = {
    "posting": "content/postings",
    "article": "content/articles",
    "page": "content/pages",
    "category": "content/categories",
    "location": "content/locations",
}
_LONGEST_STEM = 80


def new_files(
    loaded: Loaded, kind: str, table: Sequence[Field], stem: str, values: Mapping[str, Value]
) -> Files:
    """The new file by its path; a category's comes with those of its parents that have none yet."""
    if kind == "category":
        return _category_files(loaded, stem, values)
    name = _stem(loaded, _FOLDERS[kind], stem, str(values["title"]))
    own = dict(values)
    if kind == "posting" and "id" not in own:
        own["id"] = fresh_id(name, {job.posting.id for job in loaded.site.jobs})
    return {f"{_FOLDERS[kind]}/{name}.md": draft(kind, table, own)}


def copied_files(loaded: Loaded, source: str, stem: str, values: Mapping[str, Value]) -> Files:
    """A copy of a posting beside it, posted today unless the values say otherwise."""
    posting = _find(loaded, source).posting
    path = PurePosixPath(posting.spans.path)
    name = _stem(loaded, _FOLDERS["posting"], stem, str(values.get("title", posting.title)))
    own = {"id": fresh_id(name, {job.posting.id for job in loaded.site.jobs}), **values}
    data = copy_posting(
        str(path),
        loaded.workspace.read(str(path)),
        loaded.site.today,
        {name: value for name, value in own.items() if value},
    )
    language = posting.identity.language
    ending = "" if language == loaded.settings.language else f".{language}"
    return {f"{path.parent}/{name}{ending}.md": data}


def problems_with(loaded: Loaded, files: Files) -> tuple[Diagnostic, ...]:
    """What would be wrong with the site, because of the new files, that isn't wrong now."""
    parsed = [parse_document(path, data, loaded.settings) for path, data in files.items()]
    own = [problem for one in parsed for problem in one.diagnostics]
    documents = [*loaded.content.documents, *(one.document for one in parsed if one.document)]
    site, assets = loaded.site, loaded.related.plan.assets
    between = relate(documents, site.config, site.today, assets).diagnostics
    known = set(loaded.diagnostics)
    new = without_echoes(between, (*own, *loaded.content.diagnostics))
    return in_order(problem for problem in (*own, *new) if problem not in known)


def _stem(loaded: Loaded, folder: str, wanted: str, title: str) -> str:
    """The name asked for, which has to be free, or one made from the title."""
    taken = {slugify(stem) for stem in _stems(loaded, folder)}
    if not wanted:
        return free_stem(slugify(title)[:_LONGEST_STEM].rstrip("-"), taken)
    if slugify(wanted) != wanted:
        hint = f"write `--stem {slugify(wanted)}`"
        raise OpeningsError(f"`{wanted}` isn't fit for an address: small letters, digits and hyphens", hint)
    if wanted in taken:
        hint = f"`{free_stem(wanted, taken)}` is free"
        raise OpeningsError(f"there is a file `{wanted}` in {folder}/ already", hint)
    return wanted


def _stems(loaded: Loaded, folder: str) -> Iterator[str]:
    """The names of all files below a folder, without ending and language."""
    paths = (PurePosixPath(path) for path in loaded.workspace.texts() if path.startswith(f"{folder}/"))
    return (path.name.partition(".")[0] for path in paths)


def _find(loaded: Loaded, source: str) -> Job:
    stem = PurePosixPath(source).name.removesuffix(".md")
    found = next((job for job in loaded.site.jobs if stem == job.posting.identity.stem), None)
    if found:
        return found
    near = nearest(stem, (job.posting.identity.stem for job in loaded.site.jobs))
    hint = f"did you mean `{near}`?" if near else "`openings list` shows all postings"
    raise OpeningsError(f"there is no posting `{stem}` that can be read", hint)


def _category_files(loaded: Loaded, stem: str, values: Mapping[str, Value]) -> Files:
    """A file for each name of the path that has none, in the folder of its parent's file."""
    pages = {tuple(map(fold, c.names)): c.page.spans.path for c in loaded.site.category_tree.all if c.page}
    names = [" ".join(name.split()) for name in str(values["title"]).split(" / ")]
    folder, files = _FOLDERS["category"], {}
    for depth, name in enumerate(names, 1):
        path = pages.get(tuple(map(fold, names[:depth])))
        is_last = depth == len(names)
        if path and is_last:
            raise OpeningsError(f"the category `{values['title']}` has a page already", f"edit `{path}`")
        if path is None:
            path = f"{folder}/{(stem if is_last else '') or slugify(name)}.md"
            own = {**values, "title": name} if is_last else {"title": name}
            files[path] = draft("category", fields.CATEGORY, own)
        folder = path.removesuffix(".md")
    return files
