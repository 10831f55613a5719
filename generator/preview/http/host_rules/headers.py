"""`_headers`, by the rules of Netlify and Cloudflare Pages."""

import re
from functools import lru_cache

from msgspec import Struct

from generator.preview.http.host_rules.patterns import Pattern, filled, pattern_of

_BLANK = " \t\r"
_PATH = re.compile(r"/|[^\s]+://")
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")

# Netlify sets none of these by a rule, since they belong to whoever sends. The last four would reach beyond
# the site that is looked at: to what other servers of this machine keep in the browser.
_WITHHELD = frozenset(
    {
        *("accept-ranges", "age", "allow", "alt-svc", "connection", "content-encoding", "content-length"),
        *("content-range", "date", "etag", "keep-alive", "location", "proxy-authenticate"),
        *("proxy-connection", "server", "te", "trailer", "transfer-encoding", "upgrade"),
        *("clear-site-data", "public-key-pins", "set-cookie", "strict-transport-security"),
    }
)
# Nobody else may read what isn't published yet, whoever may once it is.
_OF_OTHERS = "access-control-"

Headers = tuple[tuple[str, str], ...]


class HeaderRule(Struct, frozen=True):
    """The headers for a pattern, and the names of those that no former rule may give."""

    pattern: Pattern
    headers: Headers
    without: tuple[str, ...]


class HeaderRules(Struct, frozen=True):
    """The rules of a file."""

    rules: tuple[HeaderRule, ...]

    def headers(self, path: str) -> Headers:
        """The headers of all rules for a decoded path; values of one name are joined, as on Cloudflare."""
        found: dict[str, tuple[str, str]] = {}
        for rule in self.rules:
            values = rule.pattern.match(path)
            if values is None:
                continue
            for name in rule.without:
                found.pop(name.lower(), None)
            for name, value in rule.headers:
                _join(found, name, filled(value, values))
        return tuple(found.values())


@lru_cache(maxsize=8)
def parse_headers(text: str) -> HeaderRules:
    """The rules of a file; lines that hosts don't take are left out, and so is what a rule can't decide."""
    rules: list[HeaderRule] = []
    block: list[str] = []
    for line in (*(line.strip(_BLANK) for line in text.split("\n")), "/"):
        if not _PATH.match(line):
            block.append(line)
            continue
        if block and (rule := _rule(block)):
            rules.append(rule)
        block = [line]
    return HeaderRules(tuple(rules))


def _rule(block: list[str]) -> HeaderRule | None:
    """A path and the lines after it."""
    path, *lines = block
    pattern = pattern_of(path)
    if not pattern:
        return None
    found: dict[str, tuple[str, str]] = {}
    for name, value in filter(None, map(_header, lines)):
        _join(found, name, value)
    without = tuple(line[1:].strip(_BLANK) for line in lines if line.startswith("!"))
    return HeaderRule(pattern, tuple(found.values()), without)


def _header(line: str) -> tuple[str, str] | None:
    name, _, value = (part.strip(_BLANK) for part in line.partition(":"))
    is_ours = name.lower() in _WITHHELD or name.lower().startswith(_OF_OTHERS)
    if is_ours or line.startswith("#") or not value or not _NAME.fullmatch(name) or _CONTROL.search(value):
        return None
    return name, value


def _join(found: dict[str, tuple[str, str]], name: str, value: str) -> None:
    known, former = found.get(name.lower(), (name, ""))
    found[name.lower()] = known, f"{former}, {value}" if former else value
