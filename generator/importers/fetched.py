"""The bytes of a source: a file, what is piped in, or the answer of an address."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from generator.diagnostics.credentials import without_credentials
from generator.diagnostics.diagnostic import OpeningsError
from generator.web.failure import Cause
from generator.web.fetching import Answer, FetchError, Limits, Request

LIMITS = Limits()
PIPED = "-"
_SOURCES = "name a file, an https address, or the name that a board has at its service"
# A board may be called `acme.io`: only such an ending says that a file was meant.
_FILES = frozenset((".csv", ".gz", ".htm", ".html", ".json", ".tsv", ".txt", ".xml", ".yaml", ".yml", ".zip"))
_LATER = "try again later"
_LOOK = "look whether the address is right"
_CLOSED = "it lets nobody in who hasn't signed in: look whether the board is public"
_WHAT: Mapping[Cause, str] = {
    **dict.fromkeys((Cause.ADDRESS, Cause.REFUSED), "can't be asked"),
    **dict.fromkeys((Cause.SIZE, Cause.ANSWER, Cause.CERTIFICATE, Cause.REDIRECTS), "gave no answer to use"),
}
_HINTS: Mapping[Cause, str] = {
    Cause.ADDRESS: _LOOK,
    Cause.REFUSED: _LOOK,
    Cause.NO_HOST: _LOOK,
    Cause.REDIRECTS: _LOOK,
    Cause.CERTIFICATE: f"{_LOOK}; a certificate of your own goes into SSL_CERT_FILE",
    Cause.SIZE: "save it, and import it in parts",
}
Ask = Callable[[Request, Limits], Answer]


def source_bytes(source: str, address: str, piped: BinaryIO, ask: Ask) -> bytes:
    """What a file, what is piped in, or else the address says.

    An OpeningsError where it can't be had, isn't encrypted, or is too large.
    """
    if source == PIPED:
        return _within_limit(piped.read(LIMITS.size + 1), "what is piped in")
    file = Path(source)
    if "://" not in source and file.is_file():
        with file.open("rb") as opened:
            return _within_limit(opened.read(LIMITS.size + 1), f"`{source}`")
    if not address or ("://" not in source and file.suffix.lower() in _FILES):
        if file.is_dir():
            raise OpeningsError(f"`{source}` is a folder", "for files of postings: `openings import folder`")
        raise OpeningsError(f"there is no file `{source}`", _SOURCES)
    return _answer(address, ask)


def _within_limit(data: bytes, what: str) -> bytes:
    if len(data) <= LIMITS.size:
        return data
    raise OpeningsError(f"{what} has more than {LIMITS.size // 1_000_000} MB", "import it in parts", 1)


def _answer(address: str, ask: Ask) -> bytes:
    shown = _shown(address)
    if not address.lower().startswith("https://"):
        raise OpeningsError(f"`{shown}` isn't encrypted", "write an address that begins with `https://`")
    try:
        answer = ask(Request(address, headers={"accept": "application/json, text/csv"}), LIMITS)
    except FetchError as error:
        what = _WHAT.get(error.cause, "didn't answer")
        hint = _HINTS.get(error.cause, _LATER)
        raise OpeningsError(f"`{shown}` {what}: {error}", f"nothing was changed; {hint}", 1) from None
    if answer.status == 200:
        return answer.body
    hint = f"nothing was changed; {_hint(answer.status)}"
    raise OpeningsError(f"`{shown}` answered {answer.status}", hint, 1)


def _hint(status: int) -> str:
    """What to do about an answer that isn't the board's."""
    if status == 404:
        return "look whether the name is right"
    if status in (401, 403):
        return _CLOSED
    return _LATER if status in (408, 425, 429) or status >= 500 else _LOOK


def _shown(address: str) -> str:
    """The address without a password, and without what follows `?`, which may be a key."""
    return re.split(r"[?#]", without_credentials(address), maxsplit=1)[0]
