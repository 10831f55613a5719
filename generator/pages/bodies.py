"""Files' words as pages show them: every link and picture in its place."""

from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from urllib.parse import urlsplit

from msgspec.structs import replace

from generator.model.documents import Body, Identity, Reference
from generator.pages.assets import Asset
from generator.pages.links import Target, resolve
from generator.pages.plan import Plan
from generator.pages.views import BodyView, SnippetView


class Bodies:
    """The bodies and snippets of one plan; a link that many files hold is resolved once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._attribute = cache(self._resolved)
        self.snippets: Callable[[tuple[Identity, ...]], tuple[SnippetView, ...]] = cache(self._snippet_views)

    def view(self, body: Body, path: str) -> BodyView:
        """A file's words with its links and pictures resolved; those that lead nowhere lose their link."""
        folder = path.rpartition("/")[0]
        attributes = tuple(
            self._attribute(folder, ref.path, ref.fragment, ref.is_picture, ref.width, ref.height)
            for ref in body.references
        )
        return BodyView("" if body.is_empty else path, attributes)

    def _snippet_views(self, included: tuple[Identity, ...]) -> tuple[SnippetView, ...]:
        """The snippets in the order given."""
        found = map(self._plan.site.snippets.__getitem__, included)
        return tuple(
            SnippetView(snippet.title, self.view(snippet.body, snippet.spans.path)) for snippet in found
        )

    def _resolved(
        self, folder: str, path: str, fragment: str, is_picture: bool, width: int, height: int
    ) -> str:
        """A link by what decides where it leads: of its own file, only the folder."""
        ref = Reference(path, fragment, 1, is_picture, width, height)
        return _attribute(ref, resolve(ref, f"{folder}/", self._plan, suggest=_nothing), self._plan)


def for_elsewhere(
    body: BodyView, snippets: tuple[SnippetView, ...], page: str
) -> tuple[BodyView, tuple[SnippetView, ...]]:
    """Words and snippets for readers who aren't on `page`, a whole address: so are all their links."""
    return _whole(body, page), tuple(replace(one, body=_whole(one.body, page)) for one in snippets)


def _whole(body: BodyView, page: str) -> BodyView:
    parts = urlsplit(page)
    host, own = escape(f"{parts.scheme}://{parts.netloc}/"), escape(f"{page}#")
    return replace(body, attributes=tuple(_address(attribute, host, own) for attribute in body.attributes))


def _address(attribute: str, host: str, own: str) -> str:
    """A link or picture; what begins with a slash is the host's, a fragment the page's own."""
    for name in ('href="', 'src="'):
        if attribute.startswith(f"{name}/"):
            return f"{name}{host}{attribute.removeprefix(f'{name}/')}"
        if attribute.startswith(f"{name}#"):
            return f"{name}{own}{attribute.removeprefix(f'{name}#')}"
    return attribute


def _attribute(ref: Reference, target: Target, plan: Plan) -> str:
    if not target.url and (ref.path or not ref.fragment):
        return ""
    href = escape(plan.href(target.url, target.query) if target.url else "")
    if not ref.is_picture:
        return f'href="{href}{"#" + escape(ref.fragment) if ref.fragment else ""}"'
    return f'src="{href}"{_box(ref, target.asset)}'


def _box(ref: Reference, asset: Asset | None) -> str:
    """The sides of a picture that nobody wrote; one that was written settles the other."""
    if not asset or not asset.width or (ref.width and ref.height):
        return ""
    if ref.width:
        return f' height="{max(1, round(ref.width * asset.height / asset.width))}"'
    if ref.height:
        return f' width="{max(1, round(ref.height * asset.width / asset.height))}"'
    return f' width="{asset.width}" height="{asset.height}"'


def _nothing(word: str, known: Iterable[str]) -> None:
    """No suggestion: pages don't show any."""
