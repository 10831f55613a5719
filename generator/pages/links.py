"""Where the links and pictures of a file lead, once every page has its place."""

import posixpath

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics.codes import pages as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.suggest import Suggest, did_you_mean, nearest
from generator.model.documents import Reference
from generator.model.files import STATIC_FOLDER
from generator.pages import urls
from generator.pages.assets import Asset
from generator.pages.plan import Plan

_STATIC = f"{STATIC_FOLDER}/"


class Target(Struct, frozen=True):
    """Where a reference leads: a path from the site's root; `problem` says why it leads nowhere.

    `query` is what was written behind the path, with its question mark.
    """

    url: str = ""
    query: str = ""
    asset: Asset | None = None
    problem: Diagnostic | None = None


def resolve(
    ref: Reference, path: str, plan: Plan, at: Span | None = None, suggest: Suggest = nearest
) -> Target:
    """Where a reference of the file at `path` leads: the page itself, a path from the root, another file.

    `at` is where it stands, by default its line in that file. A query stays behind the address.
    """
    at = at or Span(path, ref.line)
    name, mark, query = ref.path.partition("?")
    if not mark:
        return _target(ref, path, plan, at, suggest)
    target = _target(replace(ref, path=name), path, plan, at, suggest)
    return replace(target, query=mark + query)


def _target(ref: Reference, path: str, plan: Plan, at: Span, suggest: Suggest) -> Target:
    if not ref.path:
        return _fragment(ref, plan.url_of.get(path, ""), at, plan, suggest, own=True)
    if ref.path.startswith("/"):
        return _from_root(ref, at, plan, suggest)
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), ref.path))
    if file in plan.url_of:
        return _fragment(ref, plan.url_of[file], at, plan, suggest)
    if file in plan.hidden:
        return Target(problem=unpublished(ref.path, at))
    name = file.removeprefix(_STATIC) if file.startswith(_STATIC) else ref.path
    if name in plan.assets.static:
        return Target(f"/{name}", asset=plan.assets.static[name])
    if ref.is_picture:
        return Target(problem=missing_picture(ref.path, at, plan, suggest))
    near = suggest(file, plan.url_of)
    return Target(problem=_broken(ref.path, at, _seen_from(path, near)))


def _seen_from(path: str, file: str | None) -> str | None:
    """A file's path relative to the folder of another; both begin at the site's root."""
    return file and posixpath.relpath(f"/{file}", f"/{posixpath.dirname(path)}")


def _from_root(ref: Reference, at: Span, plan: Plan, suggest: Suggest) -> Target:
    name = ref.path.lstrip("/")
    if name in plan.assets.static:
        return Target(f"/{name}", asset=plan.assets.static[name])
    if ref.is_picture:
        return Target(problem=missing_picture(name, at, plan, suggest))
    for url in (ref.path, f"{ref.path}/"):
        if url in plan.urls:
            return _fragment(ref, url, at, plan, suggest)
        if url.endswith("/") and urls.file_of(url) in plan.assets.static:
            return Target(url)
    if plan.is_hidden(ref.path):
        return Target(problem=unpublished(ref.path, at))
    return Target(problem=_broken(ref.path, at, suggest(ref.path, plan.urls)))


def _fragment(ref: Reference, url: str, at: Span, plan: Plan, suggest: Suggest, own: bool = False) -> Target:
    """A page that is there, with a word if it lacks the heading."""
    target = "" if own else url
    anchors = plan.anchors_of.get(url)
    if not ref.fragment or anchors is None or ref.fragment in anchors:
        return Target(target)
    near = suggest(ref.fragment, anchors)
    hint = f"did you mean `#{near}`?" if near else "link to the page without the part after `#`"
    what = f"no heading is called `#{ref.fragment}`"
    return Target(target, problem=Diagnostic(codes.BROKEN_FRAGMENT, what, hint, at))


def _broken(target: str, at: Span, near: str | None) -> Diagnostic:
    hint = f"did you mean `{near}`?" if near else "correct the link, or take it out"
    return Diagnostic(codes.BROKEN_LINK, f"the link `{target}` leads nowhere", hint, at)


def unpublished(target: str, at: Span) -> Diagnostic:
    """The problem of a link to a page that isn't there today, and may be another day."""
    return Diagnostic(codes.LINK_TO_UNPUBLISHED, f"`{target}` isn't published today", "", at)


def missing_picture(name: str, at: Span, plan: Plan, suggest: Suggest = nearest) -> Diagnostic:
    """The problem of a picture that isn't there, with the nearest that is."""
    hint = did_you_mean(name, plan.assets.static, f"put the file into {_STATIC}", suggest)
    return Diagnostic(codes.MISSING_PICTURE, f"there is no picture `{name}`", hint, at)
