"""A Pelican plugin: similar jobs, and the filters of the templates."""

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped,import-not-found,unused-ignore]
from pelican import signals  # type: ignore[import-not-found,unused-ignore]

_TODAY = date(2026, 11, 20)
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


def _filters(generator: Any) -> None:
    snippets = sorted(Path(generator.settings["PATH"]).parent.glob("snippets/*.md"))
    generator.context["snippets"] = [markdown.markdown(path.read_text("utf-8")) for path in snippets]
    generator.env.filters.update(pay=pay, day=day, closes_soon=closes_soon, markdown=markdown.markdown)


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
