"""The preview's own pages, and the files that they and the site's pages load."""

from pathlib import Path

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.build.store.keys import digest
from generator.diagnostics.counting import count
from generator.pages.urls import escaped
from generator.preview.desk.problems import opening
from generator.preview.desk.wording import dated, shown
from generator.preview.http.injecting import script_tag
from generator.preview.http.messages import NEVER_KEPT, PREVIEW, Response

_HERE = Path(__file__).parent
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = (NEVER_KEPT, ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"))
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


class Pages:
    """Fills the templates; each page keeps itself as new as the site by the same script as the site's."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {"shown": shown, "dated": dated, "escaped": escaped}
        self._environment.globals |= {"count": count, "opening": opening, "preview": PREVIEW}

    def page(self, name: str, status: int, mark: str | None, **context: object) -> Response:
        """A page; `mark` tells the script what it is.

        One that is `quiet` says by itself what the panel would; one that `failed` stands for a site's page.
        Without a mark it has no script: what answers a form can't be loaded again.
        """
        html = self._environment.get_template(f"{name}.html").render(context)
        script = script_tag(digest(html.encode()).hex(), f"data-{mark}") if mark else ""
        start, end, rest = html.rpartition("</body>")
        headers = (
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Security-Policy", _POLICY),
            *_ALWAYS,
        )
        return Response(status, headers, f"{start}{script}\n{end}{rest}".encode())


def own_files() -> dict[str, Response]:
    """The scripts and stylesheets by their addresses."""
    files = sorted(path for path in (_HERE / "files").iterdir() if path.suffix in _TYPES)
    return {
        f"{PREVIEW}{path.name}": Response(
            200, (("Content-Type", _TYPES[path.suffix]), *_ALWAYS), path.read_bytes()
        )
        for path in files
    }


def data(value: object) -> Response:
    """A value as JSON."""
    return encoded(msgspec.json.encode(value))


def encoded(text: bytes) -> Response:
    """JSON that is written already."""
    return Response(200, (("Content-Type", "application/json"), *_ALWAYS), text)
