"""Everything below `/__openings/` but the events, and the pages that stand for the site's."""

from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec import Struct

from generator.diagnostics.diagnostic import broken_files
from generator.pages import urls
from generator.pages.kinds import DATA, Kind
from generator.pages.page import Page, document_of
from generator.preview.desk import day, postings
from generator.preview.desk.editor import Editor
from generator.preview.desk.pages import Pages, data, encoded, own_files
from generator.preview.desk.problems import OPEN_URL, Problems, problems_of
from generator.preview.desk.state import News, progress_of
from generator.preview.desk.tree import tree
from generator.preview.desk.unlisted import unlisted
from generator.preview.desk.whereabouts import Whereabouts
from generator.preview.http.messages import NEVER_KEPT, PREVIEW, Request, Response, sentence
from generator.preview.kit.kit import KIT_URL, Kit
from generator.preview.site.edition import Edition
from generator.preview.site.studio import Studio
from generator.preview.site.wish import Wish

_MOST_FIELDS = 20
_LARGEST = 1_000_000_000
_READING = ("GET", "HEAD")
_INDEX = "/index.html"


class Visit(Struct, frozen=True):
    """A request for one of the desk's pages, as whoever sees the site in the way of `wish`."""

    request: Request
    wish: Wish
    fields: dict[str, list[str]]

    def field(self, name: str) -> str:
        """What the address says under a name; nothing where it doesn't."""
        return self.fields.get(name, [""])[0]

    def number(self, name: str) -> int:
        """The same as a number from 1 on."""
        text = self.field(name)
        return min(int(text), _LARGEST) or 1 if text.isascii() and text.isdigit() and len(text) < 12 else 1


class Desk:
    """The answers of the desk; without an editor, nothing says where files lie."""

    def __init__(self, studio: Studio, port: int, editor: Editor | None, kit: Kit) -> None:
        self._studio, self._port, self._editor, self._kit = studio, port, editor, kit
        self._pages, self._files, self._news = Pages(), own_files(), News(studio)
        self._routes: dict[str, Callable[[Visit], Response]] = {
            PREVIEW: self._index,
            f"{PREVIEW}view": self._view,
            f"{PREVIEW}state.json": self._state_json,
            f"{PREVIEW}changed.json": self._changed_json,
            f"{PREVIEW}problems.json": self._problems_json,
            f"{PREVIEW}day.json": self._day_json,
            OPEN_URL: self._open,
        }

    def answer(self, request: Request, wish: Wish) -> Response | None:
        """The answer to a request below `/__openings/`; None where nothing is there."""
        parts = urlsplit(request.target)
        if parts.path == day.SESSION_URL:
            return self._session(request)
        if request.method not in _READING:
            return sentence(405, "This can only be read.", ("Allow", ", ".join(_READING)))
        if f"{parts.path}/".startswith(KIT_URL):
            return self._kit.answer(unquote(parts.path.removeprefix(KIT_URL[:-1])), parts.query)
        route = self._routes.get(parts.path)
        if not route:
            return self._files.get(parts.path)
        try:
            fields = parse_qs(parts.query, max_num_fields=_MOST_FIELDS)
        except ValueError:
            return sentence(400, "The address has more fields than the preview knows.")
        return route(Visit(request, wish, fields))

    def waiting(self) -> Response:
        """The answer while there is nothing to show: how far the reading is, or what is in its way."""
        wish = self._studio.base
        problems = self._problems(wish) if self._studio.is_read else None
        progress = "" if self._studio.is_read else progress_of(self._studio)
        return self._pages.page("waiting", 503, "quiet", problems=problems, progress=progress)

    def failed(self, message: str) -> Response:
        """The answer in place of a page that can't be made, and never could."""
        whereabouts = self._whereabouts(self._studio.base)
        told = whereabouts.without_paths(message) if whereabouts else message
        return self._pages.page("failed", 500, "failed", message=told)

    def state(self, wish: Wish) -> bytes:
        """What the event stream tells: JSON on one line."""
        return self._news.state(wish)

    def _index(self, visit: Visit) -> Response:
        edition = self._studio.edition(visit.wish)
        problems = self._problems(visit.wish)
        if not edition:
            return self._pages.page("index", 200, "quiet", problems=problems, edition=None)
        model = edition.model
        wanted = postings.Filter(visit.field("state"), visit.field("words"), visit.number("number"))
        return self._pages.page(
            "index",
            200,
            "quiet",
            edition=edition,
            problems=problems,
            day=self._day(edition, visit.wish),
            wanted=wanted,
            listing=postings.listing(model.site, wanted, broken_files(self._studio.problems(visit.wish))),
            groups=unlisted(model.plan, model.viewer.frame),
            can_open=self._editor is not None,
        )

    def _view(self, visit: Visit) -> Response:
        edition = self._studio.edition(visit.wish)
        page = _page_at(visit.field("page"), edition) if edition else None
        view = edition.view(page.url) if edition and page and page.kind not in DATA else None
        if not edition or not page or view is None:
            return self._pages.page("nothing", 404, "quiet")
        document = document_of(page)
        return self._pages.page(
            "view",
            200,
            "quiet",
            href=edition.model.plan.href(page.url),
            template=_template(page, edition),
            source=document.spans.path if document else "",
            tree=tree(view),
            can_open=self._editor is not None,
        )

    def _state_json(self, visit: Visit) -> Response:
        return encoded(self.state(visit.wish))

    def _changed_json(self, visit: Visit) -> Response:
        """The addresses of the site's own files that changed since a state; null stands for any file."""
        edition, names = self._studio.edition(visit.wish), self._news.changed(visit.field("since"))
        if not edition or names is None:
            return data(None)
        return data([edition.model.plan.href(f"/{name}") for name in names])

    def _problems_json(self, visit: Visit) -> Response:
        return data(self._problems(visit.wish, visit.field("page")))

    def _day_json(self, visit: Visit) -> Response:
        edition = self._studio.edition(visit.wish)
        return data(self._day(edition, visit.wish)) if edition else sentence(503, "The site is being read.")

    def _open(self, visit: Visit) -> Response:
        """Leads to the editor: the one answer that says where a file lies, and to our own pages alone."""
        whereabouts = self._whereabouts(visit.wish)
        if not self._editor or not whereabouts or not _is_own(visit.request):
            return sentence(
                403, "Files can be opened only from the preview's own pages, on the same machine."
            )
        path = whereabouts.path(visit.field("file"))
        if not path:
            return sentence(404, "The site has no such file.")
        address = self._editor.address(path, visit.number("line"), visit.number("column"))
        return Response(303, (("Location", address), NEVER_KEPT, ("Referrer-Policy", "no-referrer")))

    def _session(self, request: Request) -> Response:
        if request.method != "POST":
            return sentence(405, "A wish is posted by a form.", ("Allow", "POST"))
        answer = day.kept(request, self._studio.base, self._port, self._studio.today)
        if answer.status != 400 or "text/html" not in request.headers.get("accept", ""):
            return answer
        return self._pages.page("refused", 400, None, message=answer.body.decode())

    def _problems(self, wish: Wish, address: str = "") -> Problems:
        edition = self._studio.edition(wish)
        page = _page_at(address, edition) if edition and address else None
        document = document_of(page) if page else None
        return problems_of(
            self._studio.problems(wish),
            self._whereabouts(wish),
            document.spans.path if document else "",
            can_open=self._editor is not None,
        )

    def _day(self, edition: Edition, wish: Wish) -> day.Day:
        today = self._studio.today or edition.model.day
        return day.day_of(wish, self._studio.base, today, edition.model.site)

    def _whereabouts(self, wish: Wish) -> Whereabouts | None:
        stock, edition = self._studio.stock, self._studio.edition(wish)
        return Whereabouts(stock.workspace, edition.theming.files if edition else None) if stock else None


def _page_at(address: str, edition: Edition) -> Page | None:
    """The page that a browser shows at an address: also by its file's name, and where there is none."""
    path, base, pages = unquote(address), edition.base_path, edition.model.pages
    if not path.startswith("/"):
        return None
    url = path.removeprefix(base) if path.startswith(f"{base}/") else ""
    page = pages.get(url) or (pages.get(url.removesuffix("index.html")) if url.endswith(_INDEX) else None)
    is_file = urls.file_of(url) in edition.model.plan.assets.static
    return page or (None if is_file else pages.get(urls.NOT_FOUND))


def _template(page: Page, edition: Edition) -> str:
    """The file of the theme that a page is made with."""
    folder = "" if page.kind is Kind.CARD else "templates/"
    return f"themes/{edition.theming.files.name}/{folder}{page.kind.template}"


def _is_own(request: Request) -> bool:
    """Whether one of our own pages asks; the few browsers that don't say so name the page (Referer)."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    comes_from = urlsplit(request.headers.get("referer", ""))
    return comes_from.scheme == "http" and comes_from.netloc == request.headers.get("host")
