"""Asking the desk without a server."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.build.options import Options
from generator.preview.desk.desk import Desk
from generator.preview.desk.editor import Editor
from generator.preview.http.messages import Request, Response
from generator.preview.kit.kit import Kit
from generator.preview.site.studio import Studio
from generator.preview.site.wish import Wish
from tests.builders import write_site

PORT = 8000
DAY = date(2026, 3, 16)
OWN_PAGE: Mapping[str, str] = MappingProxyType({"host": f"127.0.0.1:{PORT}", "sec-fetch-site": "same-origin"})
SITE = "name: Example\nurl: https://careers.example.com\n"
_NOON = "1773658800"  # of DAY


def posting(
    title: str = "Cook", more: str = "", words: str = "We cook for everybody who comes in. " * 5
) -> str:
    """A posting's file without a flaw."""
    return (
        f"---\ntitle: {title}\ncategory: Kitchen\nlocation: Oslo, Norway\nposted: 2026-03-02\n"
        f"salary: NOK 500000 per year\napply: https://apply.example.com/1\n{more}---\n\n{words}\n"
    )


def open_studio(root: Path, files: Mapping[str, str], config: str = "", **options: Any) -> Studio:
    """A studio that has looked at a site of these files once; it is noon of DAY."""
    write_site(root, files, SITE + config)
    studio = Studio(root, Options(environment={"SOURCE_DATE_EPOCH": _NOON}, **options))
    studio.look()
    return studio


def open_desk(studio: Studio, editor: Editor | None = Editor()) -> Desk:  # noqa: B008
    """The desk of a studio."""
    return Desk(studio, PORT, editor, Kit(studio))


def get(desk: Desk, target: str, wish: Wish = Wish(), **headers: str) -> Response:  # noqa: B008
    """The answer to a request of a page of the preview's own."""
    sent = {**OWN_PAGE, **{name.replace("_", "-"): value for name, value in headers.items()}}
    answer = desk.answer(Request("GET", f"/__openings/{target}", sent), wish)
    assert answer
    return answer


def post(desk: Desk, body: str) -> Response:
    """The answer to the form that asks for another day."""
    answer = desk.answer(Request("POST", "/__openings/session", OWN_PAGE, body.encode()), Wish())
    assert answer
    return answer


def header(response: Response, name: str) -> str:
    """A header of an answer; nothing where it has none."""
    return next((value for key, value in response.headers if key == name), "")


def told(response: Response) -> dict[str, Any]:
    """What an answer says as JSON."""
    found: dict[str, Any] = json.loads(response.body)
    return found
