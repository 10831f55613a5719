"""A look at what visitors get after a deploy: the home page, a posting and a file that pages load."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from http.client import FORBIDDEN, NOT_FOUND, OK, UNAUTHORIZED

from msgspec import Struct

from generator.build.store.keys import digest
from generator.pages import urls
from generator.publish.deploy.built import Built
from generator.publish.deploy.urls import is_open_posting, url_of
from generator.web.fetching import Answer, FetchError

# Seconds between looks: GitHub Pages takes half a minute to show a new commit, others a moment.
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0)
_HOME = "index.html"
_ASSETS = urls.ASSETS.removeprefix("/")
_FORBIDDEN = (UNAUTHORIZED, FORBIDDEN)


class Standing(Enum):
    """How an address answers: with the bytes that were sent, with others, or not at all."""

    LIVE = "live"
    OTHER = "other"
    REFUSED = "refused"


class Seen(Struct, frozen=True):
    """How one address answered: a sentence about it and, where it isn't live, what to look for."""

    standing: Standing
    sentence: str
    hint: str = ""


def samples(built: Built, sends: Sequence[str]) -> dict[str, str]:
    """What to look at, recently sent files first: the digest of each by its whole address."""
    recent_first = tuple(dict.fromkeys((*sends, *built.files)))
    posting = next((path for path in recent_first if is_open_posting(path, built.read)), None)
    asset = next((path for path in recent_first if path.startswith(_ASSETS)), None)
    wanted = filter(None, (_HOME if _HOME in built.files else None, posting, asset))
    return {f"{built.url}{urls.escaped(url_of(path))}": built.files[path] for path in wanted}


def look_at(
    wanted: Mapping[str, str],
    ask: Callable[[str], Answer],
    wait: Callable[[float], None],
    pauses: Sequence[float],
) -> tuple[Seen, ...]:
    """How each address answers; what shows something else is asked again after each pause.

    All are of one host: after one that is refused or out of reach, the others are left alone.
    """
    seen: dict[str, Seen] = {}
    for url, expected in wanted.items():
        seen[url] = _seen(url, expected, ask)
        if seen[url].standing is Standing.REFUSED:
            break
    for pause in pauses:
        behind = [url for url, last in seen.items() if last.standing is Standing.OTHER]
        if not behind:
            break
        wait(pause)
        seen |= {url: _seen(url, wanted[url], ask) for url in behind}
    return tuple(seen.values())


def _seen(url: str, expected: str, ask: Callable[[str], Answer]) -> Seen:
    try:
        answer = ask(url)
    except FetchError as error:
        return Seen(Standing.REFUSED, f"{url} can't be looked at: {error}", "open it in a browser")
    if answer.status != OK:
        standing = Standing.REFUSED if answer.status in _FORBIDDEN else Standing.OTHER
        return Seen(standing, f"{url} isn't live: it answers with {answer.status}", _hint(answer.status))
    if digest(answer.body).hex() == expected:
        return Seen(Standing.LIVE, f"{url} is live")
    sentence = f"{url} isn't live yet: it answers with other bytes than were sent"
    return Seen(Standing.OTHER, sentence, "some hosts take minutes, and some change pages: look again later")


def _hint(status: int) -> str:
    if status in _FORBIDDEN:
        return "the host keeps visitors out: look at its permissions, and whether the site is switched on"
    if status == NOT_FOUND:
        return "does the host serve this target, and is its address the `url` in site.yaml, with its folder?"
    return "look at what the host reports"
