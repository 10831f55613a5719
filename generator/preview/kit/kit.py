"""What is answered below `/__openings/kit`."""

from pathlib import Path
from threading import Lock
from urllib.parse import parse_qs

from generator.model.content_types import content_type
from generator.pages.policy import content_security_policy
from generator.pages.urls import escaped
from generator.preview.desk.whereabouts import Whereabouts
from generator.preview.http.messages import NEVER_KEPT, Response
from generator.preview.kit.pages import Pages, swatches
from generator.preview.kit.schemes import Scheme
from generator.preview.kit.sections import SHEETS
from generator.preview.kit.stage import BASE, Stage
from generator.preview.site.files import PageError
from generator.preview.site.studio import Studio

KIT_URL = f"{BASE}/"

_FILES = ("kit.css", "kit.js", "sheet.css", "sheet.js", "icon.svg")
_FOLDER = Path(__file__).parent / "files"

_HTML, _TEXT = "text/html; charset=utf-8", "text/plain; charset=utf-8"
_SCHEMES = frozenset(map(str, Scheme))
_OF_OUR_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class Kit:
    """The kit of a site's theme: made when somebody asks for it, and again when the theme has changed."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._pages = Pages()
        self._lock = Lock()
        self._stage: Stage | None = None

    def answer(self, path: str, query: str) -> Response | None:
        """The answer for a decoded path below the kit's own address; None where nothing is to be found."""
        stage = self._newest()
        if stage is None:
            return None
        try:
            return self._answer(stage, path, query)
        except PageError as error:
            told = Whereabouts(stage.site.stock.workspace, None).without_paths(str(error))
            return _answer(500, _TEXT, f"The theme can't make this page: {told}\n", stage)

    def _answer(self, stage: Stage, path: str, query: str) -> Response | None:
        match path.split("/", 3):
            case [""] | ["", ""]:
                return _answer(200, _HTML, self._pages.overview(stage, _width(query)), None)
            case ["", name] if name in _FILES:
                return _answer(200, content_type(name), (_FOLDER / name).read_text("utf-8"), None)
            case ["", scheme, name] if scheme in _SCHEMES:
                return self._sheet(stage, Scheme(scheme), name)
            case ["", scheme, site, rest] if scheme in _SCHEMES:
                found = stage.file(site, Scheme(scheme), f"/{rest}")
                if found:
                    return _answer(200, content_type(found.path), found.data, stage)
                return self._slashed(stage, path, query)
        return None

    def _slashed(self, stage: Stage, path: str, query: str) -> Response | None:
        """The way to the page that is there with a slash, as the site itself has it."""
        _, scheme, site, rest = path.split("/", 3)
        if not rest or rest.endswith("/") or not stage.file(site, Scheme(scheme), f"/{rest}/"):
            return None
        location = f"{escaped(f'{BASE}{path}/')}{f'?{query}' if query else ''}"
        return Response(301, (("Location", location), NEVER_KEPT))

    def _sheet(self, stage: Stage, scheme: Scheme, name: str) -> Response | None:
        if name == "swatches.css":
            return _answer(200, content_type(name), swatches(stage.colours()), None)
        if name in SHEETS:
            make = self._pages.colours if name == "colours" else self._pages.buttons
            return _answer(200, _HTML, make(stage, scheme), stage)
        return None

    def _newest(self) -> Stage | None:
        """The stage for the theme and the settings as they are; None while there is nothing to show."""
        site = self._studio.edition(self._studio.base)
        if site is None:
            return None
        with self._lock:
            if self._stage and self._stage.is_for(site):
                self._stage.site = site  # lets go of the former one
            else:
                self._stage = Stage(site, self._studio.printer)
            return self._stage


def _answer(status: int, kind: str, body: str | bytes, stage: Stage | None) -> Response:
    """An answer that nobody keeps; pages of a `stage` may load what the site allows, and be framed by us."""
    policy = f"{content_security_policy(stage.config)}; frame-ancestors 'self'" if stage else _OF_OUR_PAGE
    headers = (
        ("Content-Type", kind),
        ("Content-Security-Policy", policy),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
    )
    return Response(status, headers, body.encode() if isinstance(body, str) else body)


def _width(query: str) -> int:
    """The width that a query asks for; 0 where it asks for none."""
    asked = parse_qs(query).get("width", [""])[0]
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 0
