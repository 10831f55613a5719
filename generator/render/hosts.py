"""The files that static hosts read; docs/addresses.md says how, with sources."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.json import encode

from generator.pages.data_views import (
    AzureView,
    HeaderRule,
    HeadersView,
    HostRedirect,
    HostView,
    RedirectsView,
)


def host_file(view: HostView) -> bytes:
    """The bytes of the file."""
    match view:
        case RedirectsView():
            return _text(redirect_lines(view))
        case HeadersView():
            return _text(line for rule in view.rules for line in header_lines(rule))
        case AzureView():
            return _json(_azure(view))
    return _json(
        {
            "$schema": "https://openapi.vercel.sh/vercel.json",
            "trailingSlash": True,
            "headers": [
                {"source": rule.path, "headers": [{"key": k, "value": v} for k, v in rule.headers]}
                for rule in view.rules
            ],
            "redirects": [
                {"source": r.source, "destination": r.target, "statusCode": r.status} for r in view.redirects
            ],
        }
    )


def redirect_lines(view: RedirectsView) -> list[str]:
    """The lines of `_redirects`. What is gone comes last: Cloudflare skips those lines, but counts them."""
    mark = "!" if view.is_forced else ""
    lines = [f"{r.source} {r.target} {r.status}{mark}" for r in view.redirects]
    return lines + [f"{r.source} {r.target} {r.status}" for r in view.gone]


def header_lines(rule: HeaderRule) -> list[str]:
    """The lines of a rule of `_headers`."""
    return [rule.path, *(f"  {name}: {value}" for name, value in rule.headers)]


def _azure(view: AzureView) -> Mapping[str, Any]:
    headers = [{"route": rule.path, "headers": dict(rule.headers)} for rule in view.rules]
    return {
        "trailingSlash": "always",
        "routes": [*headers, *map(_route, view.redirects), *map(_gone_route, view.gone)],
        "responseOverrides": {"404": {"rewrite": view.not_found}},
        "globalHeaders": dict(view.headers),
    }


def _route(redirect: HostRedirect) -> Mapping[str, Any]:
    return {"route": redirect.source, "redirect": redirect.target, "statusCode": redirect.status}


def _gone_route(gone: HostRedirect) -> Mapping[str, Any]:
    return {"route": gone.source, "rewrite": gone.target, "statusCode": gone.status}


def _text(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _json(value: Mapping[str, Any]) -> bytes:
    return encode(value) + b"\n"
