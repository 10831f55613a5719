"""site.yaml becomes the site's configuration."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from generator.content.documents import Parsed
from generator.content.findings import Origin
from generator.content.keys import table_for
from generator.content.records import read_record
from generator.content.source import decode
from generator.content.yaml.loader import load
from generator.diagnostics.codes import site as codes
from generator.diagnostics.diagnostic import Diagnostic, Span, has_errors
from generator.model.site_config import SiteConfig
from generator.model.site_fields import SITE

_TABLE = table_for(SITE)


def parse_config(path: str, data: bytes) -> Parsed[SiteConfig]:
    """The configuration that the bytes of site.yaml say; `languages` always holds `language` first."""
    source = decode(path, data)
    if isinstance(source, Diagnostic):
        return Parsed(None, (), (source,))
    mapping, problems = load(path, source.text)
    if mapping is None:
        return Parsed(None, (), problems)
    record = read_record(mapping, _TABLE, Origin(path, "en", source.text, 1))
    problems = (*problems, *record.diagnostics, *_check_url(record.values, record.spans.at("url")))
    if has_errors(problems):
        return Parsed(None, (), problems)
    return Parsed(SiteConfig(spans=record.spans, **_completed(record.values)), (), problems)


def _completed(values: Mapping[str, Any]) -> dict[str, Any]:
    language = values["language"]
    others = (tag for tag in dict.fromkeys(values["languages"]) if tag != language)
    return {**values, "url": values["url"].rstrip("/"), "languages": (language, *others)}


def _check_url(values: Mapping[str, Any], at: Span) -> Iterator[Diagnostic]:
    url = values.get("url", "")
    parts = urlsplit(url)
    if parts.query or parts.fragment or "?" in url or "#" in url:
        plain = f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/")
        message = "the site's address has something behind its path"
        yield Diagnostic(codes.SITE_URL, message, f"write `url: {plain}`", at)
