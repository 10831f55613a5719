"""The preview's script in a page, which stays the same otherwise."""

import re
from html import escape, unescape

from generator.preview.http.messages import PREVIEW
from generator.preview.http.policies import allowing
from generator.preview.site.files import File

SCRIPT_URL = f"{PREVIEW}live.js"

_META = re.compile(rb"<meta\b[^<>]*>", re.IGNORECASE)
_IS_POLICY = re.compile(rb"http-equiv\s*=\s*[\"\']?\s*content-security-policy[\"\'\s>/]", re.IGNORECASE)
_CONTENT = re.compile(rb"""\bcontent\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
_END = re.compile(rb"</body\s*>", re.IGNORECASE)


def injected(page: File) -> bytes:
    """The page's bytes with the script before the last `</body>` or at the end, and policies for it."""
    data = _META.sub(_meta, page.data)
    script = f'<script src="{SCRIPT_URL}?of={page.digest}" defer></script>'.encode()
    ends = [found.start() for found in _END.finditer(data)]
    at = ends[-1] if ends else len(data)
    return data[:at] + script + data[at:]


def _meta(found: re.Match[bytes]) -> bytes:
    tag = found[0]
    return _CONTENT.sub(_content, tag, count=1) if _IS_POLICY.search(tag) else tag


def _content(found: re.Match[bytes]) -> bytes:
    before = unescape(found[1][1:-1].decode("utf-8", "replace"))
    after = allowing(before)
    if after == before:
        return found[0]
    start = found[0][: found.start(1) - found.start()]
    return start + b'"' + escape(after).encode() + b'"'
