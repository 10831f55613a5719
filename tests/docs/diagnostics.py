"""docs/diagnostics.md: every problem that Openings reports, from the codes themselves."""

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Severity

_INTRODUCTION = """# Problems and how to mend them

Every message of Openings carries a code, such as `FM002`, and a name, such as `unknown-field`. Look for
either on this page, or ask in a terminal: `openings explain FM002`. This page is made from the codes
themselves (`make docs`).

How much a problem weighs:

- **error**: nothing is published until it is mended;
- **warning**: the site is published, but something on it is most likely wrong; with `--strict`, a warning
  counts as an error;
- **notice**: good to know.
"""

_WEIGHTS: Mapping[Severity, str] = {
    Severity.ERROR: "**Error.** Nothing is published until it is mended.",
    Severity.WARNING: "**Warning.** The site is published all the same.",
    Severity.NOTICE: "**Notice.** Good to know.",
}


def diagnostics_page() -> str:
    """The whole of docs/diagnostics.md."""
    grouped = _by_family()
    contents = "\n\n".join(_contents(prefix, members) for prefix, members in grouped.items())
    sections = "\n\n".join(_family(prefix, members) for prefix, members in grouped.items())
    return f"{_INTRODUCTION}\n{contents}\n\n{sections}\n"


def families() -> dict[str, str]:
    """What each family of codes is about, by the two letters its codes begin with."""
    texts = (module.__doc__ or "" for module in vars(codes).values() if isinstance(module, ModuleType))
    return {prefix: about.strip() for prefix, _, about in (text.partition(":") for text in texts) if about}


def written_codes() -> list[Code]:
    """Every code that a module of the package makes, whether or not `codes.ALL` can hold it."""
    modules = (import_module(f"{codes.__name__}.{found.name}") for found in iter_modules(codes.__path__))
    return [value for module in modules for value in vars(module).values() if isinstance(value, Code)]


def _by_family() -> dict[str, list[Code]]:
    grouped: dict[str, list[Code]] = {}
    for code in codes.ALL.values():
        grouped.setdefault(code.code[:2], []).append(code)
    return grouped


def _contents(prefix: str, members: list[Code]) -> str:
    lines = [f"- [{code.code} {code.name}](#{_anchor(code)}), {code.severity}" for code in members]
    return "\n".join([f"**{prefix}**: {families()[prefix]}", "", *lines])


def _family(prefix: str, members: list[Code]) -> str:
    sections = [_section(code) for code in members]
    return "\n\n".join(["---", f"*{prefix}: {families()[prefix]}*", *sections])


def _section(code: Code) -> str:
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(_fenced(code.explanation))).strip()
    return f"## {_heading(code)}\n\n{_WEIGHTS[code.severity]}\n\n{text}"


def _fenced(explanation: str) -> Iterator[str]:
    """The explanation with its indented examples as fenced ones, which no paragraph can swallow."""
    example: list[str] = []
    for line in (*explanation.splitlines(), None):
        if example and line is not None and (line.startswith("    ") or not line):
            example.append(line[4:])
        elif line is not None and line.startswith("    "):
            example = ["", "```text", line[4:]]
        else:
            yield from _closed(example)
            example = []
            if line is not None:
                yield line


def _closed(example: list[str]) -> Iterator[str]:
    if not example:
        return
    while not example[-1]:
        example.pop()
    yield from (*example, "```", "")


def _heading(code: Code) -> str:
    return f"{code.code} {code.name}"


def _anchor(code: Code) -> str:
    return _heading(code).lower().replace(" ", "-")
