"""What became of links, as problems with a place in a file and a way out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from generator.diagnostics.codes import outside as codes
from generator.diagnostics.credentials import without_credentials
from generator.diagnostics.diagnostic import Diagnostic, Note, Span
from generator.web.links.asking import LOGIN
from generator.web.links.verdict import State, Verdict

# So many more places of one link, and so many links of which nothing is known, are named.
_NAMED = 5
_INSTEAD = "link to another page, or take the link out"
# Where a link stands in the site's files, each place once and one at least.
Places = Callable[[str], Sequence[Span]]
_UNTOLD = (State.UNKNOWN, State.SLOW, State.OFFLINE, State.LATE)


def told(found: Mapping[str, Verdict], places: Places) -> Iterator[Diagnostic]:
    """The problems of links by what was found, each at its first place in the site's files."""
    for url, verdict in sorted(found.items()):
        if verdict.state not in (State.FINE, State.NO_HOST, *_UNTOLD):
            first, *others = places(url)
            yield _problem(without_credentials(url), verdict, first, _also(others))
    missing = (url for url, verdict in found.items() if verdict.state is State.NO_HOST)
    for host, urls in groupby(sorted(missing, key=lambda url: (_host(url), url)), _host):
        yield _no_host(host, list(urls), places)
    unknown = [(url, verdict) for url, verdict in sorted(found.items()) if verdict.state in _UNTOLD]
    if unknown:
        yield _untold(unknown, places)


def offline() -> Diagnostic:
    """What is said in place of every single link, where none could be asked."""
    what = "no link to another site could be asked: this machine finds no host"
    return Diagnostic(codes.OFFLINE, what, "check the links where there is a network")


def _problem(url: str, verdict: Verdict, at: Span, notes: tuple[Note, ...]) -> Diagnostic:
    if verdict.state is State.MOVED:
        what, hint = f"`{url}` has moved for good", f"write `{verdict.to}`"
        return Diagnostic(codes.MOVED, what, hint, at, notes)
    if verdict.state is State.UNTRUSTED:
        what, hint = f"browsers warn of `{url}`: {verdict.detail}", "tell who runs it, or link elsewhere"
        return Diagnostic(codes.UNTRUSTED, what, hint, at, notes)
    if verdict.state is State.REFUSED:
        hint = "mend the address; if it is meant, run the check with `--allow-host`"
        hint = "take out what stands between `//` and `@`, and the `@`" if verdict.detail == LOGIN else hint
        return Diagnostic(codes.REFUSED, f"`{url}` isn't asked: {verdict.detail}", hint, at, notes)
    what = f"`{url}` leads to nothing: {verdict.detail}"
    return Diagnostic(codes.GONE, what, _INSTEAD, at, notes)


def _no_host(host: str, urls: Sequence[str], places: Places) -> Diagnostic:
    """One problem for all links to a host that isn't there, as they are mended together."""
    first, *others = [places(url)[0] for url in urls[: _NAMED + 1]]
    what = f"`{without_credentials(urls[0])}` leads to nothing: no such host"
    if others:
        what = f"{len(urls):,} links lead to `{host}`, and there is no such host"
    return Diagnostic(codes.GONE, what, _INSTEAD, first, tuple(Note(at, "here too") for at in others))


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _untold(unknown: Sequence[tuple[str, Verdict]], places: Places) -> Diagnostic:
    count = len(unknown)
    what = f"of {count:,} links to other sites, nobody can tell whether they work"
    if count == 1:
        what = "of 1 link to another site, nobody can tell whether it works"
    named = unknown[:_NAMED]
    notes = tuple(
        Note(places(url)[0], f"`{without_credentials(url)}`: {verdict.detail}") for url, verdict in named
    )
    return Diagnostic(codes.UNKNOWN, what, "look at them in a browser", notes=notes)


def _also(others: Sequence[Span]) -> tuple[Note, ...]:
    named = [Note(at, "here too") for at in others[:_NAMED]]
    if more := len(others) - len(named):
        named[-1] = Note(named[-1].at, f"here too, and at {more:,} more {'place' if more == 1 else 'places'}")
    return tuple(named)
