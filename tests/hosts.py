"""Static hosts as their documentation says they read what they are told: first match wins."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host says to a request: a status, where it leads, and headers."""

    status: int = 200
    location: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


def lines(data: bytes) -> list[str]:
    """The lines that say something."""
    return [line for line in data.decode().splitlines() if line.strip() and not line.startswith("#")]


def netlify_redirect(data: bytes, path: str, files: Mapping[str, bytes]) -> Answer | None:
    """Netlify: a path with and without its last slash is one; a file goes before a rule without `!`."""
    for line in lines(data):
        source, target, status = line.split()
        if source.rstrip("/") == path.rstrip("/"):
            is_there = _file(path) in files
            if is_there and not status.endswith("!"):
                return None
            return Answer(int(status.rstrip("!")), target)
    return None


_CLOUDFLARE_STATUSES = {200, 301, 302, 303, 307, 308}


def cloudflare_redirect(data: bytes, path: str) -> Answer | None:
    """Cloudflare: exact paths; lines with another status are skipped, and so is a path that came before."""
    rules: dict[str, Answer] = {}
    for number, line in enumerate(lines(data)):
        source, target, status = line.split()
        is_understood = status.isdigit() and int(status) in _CLOUDFLARE_STATUSES
        if number < 2000 and len(line) <= 1000 and is_understood:
            assert "*" not in source
            assert not re.search(r":[A-Za-z]", source)
            rules.setdefault(source, Answer(int(status), target))
    return rules.get(path)


def headers_file(data: bytes, path: str) -> dict[str, str]:
    """Both: the headers of every rule whose pattern fits; a `*` stands for anything."""
    found: dict[str, str] = {}
    fits = False
    for line in lines(data):
        if not line.startswith(" "):
            fits = bool(re.fullmatch(".*".join(map(re.escape, line.split("*"))), path))
        elif fits:
            name, _, value = line.strip().partition(": ")
            assert name not in found, f"{name} is given twice for {path}"
            found[name] = value
    return found


def vercel(data: bytes, path: str) -> Answer:
    """Vercel: patterns of path-to-regexp, of which we write groups and escaped dots alone."""
    config = json.loads(data)
    assert config["trailingSlash"] is True
    if not path.endswith("/") and "." not in path.rpartition("/")[2]:
        return Answer(308, f"{path}/")
    for rule in config["redirects"]:
        if rule["source"] == path:
            return Answer(rule["statusCode"], rule["destination"])
    headers: dict[str, str] = {}
    for rule in config["headers"]:
        if re.fullmatch(rule["source"], path):
            given = {header["key"]: header["value"] for header in rule["headers"]}
            assert headers.keys().isdisjoint(given)
            headers |= given
    return Answer(headers=headers)


def azure(data: bytes, path: str, files: Mapping[str, bytes]) -> Answer:
    """Azure Static Web Apps: the first route that fits decides, and its headers go before the global ones."""
    config = json.loads(data)
    assert config["trailingSlash"] == "always"
    headers = dict(config["globalHeaders"])
    for route in config["routes"]:
        pattern = route["route"]
        if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
            status, target = route.get("statusCode", 200), route.get("redirect", route.get("rewrite", ""))
            return Answer(status, target, headers | route.get("headers", {}))
    if _file(path) in files:
        return Answer(headers=headers)
    return Answer(404, config["responseOverrides"]["404"]["rewrite"], headers)


def _file(path: str) -> str:
    return f"{path.lstrip('/')}index.html" if path.endswith("/") else path.lstrip("/")
