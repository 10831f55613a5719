"""The preview's script in a page, which stays the same otherwise."""

import re
from html import escape, unescape

from generator.preview.http.messages import PREVIEW
from generator.preview.http.policies import Ours
from generator.preview.site.files import File

_META = re.compile(rb"<meta\b[^<>]*>", re.IGNORECASE)
_IS_POLICY = re.compile(rb"http-equiv\s*=\s*[\"\']?\s*content-security-policy[\"\'\s>/]", re.IGNORECASE)
_CONTENT = re.compile(rb"""\bcontent\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
_END = re.compile(rb"</body\s*>", re.IGNORECASE)


def script_tag(digest: str, mark: str = "") -> str:
    """The element of the script that keeps a page as the site is; `mark` is one more attribute of it."""
    attributes = f"{mark} defer" if mark else "defer"
    return f'<script src="{PREVIEW}live.js?of={digest}" {attributes}></script>'


def injected(page: File, ours: Ours, header: str = "") -> bytes:
    """The page's bytes with the script before the last `</body>` or at the end, and policies for it.

    Where one of those lets the script through for its nonce, or the `header` that is sent does, it has that.
    """
    data = _META.sub(lambda found: _meta(found, ours), page.data)
    needs_nonce = ours.nonce in header or ours.nonce.encode() in data
    script = script_tag(page.digest, f'nonce="{ours.nonce}"' if needs_nonce else "").encode()
    ends = [found.start() for found in _END.finditer(data)]
    at = ends[-1] if ends else len(data)
    return data[:at] + script + data[at:]


def _meta(found: re.Match[bytes], ours: Ours) -> bytes:
    tag = found[0]
    is_policy = _IS_POLICY.search(tag)
    return _CONTENT.sub(lambda content: _content(content, ours), tag, count=1) if is_policy else tag


def _content(found: re.Match[bytes], ours: Ours) -> bytes:
    before = unescape(found[1][1:-1].decode("utf-8", "replace"))
    after = ours.allowed(before)
    if after == before:
        return found[0]
    start = found[0][: found.start(1) - found.start()]
    return start + b'"' + escape(after).encode() + b'"'
