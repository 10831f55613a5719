"""A new site's files: a smaller choice from the sample, as if its company had just posted the jobs."""

import json
import posixpath
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.cli.front_matter_edit import read_front_matter, remove_field, set_field
from generator.cli.schemas import KINDS, schema_text
from generator.content.keys import Table, table_for
from generator.content.yaml.nodes import Sequence as SequenceNode
from generator.content.yaml.nodes import Text
from generator.model.fields import ARTICLE, POSTING
from generator.model.kinds import Field


@dataclass(frozen=True, slots=True)
class Days:
    """When something happens, in days from the first day of the new site."""

    posted: int
    opens: int | None = None
    closes: int | None = None


# One job closes within the week, one opens in a month, one can be done from anywhere.
POSTINGS: Mapping[str, Days] = {
    "senior-backend-engineer-playback": Days(-12),
    "site-reliability-engineer": Days(-21),
    "mobile-engineer-accessibility": Days(-6),
    "senior-product-designer-listener-controls": Days(-9),
    "motion-designer": Days(-24, closes=5),
    "curator-afrobeats-and-alte": Days(-3),
    "front-of-house-coordinator": Days(-15),
    "it-support-apprentice": Days(-5, closes=120),
    "data-science-intern": Days(-2, opens=30),
}
ARTICLES: Mapping[str, int] = {"how-lagos-got-its-studio": -40, "the-record-shop-test": -75}
OTHERS = (
    "site.yaml",
    "categories/design-research.md",
    "categories/engineering-it.md",
    "categories/engineering-it/software-engineering.md",
    "categories/music-editorial.md",
    "categories/music-editorial/curation.md",
    "locations/lagos.md",
    "locations/london.md",
    "locations/new-york.md",
    "locations/stockholm.md",
    "pages/how-we-hire.md",
    "pages/privacy.md",
    "pages/students.md",
    "snippets/benefits.md",
    "snippets/early-careers.md",
    "snippets/equal-opportunity.md",
    "snippets/portfolio.md",
    "snippets/relocation.md",
    "static/logo.svg",
)
# Below content/ in the sample, and the same in the new site.
CHOSEN = (
    *(f"postings/{stem}.md" for stem in POSTINGS),
    *(f"articles/{stem}.md" for stem in ARTICLES),
    *OTHERS,
)

_SAMPLE_YEAR = 2026  # the year in which the sample's texts are set
_YEAR = re.compile(r"\b202[67]\b")
_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\(([^)\s:]+\.md)(?:#[^)\s]*)?\)")
_PICTURE = re.compile(r"^image: *(\S+) *$", re.MULTILINE)
_SCHEMA_LINE = "# yaml-language-server: $schema=../schemas/site.schema.json\n"
_WITH_VALUE = ("title", "category", "location", "remote", "employment", "salary", "posted", "apply")

_README = """# Our careers site

Each file in `content/postings/` is a job. `content/site.yaml` holds the site's name and settings; the
company in it is invented, so begin there.

    openings new posting     add a job; it asks for what it needs
    openings check           say what is wrong, line by line
    openings build           write the site to output/
    openings list            all jobs and where they stand
    openings close NAME      mark a job as filled

`posting-template.md` shows every field a posting can have. The files in `schemas/` let editors complete
and check the fields of `site.yaml` while you type.
"""
_IGNORED = "/output/\n/.openings/\n"


def pictures(texts: Iterable[bytes]) -> tuple[str, ...]:
    """The pictures that files name in their front matter, below content/."""
    found = {name for text in texts for name in _PICTURE.findall(text.decode())}
    return tuple(f"static/{name}" for name in sorted(found))


def scaffold(sample: Mapping[str, bytes], today: date) -> dict[str, bytes]:
    """All files of a new site by path; `sample` holds the chosen files by their path below content/."""
    files = {f"content/{path}": _adapted(path, data, sample, today) for path, data in sample.items()}
    files |= {f"schemas/{kind}.schema.json": schema_text(kind).encode() for kind in KINDS}
    files["posting-template.md"] = template(today).encode()
    files["README.md"] = _README.encode()
    files[".gitignore"] = _IGNORED.encode()
    files[".vscode/settings.json"] = _editor_settings().encode()
    return dict(sorted(files.items()))


def _adapted(path: str, data: bytes, sample: Mapping[str, bytes], today: date) -> bytes:
    """A file of the sample without links to what isn't there, its days counted from today."""
    if path.startswith("static/"):
        return data
    text = _YEAR.sub(lambda year: str(int(year[0]) + today.year - _SAMPLE_YEAR), data.decode())
    if path == "site.yaml":
        return (_SCHEMA_LINE + text).encode()
    data = _LINK.sub(lambda link: _kept(link, path, sample), text).encode()
    stem = posixpath.basename(path).removesuffix(".md")
    if path.startswith("postings/"):
        return _posting(path, data, POSTINGS[stem], today)
    if path.startswith("articles/"):
        day = today + timedelta(ARTICLES[stem])
        table = table_for(ARTICLE)
        return _only_known(path, set_field(path, data, table, "date", day.isoformat(), ()), table, "jobs")
    return data


def _kept(link: re.Match[str], path: str, sample: Mapping[str, bytes]) -> str:
    """The link, or just its words where it leads to a file that isn't taken."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link[2]))
    return link[0] if target in sample else link[1]


def _posting(path: str, data: bytes, days: Days, today: date) -> bytes:
    table = table_for(POSTING)
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
    if entry is None or not isinstance(entry.value, SequenceNode):
        return data
    stems = [item.text for item in entry.value.items if isinstance(item, Text)]
    known = [stem for stem in stems if stem in POSTINGS]
    data = remove_field(path, data, table, name)
    return set_field(path, data, table, name, f"[{', '.join(known)}]", ()) if known else data


def template(today: date) -> str:
    """A posting in which every field is explained; those that it can do without are commented out."""
    head = "# Copy this file to content/postings/ under a name of your own, such as data-engineer.md. The\n"
    head += "# name becomes the page's address. Take the # away in front of a field that you want.\n"
    return f"---\n{head}\n{''.join(_explained(field, today) for field in _ordered(POSTING))}---\n\n" + (
        "Say here in your own words what the job is.\n\n## What you will do\n\n- A task\n- Another one\n"
    )


def _ordered(table: Sequence[Field]) -> list[Field]:
    """The fields that are filled in, then the others."""
    return sorted(table, key=lambda field: field.name not in _WITH_VALUE)


def _explained(field: Field, today: date) -> str:
    lines = textwrap.wrap(field.doc, 96, initial_indent="# ", subsequent_indent="# ")
    example = today.isoformat() if field.name == "posted" else field.example
    mark = "" if field.name in _WITH_VALUE else "# "
    return "".join(f"{line}\n" for line in (*lines, f"{mark}{field.name}: {example}", ""))


def _editor_settings() -> str:
    """Which schema belongs to which files, for editors on VS Code's YAML server."""
    folders = {
        "posting": "postings",
        "category": "categories",
        "location": "locations",
        "article": "articles",
        "page": "pages",
        "snippet": "snippets",
    }
    schemas = {"./schemas/site.schema.json": "content/site.yaml"}
    schemas |= {
        f"./schemas/{kind}.schema.json": f"content/{folder}/**/*.md" for kind, folder in folders.items()
    }
    return json.dumps({"yaml.schemas": schemas}, indent=2) + "\n"
