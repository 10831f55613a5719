"""The files that build and publish a site without anybody: workflows, updates, and what hosts read."""

import re
import textwrap
import zlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from generator import __version__
from generator.cli.init.pins import PYTHON, pinned

GITHUB, GITLAB, NO_CI = "github", "gitlab", "none"
PAGES, NETLIFY, CLOUDFLARE, VERCEL, AZURE, NO_HOST = (
    *("pages", "netlify", "cloudflare", "vercel", "azure", "none"),
)
SERVICES = (GITHUB, GITLAB, NO_CI)
HOSTS = (PAGES, NETLIFY, CLOUDFLARE, VERCEL, AZURE, NO_HOST)

_FILES = Path(__file__).parent / "files"
_HOST_FILES = {NETLIFY: "netlify.toml", CLOUDFLARE: "wrangler.jsonc", VERCEL: "vercel.json"}
# Hosts that build by themselves: their names, and what they call an address that starts a build.
HOOKS = {
    NETLIFY: ("Netlify", "build hook"),
    CLOUDFLARE: ("Cloudflare", "deploy hook"),
    VERCEL: ("Vercel", "deploy hook"),
}
_SLOT = re.compile(r"<<([a-z-]+)>>")


class Wish(Struct, frozen=True):
    """Which service builds, which host shows the site, and what the files need to know of it."""

    ci: str
    host: str
    branch: str
    time_zone: str
    name: str
    today: date


def automation_files(wish: Wish) -> dict[str, bytes]:
    """All files by their path in the repository."""
    files = {"requirements.txt": f"openings=={__version__}\n"}
    if wish.host in _HOST_FILES:
        name = _HOST_FILES[wish.host]
        files[name] = _filled(_read(f"hosts/{name}"), _slots(wish))
    if wish.ci == GITHUB:
        files |= _for_github(wish)
    elif wish.ci == GITLAB:
        files |= _for_gitlab(wish)
    return {path: text.encode() for path, text in files.items()}


def host_name(service: str, host: str) -> str:
    """What site.yaml calls the host in its `hosts`; empty where that depends on what is chosen later."""
    if host == PAGES:
        return "" if service == NO_CI else f"{service}-pages"
    return "" if host == NO_HOST else host


def _for_github(wish: Wish) -> dict[str, str]:
    names = ["check", "report", "publish", *(["preview"] if wish.host == AZURE else [])]
    slots = _slots(wish)
    slots["python"] = _filled(_read("github/python.yml"), slots).rstrip("\n")
    slots["build"] = _filled(_read("github/build.yml"), slots).rstrip("\n")
    slots["refresh"] = textwrap.indent(_refresh(wish), 10 * " ")
    texts = {name: _read(f"github/{name}.yml") for name in names}
    texts["publish"] += _read(f"github/publish-{_way(wish)}.yml") + _read("github/record.yml")
    files = {f".github/workflows/{name}.yml": pinned(_filled(text, slots)) for name, text in texts.items()}
    return files | {".github/dependabot.yml": _read("github/dependabot.yml")}


def _for_gitlab(wish: Wish) -> dict[str, str]:
    slots = _slots(wish)
    slots["refresh"] = textwrap.indent(_refresh(wish), 6 * " ")
    parts = ("gitlab-ci", f"publish-{_way(wish)}", "record")
    text = "".join(_read(f"gitlab/{part}.yml") for part in parts)
    return {".gitlab-ci.yml": _filled(text, slots), "renovate.json": _read("gitlab/renovate.json")}


def _way(wish: Wish) -> str:
    """How the built site gets to the host."""
    return "hook" if wish.host in HOOKS else wish.host


def _refresh(wish: Wish) -> str:
    """What else is renewed with the addresses."""
    return _read("hosts/vercel-rules.sh").rstrip("\n") if wish.host == VERCEL else ""


def _slots(wish: Wish) -> dict[str, str]:
    name, hook = HOOKS.get(wish.host, ("", ""))
    return {
        "branch": wish.branch,
        "day": wish.today.isoformat(),
        "hook": hook,
        "host-name": name,
        "minute": str(_minute(wish.name)),
        "python-version": PYTHON,
        "time-zone": wish.time_zone,
    }


def _minute(name: str) -> int:
    """A minute of the hour that differs from site to site: hosts are busiest when all come at once."""
    return 7 + zlib.crc32(name.encode("utf-8", "surrogateescape")) % 46


def _filled(text: str, slots: Mapping[str, str]) -> str:
    """The text with every slot filled; a line that is only an empty slot goes."""
    filled = _SLOT.sub(lambda slot: slots[slot[1]] or "\0", text)
    return "".join(line for line in filled.splitlines(keepends=True) if line != "\0\n")


def _read(path: str) -> str:
    return (_FILES / path).read_text("utf-8")
