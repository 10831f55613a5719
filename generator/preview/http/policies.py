"""What a Content-Security-Policy has to allow so that the preview's script can work (CSP Level 3)."""

from msgspec import Struct

from generator.preview.http.messages import PREVIEW

_SELF, _NONE, _DYNAMIC = "'self'", "'none'", "'strict-dynamic'"

# What the script needs, and the directives that decide it: the first that is there.
_NEEDS = (
    ("script-src", ("script-src-elem", "script-src", "default-src")),
    ("style-src", ("style-src-elem", "style-src", "default-src")),
    ("connect-src", ("connect-src", "default-src")),
)


class Ours(Struct, frozen=True):
    """What policies are made to let through: the preview's own folder, and the script with the nonce."""

    folder: str
    nonce: str

    def allowed(self, policy: str) -> str:
        """The policy, or policies with commas between them, that let the preview's own files through.

        Of the site, nothing comes through that didn't before. A policy that needs no more stays as it is.
        """
        return ",".join(map(self._allowed, policy.split(",")))

    def _allowed(self, policy: str) -> str:
        for need, deciding in _NEEDS:
            directives = _directives(policy)
            name = next((name for name in deciding if name in directives), "")
            missing = self._missing(need, directives[name]) if name else ""
            if not missing:
                continue
            sources = [source for source in directives[name] if source.lower() != _NONE]
            target = need if name == "default-src" else name
            directives[target] = [*sources, missing]
            policy = "; ".join(" ".join((name, *sources)) for name, sources in directives.items())
        return policy

    def _missing(self, need: str, sources: list[str]) -> str:
        """The source that isn't there yet; nothing where one lets our files through."""
        known = {source.lower() for source in sources}
        if need == "script-src" and _DYNAMIC in known:  # then addresses count for nothing
            nonce = f"'nonce-{self.nonce}'"
            return "" if nonce in sources else nonce
        return "" if known & {_SELF, "*", "http:", self.folder} else self.folder


def ours_at(host: str, nonce: str) -> Ours:
    """What is ours at a host as requests name it."""
    # Policies can't name IPv6 addresses: there, all of the host has to do.
    return Ours(_SELF if host.startswith("[") else f"http://{host.lower()}{PREVIEW}", nonce)


def _directives(policy: str) -> dict[str, list[str]]:
    """The directives by name; of two with one name the first counts."""
    found: dict[str, list[str]] = {}
    for words in (directive.split() for directive in policy.split(";")):
        if words:
            found.setdefault(words[0].lower(), words[1:])
    return found
