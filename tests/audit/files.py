"""What a page's file makes a browser fetch: its style sheets, scripts, and the fonts that those name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

_FONT = re.compile(r"url\(\s*['\"]?([^)'\"]+\.(?:woff2?|ttf|otf))['\"]?\s*\)")
_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.{0,2}/[^"']+)["']""")


@dataclass(slots=True)
class Parts:
    """Names of files below the output, by what they are."""

    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)


def parts_of(output: Path, page: str) -> Parts:
    """What the page at a path fetches, pictures left out; OSError where a file isn't there."""
    reader = _Reader()
    reader.feed(_file(output, page).read_text("utf-8"))
    parts = Parts(styles=_names(page, reader.styles))
    for name in _names(page, reader.scripts):
        parts.scripts += [new for new in _with_imports(output, name) if new not in parts.scripts]
    fonts = [_names(name, _FONT.findall((output / name).read_text("utf-8"))) for name in parts.styles]
    parts.fonts = list(dict.fromkeys(name for names in fonts for name in names))
    return parts


def _file(output: Path, path: str) -> Path:
    return output / (f"{path}index.html" if path.endswith("/") else path).lstrip("/")


def _names(base: str, addresses: list[str]) -> list[str]:
    """Addresses in a file as names below the output, each once."""
    paths = (urlsplit(urljoin(f"/{base.lstrip('/')}", address)).path for address in addresses)
    return list(dict.fromkeys(path.lstrip("/") for path in paths))


def _with_imports(output: Path, name: str) -> Iterator[str]:
    """A script and the modules that it imports, however it does: none of them is free."""
    waiting, seen = [name], set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            yield name
            waiting += _names(name, _IMPORT.findall((output / name).read_text("utf-8")))


class _Reader(HTMLParser):
    """Gathers the addresses of style sheets and scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.styles: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the tag fetches."""
        given = {name: value or "" for name, value in attrs}
        relation = given.get("rel", "").split()
        if tag == "script" and given.get("src"):
            self.scripts.append(given["src"])
        elif tag == "link" and "modulepreload" in relation:
            self.scripts.append(given["href"])
        elif tag == "link" and "stylesheet" in relation:
            self.styles.append(given["href"])
