"""A Pelican plugin: similar jobs, and the filters of the templates."""

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped,import-not-found,unused-ignore]
from pelican import signals  # type: ignore[import-not-found,unused-ignore]

_TODAY = date(2026, 11, 20)
_ADDRESS = "https://careers.quillmere.example"
_COMPANY = "https://www.quillmere.example"
_TYPES = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "internship": "INTERN",
    "contract": "CONTRACTOR",
    "temporary": "TEMPORARY",
}
_SIGNS = {"EUR": "€", "GBP": "£", "USD": "US$", "CAD": "CA$", "JPY": "JP¥", "NZD": "NZ$"}


def pay(salary: str) -> str:
    """A salary such as `EUR 52000 61000 year` in words."""
    currency, low, high, per = salary.split()
    amount = f"{int(low):,}" if low == high else f"{int(low):,}–{int(high):,}"
    return f"{_SIGNS.get(currency, f'{currency} ')}{amount} {'an' if per == 'hour' else 'a'} {per}"


def day(text: str) -> str:
    """An ISO date in words."""
    return date.fromisoformat(text).strftime("%-d %B %Y")


def closes_soon(text: str) -> bool:
    """Whether a closing day is within a week."""
    return date.fromisoformat(text) - _TODAY <= timedelta(days=7)


def markup(job: Any, shared: str, leaf: Any, top: Any, nodes: dict[str, Any]) -> list[dict[str, Any]]:
    """A posting for search engines: Google's JobPosting, and where it stands; `shared` are its snippets."""
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": job.title,
        "description": f"{job.content}{shared}",
        "datePosted": job.date.date().isoformat(),
        "employmentType": _TYPES[job.employment],
        "hiringOrganization": {"@type": "Organization", "name": "Quillmere", "sameAs": _COMPANY},
        "jobLocation": [_place(nodes[f"locations/{slug}"], nodes) for slug in job.cities.split()],
        "identifier": {"@type": "PropertyValue", "name": "Quillmere", "value": job.requisition},
        "experienceRequirements": {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": int(job.experience),
        },
    }
    if hasattr(job, "closes"):
        made["validThrough"] = f"{job.closes}T23:59:59+01:00"
    if hasattr(job, "remote_from"):
        made["jobLocationType"] = "TELECOMMUTE"
        made["applicantLocationRequirements"] = {"@type": "Country", "name": job.remote_from}
    if hasattr(job, "salary"):
        made["baseSalary"] = _base_salary(job.salary)
    path = (
        ("jobs/", "Jobs"),
        (f"{leaf['parent']}/", top["title"]),
        (f"{job.leaf}/", leaf["title"]),
        (job.url, job.title),
    )
    return [made, _crumbs(path)]


def _place(city: Any, nodes: dict[str, Any]) -> dict[str, Any]:
    address = {"addressLocality": city["title"], "addressCountry": nodes[city["parent"]]["title"]}
    return {"@type": "Place", "address": {"@type": "PostalAddress", **address}}


def _base_salary(salary: str) -> dict[str, Any]:
    currency, low, high, per = salary.split()
    figures = {"minValue": int(low), "maxValue": int(high), "unitText": per.upper()}
    value = {"@type": "QuantitativeValue", **figures}
    return {"@type": "MonetaryAmount", "currency": currency, "value": value}


def _crumbs(path: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": f"{_ADDRESS}/{url}"}
        for number, (url, name) in enumerate(path, 1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}


def _filters(generator: Any) -> None:
    snippets = sorted(Path(generator.settings["PATH"]).parent.glob("snippets/*.md"))
    generator.context["snippets"] = [markdown.markdown(path.read_text("utf-8")) for path in snippets]
    generator.env.filters.update(pay=pay, day=day, closes_soon=closes_soon, markdown=markdown.markdown)
    generator.env.filters["markup"] = markup


def _similar(generator: Any) -> None:
    """Gives each job the five nearest of its category: of its team, then its place, then the newest."""
    groups: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for job in generator.articles:
        for key in ((job.leaf,), (job.leaf, job.team), (job.leaf, job.cities)):
            if len(groups[key]) < 6:
                groups[key].append(job)
    for job in (*generator.articles, *generator.hidden_articles):
        near = (groups[job.leaf, job.team], groups[job.leaf, job.cities], groups[job.leaf,])
        job.similar = list(dict.fromkeys(other for group in near for other in group if other is not job))[:5]


def _nodes(generator: Any) -> None:
    """Says how many jobs each node has, and which nodes lie below it."""
    counts = {tag.slug: len(jobs) for tag, jobs in generator.tags.items()}
    below = defaultdict(list)
    for path, node in generator.settings["NODES"].items():
        below[node["parent"]].append(path)
    generator.context.update(counts=defaultdict(int, counts), below=below)


def register() -> None:
    """Pelican's entry point."""
    signals.generator_init.connect(_filters)
    signals.article_generator_finalized.connect(_similar)
    signals.article_generator_finalized.connect(_nodes)
