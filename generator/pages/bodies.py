"""Files' words as pages show them: every link and picture in its place."""

from collections.abc import Callable, Iterable
from functools import cache
from html import escape

from generator.model.documents import Body, Identity, Reference
from generator.pages.links import Target, resolve
from generator.pages.plan import Plan
from generator.pages.views import BodyView, SnippetView


class Bodies:
    """The bodies and snippets of one plan; a link that many files hold is resolved once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._attribute = cache(self._resolved)
        self.snippets: Callable[[tuple[str, ...], str], tuple[SnippetView, ...]] = cache(self._snippet_views)

    def view(self, body: Body, path: str) -> BodyView:
        """A file's words with its links and pictures resolved; those that lead nowhere lose their link."""
        folder = path.rpartition("/")[0]
        attributes = tuple(
            self._attribute(folder, ref.path, ref.fragment, ref.is_picture) for ref in body.references
        )
        return BodyView("" if body.is_empty else path, attributes)

    def _snippet_views(self, stems: tuple[str, ...], language: str) -> tuple[SnippetView, ...]:
        """Those of the snippets that exist, in the order given and each once."""
        known = self._plan.site.snippets
        found = (known.get(Identity(stem, language)) for stem in dict.fromkeys(stems))
        return tuple(
            SnippetView(snippet.title, self.view(snippet.body, snippet.spans.path))
            for snippet in found
            if snippet
        )

    def _resolved(self, folder: str, path: str, fragment: str, is_picture: bool) -> str:
        """A link by what decides where it leads: of its own file, only the folder."""
        ref = Reference(path, fragment, 1, is_picture)
        return _attribute(ref, resolve(ref, f"{folder}/", self._plan, suggest=_nothing), self._plan)


def _attribute(ref: Reference, target: Target, plan: Plan) -> str:
    if not target.url and (ref.path or not ref.fragment):
        return ""
    href = escape(plan.href(target.url, target.query) if target.url else "")
    if not ref.is_picture:
        return f'href="{href}{"#" + escape(ref.fragment) if ref.fragment else ""}"'
    size = target.asset and target.asset.width
    box = f' width="{target.asset.width}" height="{target.asset.height}"' if size and target.asset else ""
    return f'src="{href}"{box}'


def _nothing(word: str, known: Iterable[str]) -> None:
    """No suggestion: pages don't show any."""
