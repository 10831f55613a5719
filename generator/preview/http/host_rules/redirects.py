"""`_redirects`, read by the rules of Netlify and Cloudflare; where they differ, we say whom we follow."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from urllib.parse import parse_qsl, quote

from msgspec import Struct

from generator.preview.http.host_rules.patterns import Pattern, Values, filled, pattern_of

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PAGES = frozenset({200, 404, 410})
# Cloudflare's, and no browser keeps it; Netlify's is 301.
_DEFAULT = "302"

_COMMENT = re.compile(r"(^|\s)#.*")
_STATUS = re.compile(r"([1-5]\d\d)(!?)", re.ASCII)
_HOST = re.compile(r"https?://[^/?#]+")
_VALUE_SAFE = "/-._~!$&'()*+,;=:@"
_TARGET_SAFE = f"{_VALUE_SAFE}?#[]%"


class Lead(Struct, frozen=True):
    """Where a rule leads a request: another address for the statuses of `REDIRECTS`, else a path of the site.

    A forced one goes before a file of its address.
    """

    status: int
    target: str
    is_forced: bool


class Rule(Struct, frozen=True):
    """A line of the file. `query` names the parameters that it needs, with a value or a `:name` for each."""

    source: Pattern
    query: tuple[tuple[str, str], ...]
    target: str
    status: int
    is_forced: bool

    def lead(self, path: str, query: str) -> Lead | None:
        """Where it leads a request, by its decoded path and its query as sent; None where it doesn't fit."""
        values = self.source.match(path)
        if values is None or (values := _with_parameters(self.query, query, values)) is None:
            return None
        return Lead(self.status, _written(self.target, values), self.is_forced)


class Redirects(Struct, frozen=True):
    """The rules, each with its number: those that are for one path by it, and the others."""

    exact: Mapping[str, tuple[int, Rule]]
    others: tuple[tuple[int, Rule], ...]

    def lead(self, path: str, query: str) -> Lead | None:
        """Where the first rule that fits leads a request."""
        last, rule = self.exact.get(path, (None, None))
        for number, other in self.others:
            if last is not None and number > last:
                break
            if found := other.lead(path, query):
                return found
        return rule.lead(path, query) if rule else None


@lru_cache(maxsize=8)
def parse_redirects(text: str) -> Redirects:
    """The rules of a file; lines that hosts don't take are left out."""
    exact: dict[str, tuple[int, Rule]] = {}
    others: list[tuple[int, Rule]] = []
    for number, rule in enumerate(_rules(text)):
        if rule.source.fits or rule.query:
            others.append((number, rule))
        else:
            exact.setdefault(rule.source.path, (number, rule))
    return Redirects(exact, tuple(others))


def _rules(text: str) -> Iterator[Rule]:
    for line in text.split("\n"):
        rule = _rule(_COMMENT.sub("", line).split())
        if rule:
            yield rule


def _rule(words: list[str]) -> Rule | None:
    """`from [name=value …] to [status[!]]`. What follows is a condition (country, language, role, cookie).

    Nobody can say here whether it holds, so the line is left out.
    """
    at = next((i for i, word in enumerate(words) if i and _is_target(word)), None)
    if at is None:
        return _forwarding(words)
    parameters, (status, *conditions) = words[1:at], words[at + 1 :] or [_DEFAULT]
    if conditions or not all("=" in word for word in parameters):
        return None
    query = tuple((name, value) for name, _, value in (word.partition("=") for word in parameters))
    return _checked(words[0], query, words[at], status)


def _forwarding(words: list[str]) -> Rule | None:
    """Netlify: `/path/* 200` shows what lies below."""
    if len(words) == 2 and words[0].endswith("/*"):
        return _checked(words[0], (), f"{words[0][:-1]}:splat", words[1])
    return None


def _checked(source: str, query: tuple[tuple[str, str], ...], target: str, status: str) -> Rule | None:
    pattern, code = pattern_of(source), _STATUS.fullmatch(status)
    if not pattern or not code:
        return None
    number = int(code[1])
    # A page of another host would have to be fetched: we fetch nothing.
    if number not in REDIRECTS and (number not in _PAGES or not target.startswith("/")):
        return None
    return Rule(pattern, query, target, number, bool(code[2]))


def _is_target(word: str) -> bool:
    return word.startswith("/") or bool(_HOST.match(word))


def _with_parameters(wanted: tuple[tuple[str, str], ...], query: str, values: Values) -> Values | None:
    """The values with those of the query's parameters; None where one is missing or another."""
    given = dict(parse_qsl(query.removeprefix("?"), keep_blank_values=True))
    if any(name not in given for name, _ in wanted):
        return None
    if any(given[name] != value for name, value in wanted if not value.startswith(":")):
        return None
    return {**values, **{value[1:]: given[name] for name, value in wanted if value.startswith(":")}}


def _written(target: str, values: Values) -> str:
    """An address with its values. No value becomes a host, or an address like `//other.example`."""
    start = _HOST.match(target)
    host = start[0] if start else ""
    path, mark, query = target[len(host) :].partition("?")
    path = filled(path, values, lambda value: quote(value, safe=_VALUE_SAFE))
    query = filled(query, values, lambda value: quote(value, safe="/"))
    path = path if host else re.sub("//+", "/", path)
    return host + quote(f"{path}{mark}{query}", safe=_TARGET_SAFE)
