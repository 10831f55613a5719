"""site.yaml becomes the site's configuration."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import SplitResult, urlsplit

from generator.content.conflicts import conflicts
from generator.content.deployments import deployment_problems
from generator.content.documents import Parsed
from generator.content.findings import Origin
from generator.content.keys import table_for
from generator.content.records import read_record
from generator.content.source import decode
from generator.content.yaml.loader import WHOLE_FILE, load
from generator.diagnostics.codes import site as codes
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.site_config import Policies, SiteConfig
from generator.model.site_fields import SITE
from generator.model.vocabulary import POLICY

_TABLE = table_for(SITE)

# What stands in where they can't be read; nothing is published then.
_STAND_INS: Mapping[str, Any] = {
    "name": "",
    "url": "https://careers.example.com",
    "language": "en",
    "languages": (),
}
# What stands in for policies that can't be read: nothing is asked until one can tell what.
_NONE_ASKED = Policies(off=tuple(POLICY.words))


def parse_config(path: str, data: bytes) -> Parsed[SiteConfig]:
    """The configuration that the bytes of site.yaml say; `languages` always holds `language` first.

    With errors it still says what could be read, so that the files are judged together; None where
    nothing could.
    """
    source = decode(path, data)
    if isinstance(source, Diagnostic):
        return Parsed(None, (), (source,))
    if found := conflicts(source):
        return Parsed(None, (), found)
    mapping, problems = load(path, source.text, extent=WHOLE_FILE)
    if mapping is None:
        return Parsed(None, (), problems)
    record = read_record(mapping, _TABLE, Origin(path, "en", source.text, 1))
    problems = (
        *problems,
        *record.diagnostics,
        *_check_url(record.values, record.spans.at("url")),
        *deployment_problems(record.values.get("deploy", ()), record.spans),
    )
    unread = {"policies": _NONE_ASKED} if "policies" in record.spans else {}
    values = _completed({**_STAND_INS, **unread, **record.values})
    return Parsed(SiteConfig(spans=record.spans, **values), (), problems)


def _completed(values: Mapping[str, Any]) -> dict[str, Any]:
    language = values["language"]
    others = (tag for tag in dict.fromkeys(values["languages"]) if tag != language)
    url = _plain(urlsplit(values["url"]))
    return {**values, "url": url, "languages": (language, *others)}


def _plain(parts: SplitResult) -> str:
    """The address without what stands behind its path."""
    return f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/")


def _check_url(values: Mapping[str, Any], at: Span) -> Iterator[Diagnostic]:
    url = values.get("url", "")
    parts = urlsplit(url)
    if parts.query or parts.fragment or "?" in url or "#" in url:
        message = "the site's address has something behind its path"
        yield Diagnostic(codes.SITE_URL, message, f"write `url: {_plain(parts)}`", at)
