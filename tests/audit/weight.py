"""What a posting's page weighs: as its files say, and as a browser that was never here is sent it."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Request

from tests.audit.browsing import see_all, visitor
from tests.audit.encoding import encoded
from tests.audit.files import parts_of
from tests.audit.rows import Row, at_most
from tests.audit.sites import AuditedSite

# Kilobytes of 1,000 bytes, the stricter reading.
_KB = 1000
_KINDS = {"document": "page", "stylesheet": "style", "script": "script", "font": "font"}
TOTAL, SCRIPT, STYLE, REQUESTS = 60, 10, 15, 8


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of one kind: as they travel, and as they are."""

    sent: int = 0
    raw: int = 0

    def __add__(self, other: "Weight") -> "Weight":
        return Weight(self.sent + other.sent, self.raw + other.raw)


def file_weights(output: Path, path: str) -> dict[str, Weight]:
    """The page at a path and what it fetches, pictures left out, by kind."""
    parts = parts_of(output, path)
    named = {
        "page": [f"{path.lstrip('/')}index.html"],
        "style": parts.styles,
        "script": parts.scripts,
        "font": parts.fonts,
    }
    return {kind: sum((_weight(output / name) for name in names), Weight()) for kind, names in named.items()}


def heaviest_posting(output: Path) -> str:
    """The path of the posting whose file is the largest when it travels; ValueError where there is none."""
    files = (file for file in output.glob("jobs/*/index.html") if file.parent.name != "page")
    largest = max(files, key=lambda file: (_weight(file).sent, file.as_posix()))
    return f"/{largest.parent.relative_to(output).as_posix()}/"


def weight_rows(weights: dict[str, Weight], how: str) -> tuple[Row, ...]:
    """The goals for a page's weights."""
    total = sum(weights.values(), Weight())
    return (
        _row(f"{how}: all but pictures", TOTAL, total),
        _row(f"{how}: script", SCRIPT, weights.get("script", Weight())),
        _row(f"{how}: style sheets", STYLE, weights.get("style", Weight())),
    )


def weight(site: AuditedSite, browser: Browser) -> tuple[Row, ...]:
    """The heaviest posting of the site, weighed both ways, and how many requests it takes."""
    path = heaviest_posting(site.output)
    fetched = _fetched(browser, site.address + path)
    return (
        *weight_rows(file_weights(site.output, path), f"{path}, files"),
        *weight_rows(_sums(fetched), f"{path}, Chromium"),
        at_most(f"{path}, Chromium: requests but for pictures", REQUESTS, len(fetched), ""),
    )


def _weight(file: Path) -> Weight:
    data = file.read_bytes()
    return Weight(len(encoded(file.name, data)), len(data))


def _row(what: str, limit: int, found: Weight) -> Row:
    return at_most(what, limit, round(found.sent / _KB, 2), " KB", f" ({found.raw / _KB:.1f} KB unpacked)")


def _fetched(browser: Browser, address: str) -> list[tuple[str, Weight]]:
    """Everything but pictures that the page fetches, down to its end: kind and bytes, without headers."""
    finished: list[Request] = []
    with visitor(browser) as page:
        page.on("requestfinished", lambda request: finished.append(request))
        page.goto(address, wait_until="networkidle")
        see_all(page)
        return [
            (_KINDS.get(request.resource_type, "other"), _sent(request))
            for request in finished
            if not _is_picture(request)
        ]


def _is_picture(request: Request) -> bool:
    """Whether it brought an image; a browser may call a site's icon something else."""
    response = request.response()
    return response is not None and response.headers.get("content-type", "").startswith("image/")


def _sent(request: Request) -> Weight:
    response = request.response()
    assert response
    return Weight(request.sizes()["responseBodySize"], len(response.body()))


def _sums(fetched: list[tuple[str, Weight]]) -> dict[str, Weight]:
    kinds = {kind for kind, _ in fetched}
    return {kind: sum((weight for one, weight in fetched if one == kind), Weight()) for kind in sorted(kinds)}
