"""What is answered to whom; every address is looked up, none is joined to a folder."""

from urllib.parse import unquote

from msgspec.structs import replace

from generator.pages.urls import HEADERS, NOT_FOUND, escaped
from generator.pages.urls import REDIRECTS as HOST_REDIRECTS
from generator.preview.http.delivery import delivered
from generator.preview.http.guard import Guard, is_preview
from generator.preview.http.host_rules.headers import parse_headers
from generator.preview.http.host_rules.redirects import REDIRECTS, Lead, parse_redirects
from generator.preview.http.messages import PREVIEW, Request, Response, sentence
from generator.preview.http.needs import Desk, Edition, Studio
from generator.preview.http.session import wish_of
from generator.preview.http.targets import Target, target_of
from generator.preview.site.files import PAGE_ENDINGS, File, PageError
from generator.preview.site.wish import Wish

EVENTS, PAGE = f"{PREVIEW}events", f"{PREVIEW}page"

_INDEX = "/index.html"
# Hosts read them and hand them out to nobody.
_FOR_HOSTS = (HEADERS, HOST_REDIRECTS)
_NO_CACHE = ("Cache-Control", "no-cache")
_HTML = ("Content-Type", "text/html; charset=utf-8")


class Application:
    """The answers of one server."""

    def __init__(self, studio: Studio, desk: Desk, guard: Guard) -> None:
        self._studio, self._desk, self._guard = studio, desk, guard

    def answer(self, request: Request) -> Response:
        """The answer to any request but for the events."""
        target = target_of(request.target)
        refusal = self._guard.refusal(request, target)
        if refusal or not target:
            return refusal or sentence(400, "There is no such address.")
        if is_preview(target):
            return self._answer_of_preview(request, target)
        return self._answer_of_site(request, target)

    def _answer_of_site(self, request: Request, target: Target) -> Response:
        edition = self._studio.edition(self._wish(request))
        if not edition:
            return self._desk.waiting()
        try:
            return Visit(edition, request, target).answer()
        except PageError as error:
            return self._desk.failed(str(error))

    def listener(self, request: Request) -> Wish | None:
        """The wish of somebody who asks for the events and may hear them; None for any other request."""
        target = target_of(request.target)
        if not target or target.path != EVENTS or request.method != "GET":
            return None
        return None if self._guard.refusal(request, target) else self._wish(request)

    def _answer_of_preview(self, request: Request, target: Target) -> Response:
        if target.path == EVENTS:
            return sentence(405, "The events can only be listened to.", ("Allow", "GET"))
        if target.path == PAGE:
            return self._answer_of_page(request, target)
        address = f"{escaped(target.path)}{target.query}"
        answer = self._desk.answer(replace(request, target=address), self._wish(request))
        return answer or sentence(404, "There is no such page of the preview.")

    def _answer_of_page(self, request: Request, target: Target) -> Response:
        """What the site answers at the address `at`: here, its policies let the preview's script ask."""
        if request.method != "GET":
            return sentence(405, "A page can only be read.", ("Allow", "GET"))
        name, _, value = target.query.removeprefix("?").partition("=")
        address = unquote(value, "latin-1") if name == "at" else None
        page = target_of(address) if address else None
        if not page or page.authority or is_preview(page):
            return sentence(404, "The site has no such address.")
        return self._answer_of_site(request, page)

    def _wish(self, request: Request) -> Wish:
        return wish_of(request.headers, self._guard.port, self._studio.base)


class Visit:
    """One request for an address of the site."""

    def __init__(self, edition: Edition, request: Request, target: Target) -> None:
        self._edition, self._request, self._target = edition, request, target
        self._path = target.path

    def answer(self) -> Response:
        """What a static host answers; redirects go before files, as on Cloudflare."""
        base, query = self._edition.base_path, self._target.query
        if base and self._path == "/":
            return _led(302, f"{base}/{query}")
        lead, file = self._lead(), self._file(self._path)
        if lead and lead.status in REDIRECTS:
            return _led(lead.status, _with_query(lead.target, query), file)
        if lead and lead.is_forced:
            return self._page(lead)
        if file:
            return self._delivered(file, 200)
        return self._slashed() or self._page(lead)

    def _lead(self) -> Lead | None:
        """Where a rule leads; a redirect back to the address that was asked for isn't followed."""
        lead = parse_redirects(self._edition.redirect_rules).lead(self._path, self._target.query)
        is_back = lead and lead.status in REDIRECTS and _path_of(lead.target) == self._path
        return None if is_back else lead

    def _page(self, lead: Lead | None) -> Response:
        """The page that a rule puts in this place, else that of what isn't found."""
        file = self._file(_path_of(lead.target)) if lead else None
        return self._delivered(file, lead.status) if lead and file else self._not_found()

    def _slashed(self) -> Response | None:
        """The way to the page that is there with a slash."""
        if not self._path or self._path.endswith("/"):
            return None
        is_page = _is_html(self._file(f"{self._path}/"))
        return _led(301, f"{escaped(self._path)}/{self._target.query}") if is_page else None

    def _not_found(self) -> Response:
        file = self._edition.file(NOT_FOUND)
        return self._delivered(file, 404) if file else sentence(404, "There is no such page.")

    def _file(self, path: str) -> File | None:
        """What is at a decoded path of the host: under its name, its file's, or that without `.html`."""
        base = self._edition.base_path
        if not path.startswith(f"{base}/"):
            return None
        url = path.removeprefix(base)
        if url in _FOR_HOSTS:
            return None
        return self._edition.file(url) or self._edition.file(_other_name(url))

    def _delivered(self, file: File, status: int) -> Response:
        path = self._path or f"{self._edition.base_path}{NOT_FOUND}"
        rules = parse_headers(self._edition.header_rules).headers(path)
        return delivered(file, status, rules, self._request)


def _led(status: int, location: str, file: File | None = None) -> Response:
    """A redirect, with the small page in its place; browsers ask again, since a save may take it away."""
    headers = (("Location", location), _NO_CACHE)
    if file and _is_html(file):
        return Response(status, (*headers, _HTML), file.data)
    return Response(status, headers)


def _is_html(file: File | None) -> bool:
    """Whether a file is a page: those that lead on are too, though nobody reads them."""
    return file is not None and file.path.endswith(PAGE_ENDINGS)


def _other_name(url: str) -> str:
    """The other name that a page goes by on hosts: that of the folder, or of the file."""
    if url.endswith(_INDEX):
        return url.removesuffix("index.html")
    return url if url.endswith("/") else f"{url}.html"


def _path_of(address: str) -> str:
    target = target_of(address)
    return target.path if target and not target.authority else ""


def _with_query(location: str, query: str) -> str:
    """The address with the query that came, unless it has its own: so do both hosts."""
    if "?" in location:
        return location
    address, mark, fragment = location.partition("#")
    return f"{address}{query}{mark}{fragment}"
