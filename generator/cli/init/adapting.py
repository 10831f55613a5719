"""A file of the sample as if the new site's company had just written it."""

import posixpath
import re
from collections.abc import Container
from datetime import date, timedelta

from generator.cli.init.choice import ARTICLES, POSTINGS, Days
from generator.content.keys import Table, table_for
from generator.content.writing.front_matter_edit import read_front_matter, remove_field, set_field
from generator.content.yaml.nodes import ListNode, TextNode
from generator.model.files import ARTICLE, POSTING, SITE_FILE, STATIC_FOLDER, kind_of

_SAMPLE_YEAR = 2026  # the year in which the sample's texts are set
_YEAR = re.compile(r"\b202[67]\b")
_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\(([^)\s:]+\.md)(?:#[^)\s]*)?\)")
_SCHEMA_LINE = "# yaml-language-server: $schema=../schemas/site.schema.json\n"


def adapted(path: str, data: bytes, chosen: Container[str], today: date) -> bytes:
    """The file without links to what isn't chosen, its days counted from today."""
    if path.startswith(f"{STATIC_FOLDER}/"):
        return data
    text = _YEAR.sub(lambda year: str(int(year[0]) + today.year - _SAMPLE_YEAR), data.decode())
    if path == SITE_FILE:
        return (_SCHEMA_LINE + text).encode()
    data = _LINK.sub(lambda link: _kept(link, path, chosen), text).encode()
    stem = posixpath.basename(path).removesuffix(".md")
    kind = kind_of(path)
    if kind is POSTING:
        return _posting(path, data, POSTINGS[stem], today)
    return _article(path, data, today + timedelta(ARTICLES[stem])) if kind is ARTICLE else data


def _kept(link: re.Match[str], path: str, chosen: Container[str]) -> str:
    """The link, or just its words where it leads to a file that isn't taken."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link[2]))
    return link[0] if target in chosen else link[1]


def _article(path: str, data: bytes, day: date) -> bytes:
    table = table_for(ARTICLE.fields)
    return _only_known(path, set_field(path, data, table, "date", day.isoformat(), ()), table, "jobs")


def _posting(path: str, data: bytes, days: Days, today: date) -> bytes:
    table = table_for(POSTING.fields)
    for name in ("updated", "opens", "closes"):
        data = remove_field(path, data, table, name)
    for name, offset in (("posted", days.posted), ("opens", days.opens), ("closes", days.closes)):
        if offset is not None:
            day = (today + timedelta(offset)).isoformat()
            data = set_field(path, data, table, name, day, ("opens", "posted"))
    return _only_known(path, data, table, "related")


def _only_known(path: str, data: bytes, table: Table, name: str) -> bytes:
    """The file with only those postings in a list that are taken."""
    entry = read_front_matter(path, data, table).find(name)
    if entry is None or not isinstance(entry.value, ListNode):
        return data
    stems = [item.text for item in entry.value.items if isinstance(item, TextNode)]
    known = [stem for stem in stems if stem in POSTINGS]
    data = remove_field(path, data, table, name)
    return set_field(path, data, table, name, f"[{', '.join(known)}]", ()) if known else data
