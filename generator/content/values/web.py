"""What scripts, browsers and checks are told: words to look for, parameters of addresses, hosts, data."""

import re

from msgspec.structs import replace

from generator.content.values.addresses import parse_url
from generator.content.values.problem import Problem
from generator.diagnostics.codes import values as codes

_PARAMETER = re.compile(r"[A-Za-z0-9_.-]+\*?")
_ORIGIN = re.compile(r"https://[^\s/?#;,'\"*]+")
_DATA_ATTRIBUTE = re.compile(r"([a-z][a-z0-9-]*)\s*=\s*(.*)")


def parse_synonyms(text: str, _language: str) -> tuple[str, ...] | Problem:
    """Words or short phrases that mean the same: two at the least, each once."""
    words = tuple(dict.fromkeys(word for part in text.split(",") if (word := " ".join(part.split()))))
    mute = next((word for word in words if not any(map(str.isalnum, word))), None)
    if mute is not None:
        hint = "leave it out: a search looks at letters and digits alone"
        return Problem(codes.SYNONYMS_ALONE, f"`{mute}` has no letter that somebody could search for", hint)
    if len(words) > 1:
        return words
    hint = "write them with commas between, such as `developer, engineer, programmer`"
    return Problem(codes.SYNONYMS_ALONE, f"`{text}` names no other word that means the same", hint)


def parse_wording(text: str, _language: str) -> tuple[str, ...]:
    """Phrases of which one has to appear."""
    phrases = (" ".join(part.split()) for part in text.split("|"))
    return tuple(dict.fromkeys(filter(None, phrases))) or (text,)


def parse_parameter(text: str, _language: str) -> str | Problem:
    """The name of a parameter of addresses; a star at its end stands for anything."""
    if _PARAMETER.fullmatch(text):
        return text
    hint = "write its name alone, such as `source`, or `utm_*` for all that begin so"
    return Problem(codes.PARAMETER_NAME, f"`{text}` isn't the name of a parameter", hint)


def parse_origin(text: str, language: str) -> str | Problem:
    """A host with its scheme, and nothing behind it."""
    bare = text.removesuffix("/")
    if _ORIGIN.fullmatch(bare):
        return bare
    found = parse_url(text, language)
    if isinstance(found, Problem) and found.value is None:
        return replace(found, instead=_host_of(found.instead))
    host = _host_of(text)
    if not host:
        return Problem(codes.ORIGIN, f"`{text}` isn't one host", "write it like `https://stats.example.com`")
    return Problem(codes.ORIGIN, f"`{text}` is more than a host with https", instead=host)


def _host_of(address: str) -> str:
    """The host of an address with https; empty where it has none."""
    found = _ORIGIN.match(re.sub("^http:", "https:", address))
    return found[0] if found else ""


def parse_data_attribute(text: str, _language: str) -> tuple[str, str] | Problem:
    """A name and its value, for a `data-` attribute of a script's tag."""
    found = _DATA_ATTRIBUTE.fullmatch(text)
    if found is not None:
        return found[1].removeprefix("data-"), found[2]
    hint = "write name, `=` and value, such as `domain=careers.example.com`"
    return Problem(codes.DATA_ATTRIBUTE, f"`{text}` isn't a name and its value", hint)
