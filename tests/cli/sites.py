"""A small site for the commands: four postings, two offices, two categories."""

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from generator.build.source.shipped import shipped_folder

DAY = "2026-03-16"

CONFIG = """name: Acme
url: https://careers.acme.example
time_zone: Europe/Stockholm
lifecycle: {stale_after: 999 days}
"""
POSTINGS = {
    "data-engineer": "category: Engineering / Data\nlocation: Stockholm\nposted: 2026-03-02\n",
    "cook": "category: Kitchen\nlocation: Oslo, Norway\nposted: 2026-02-02\ncloses: 2026-03-20\n",
    "writer": "category: Kitchen\nremote: yes\nremote_from: anywhere\nposted: 2026-03-10\nstatus: draft\n",
    "baker": "category: Kitchen\nlocation: Stockholm\nposted: 2025-01-02\n",
}

_MORE = "We say what the work is, whom it is done with, and what somebody should bring along to do it well."


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


def write_site(folder: Path) -> None:
    """The files of the small site."""
    write(folder, "content/site.yaml", CONFIG)
    write(
        folder,
        "content/locations/stockholm.md",
        "---\ntitle: Stockholm\nplace: Stockholm, Sweden\n---\nOld.\n",
    )
    write(folder, "content/categories/kitchen.md", "---\ntitle: Kitchen\n---\nWarm.\n")
    for stem, fields in POSTINGS.items():
        title = stem.replace("-", " ").capitalize()
        fields += "apply: jobs@acme.example\nsalary: EUR 40000 - 50000 per year\n"
        text = f"---\ntitle: {title}\n{fields}---\n\n{title}? Work with us. {_MORE}\n"
        write(folder, f"content/postings/{stem}.md", text)


def write(folder: Path, path: str, text: str) -> None:
    """One file with its folders."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def break_posting(folder: Path) -> None:
    """A mistyped field."""
    file = folder / "content/postings/cook.md"
    file.write_text(file.read_text("utf-8").replace("category:", "sumary: Hot\ncategory:"), "utf-8")


def forget_the_heading(folder: Path) -> None:
    """A theme whose page for what isn't found lacks its `h1`."""
    write(folder, "content/site.yaml", f"{CONFIG}theme: own\n")
    copytree(shipped_folder("themes") / "default", folder / "themes/own")
    template = folder / "themes/own/templates/404.html"
    text = template.read_text("utf-8")
    template.write_text(text.replace("<h1", "<p").replace("</h1>", "</p>"), "utf-8")
