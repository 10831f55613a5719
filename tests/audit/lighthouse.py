"""Lighthouse's scores of the pages that matter most: phone preset, the median of several runs."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from tests.audit.pages import AuditedPage
from tests.audit.rows import Row
from tests.audit.sites import AuditedSite
from tests.conftest import CHROMIUM_FLAGS, find_chromium
from tests.sample import ROOT

PROGRAM = ROOT / ".audit" / "node_modules" / "lighthouse" / "cli" / "index.js"
REPORTS = ROOT / ".audit" / "lighthouse"
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
_TYPES = ("home", "open posting", "category", "jobs")
_PATIENCE = 180

# A result of Lighthouse, as its JSON says it.
Result = Mapping[str, Any]


def lighthouse(site: AuditedSite) -> tuple[Row, ...]:
    """One row for each page and score."""
    pages = [page for type in _TYPES if (page := site.page(type))]
    return tuple(row for page in pages for row in _page_rows(site, page))


def score_rows(name: str, results: Sequence[Result], goals: Mapping[str, int]) -> Iterator[Row]:
    """Each score's median beside its goal; what kept it from 100 comes from the worst run."""
    for category, goal in goals.items():
        scores = [_score(result, category) for result in results]
        middle, worst = median(scores), results[scores.index(min(scores))]
        measured = f"{middle:g} ({' '.join(f'{score:g}' for score in sorted(scores))})"
        details = tuple(_failed(worst, category))
        yield Row(f"{name}: {category}", _goal(goal), measured, middle >= goal, details)


def _page_rows(site: AuditedSite, page: AuditedPage) -> Iterator[Row]:
    # A page that asks not to be found can't score by how well it is found.
    goals = GOALS if page.is_indexed else {name: goal for name, goal in GOALS.items() if name != "seo"}
    results = [_run(site.address + page.path) for _ in range(_runs())]
    REPORTS.mkdir(parents=True, exist_ok=True)
    for number, result in enumerate(results, 1):
        name = f"{site.name} {page.type} {number}".replace(" ", "-")
        (REPORTS / f"{name}.json").write_text(json.dumps(result), "utf-8")
    yield from score_rows(page.type, results, goals)


def _runs() -> int:
    """Five, as scores waver; OPENINGS_AUDIT_RUNS says fewer while somebody works on a page."""
    return int(os.environ.get("OPENINGS_AUDIT_RUNS", "5"))


def _run(address: str) -> Result:
    """One run in a process of its own, with a profile that is new and gone afterwards.

    A run that fails is a result too: one of five changes no median.
    """
    with TemporaryDirectory(prefix="lighthouse-") as folder:
        done = subprocess.run(
            (
                "node",
                str(PROGRAM),
                address,
                "--output=json",
                f"--output-path={folder}/result.json",
                f"--only-categories={','.join(GOALS)}",
                f"--chrome-flags={' '.join(('--headless=new', *CHROMIUM_FLAGS))}",
                "--no-enable-error-reporting",
                "--quiet",
            ),
            env={**os.environ, "CHROME_PATH": find_chromium() or "", "TMPDIR": folder},
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
        )
        if done.returncode:
            return {"failed": done.stderr[-500:]}
        result: Result = json.loads(Path(folder, "result.json").read_text("utf-8"))
        return result


def _goal(goal: int) -> str:
    return "100" if goal == 100 else f"≥ {goal}"


def _score(result: Result, category: str) -> float:
    """Out of 100; what could not be scored counts as nothing."""
    return 0 if "failed" in result else round(100 * (result["categories"][category]["score"] or 0))


def _failed(result: Result, category: str) -> Iterator[str]:
    """The audits that weigh and aren't perfect: id, share of its points, figure, elements."""
    if "failed" in result:
        yield f"a run failed: {result['failed']}"
        return
    for reference in result["categories"][category]["auditRefs"]:
        audit = result["audits"][reference["id"]]
        if reference["weight"] and audit["scoreDisplayMode"] != "notApplicable" and audit["score"] != 1:
            value = f" ({audit['displayValue']})" if audit.get("displayValue") else ""
            elements = ", ".join(_elements(audit))
            yield f"{audit['id']}: {audit['score']}{value}{': ' + elements if elements else ''}"


def _elements(audit: Mapping[str, Any]) -> Iterator[str]:
    """What the audit points at: elements by their selector, else addresses, else descriptions."""
    for item in (audit.get("details") or {}).get("items", [])[:5]:
        node = item.get("node") or {}
        source = item.get("sourceLocation") or {}  # an error in the console has its file here
        found = node.get("selector") or item.get("url") or source.get("url") or item.get("description")
        if found:
            yield str(found)
