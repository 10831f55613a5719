"""What a Content-Security-Policy has to allow so that the preview's script can work (CSP Level 3)."""

_SELF, _NONE = "'self'", "'none'"
# Any of these lets files of our own through.
_ENOUGH = frozenset({_SELF, "*", "http:"})

# What the script needs, and the directives that decide it: the first that is there.
_NEEDS = (
    ("script-src", ("script-src-elem", "script-src", "default-src")),
    ("style-src", ("style-src-elem", "style-src", "default-src")),
    ("connect-src", ("connect-src", "default-src")),
)


def allowing(policy: str) -> str:
    """The policy, or policies with commas between them, that let own scripts, styles and connections through.

    One that does already stays as it is. With `'strict-dynamic'` or `sandbox` in it, the script stays out.
    """
    return ",".join(map(_allowing, policy.split(",")))


def _allowing(policy: str) -> str:
    for need, deciding in _NEEDS:
        directives = _directives(policy)
        name = next((name for name in deciding if name in directives), "")
        if not name or _ENOUGH & {source.lower() for source in directives[name]}:
            continue
        sources = [source for source in directives[name] if source.lower() != _NONE]
        target = need if name == "default-src" else name
        directives[target] = [*sources, _SELF]
        policy = "; ".join(" ".join((name, *sources)) for name, sources in directives.items())
    return policy


def _directives(policy: str) -> dict[str, list[str]]:
    """The directives by name; of two with one name the first counts."""
    found: dict[str, list[str]] = {}
    for words in (directive.split() for directive in policy.split(";")):
        if words:
            found.setdefault(words[0].lower(), words[1:])
    return found
