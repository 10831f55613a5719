"""`/jobs/index.json`: the search index by columns, which compress to a fraction of what objects take.

docs/search.md says what every column holds; `VERSION` counts up when one changes its meaning.
"""

import re

from msgspec.json import encode

from generator.pages.data_views import SearchIndexView, SearchJob, SearchNode

VERSION = 1


def search_index(view: SearchIndexView) -> bytes:
    """The open jobs and the tables that their codes point into."""
    index = {
        "version": VERSION,
        "language": view.language,
        "time_zone": view.time_zone,
        "closing_soon": view.closing_soon,
        "jobs_url": view.jobs_url,
        "categories": _nodes(view.categories),
        "places": _places(view.places),
        "remote": view.remote,
        "remote_from": _places(view.remote_from),
        "employment": view.employment,
        "levels": view.levels,
        "salaries": {
            "amounts": [salary.amount for salary in view.salaries],
            "periods": [salary.per for salary in view.salaries],
        },
        "skills": view.skills,
        "closing_days": {
            "dates": [day.iso for day in view.closing_days],
            "texts": [day.text for day in view.closing_days],
        },
        "synonyms": view.synonyms,
        "jobs": _columns(view.jobs),
    }
    return encode(index) + b"\n"


def _nodes(nodes: tuple[SearchNode, ...]) -> dict[str, list[str]]:
    return {"names": [node.name for node in nodes], "paths": [node.path for node in nodes]}


def _places(nodes: tuple[SearchNode, ...]) -> dict[str, list[str]]:
    return {**_nodes(nodes), "other_names": [" ".join(node.other_names) for node in nodes]}


def _columns(jobs: tuple[SearchJob, ...]) -> dict[str, list[object]]:
    columns = {name: [getattr(job, name) for job in jobs] for name in SearchJob.__struct_fields__}
    return {**columns, "slug": [_short(job.slug, job.title) for job in jobs]}


def _short(slug: str, title: str) -> str:
    """The slug, or a tilde and what is left of it after the title's own: a fifth of the index is saved."""
    begin = re.sub(r"[^a-z0-9]+", "-", title.lower())
    return f"~{slug.removeprefix(begin)}" if slug.startswith(begin) else slug
