"""What docs/branding.md, docs/privacy.md and docs/addresses.md promise holds in the theme that ships."""

import re

from generator.content.site_config import parse_config
from tests.content.builders import shown
from tests.docs.pages import blocks, read
from tests.sample import ROOT

STYLES = (ROOT / "themes/default/assets/site.css").read_text("utf-8")


def test_every_promised_property_is_set_by_the_theme() -> None:
    table = read("branding.md").partition("| Property |")[2]
    named = {name for line in table.splitlines() if line.startswith("| `--") for name in _names(line)}
    assert len(named) > 20
    assert {name for name in named if f"{name}:" not in STYLES} == set()


def _names(line: str) -> list[str]:
    """The properties in a row's first column; `--s1` … `--s24` stands for those between as well."""
    first = line.split("|")[1]
    names = re.findall(r"`(--[\w-]+)`", first)
    if "…" not in first:
        return names
    stem = names[0].rstrip("0123456789")
    return sorted(set(re.findall(rf"({stem}\d+):", STYLES)))


def test_examples_of_site_yaml_are_right() -> None:
    least = "name: Example\nurl: https://careers.example.com\n"
    for page in ("branding.md", "privacy.md", "addresses.md"):
        for block in blocks(read(page)):
            if block.language == "yaml":
                text = (
                    block.text
                    if "name: Example" not in block.text
                    else block.text.replace("name: Example\n", "")
                )
                found = parse_config("content/site.yaml", (least + text).encode())
                assert shown(found.diagnostics) == []
