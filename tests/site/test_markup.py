"""Every page of the sample is valid HTML by the Nu checker."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.java
def test_every_page_is_valid_html(nu_checker: tuple[str, ...], sample_folder: Path) -> None:
    command = (*nu_checker, "--skip-non-html", "--format", "json", str(sample_folder))
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(result.stderr)["messages"]
    told = (m for m in messages if not _is_of_no_host(m["message"]) and not _is_of_data(m))
    found = {f"{Path(m.get('url', '')).parent.name}: {m['message']}" for m in told}
    assert not found, "\n".join(sorted(found)[:20])


def _is_of_no_host(message: str) -> bool:
    """A file has no host: the checker takes the site's own for another's. Browsers judge that themselves."""
    return message.startswith("Resource violates Content Security Policy (meta tag)") and "“/" in message


def _is_of_data(message: dict[str, Any]) -> bool:
    """The checker takes a block of data for a script that the policy forbids. Browsers see its type first.

    HTML, "prepare the script element": what is no script is left alone before any policy is asked.
    """
    extract = str(message.get("extract", ""))
    is_refused = message["message"].startswith("Inline script violates Content Security Policy (meta tag)")
    return is_refused and '<script type="application/ld+json">' in extract


@pytest.mark.java
def test_the_checker_does_find_mistakes(nu_checker: tuple[str, ...], tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text("<!doctype html><html lang=en><title>x</title><p><div></p>", encoding="utf-8")
    result = subprocess.run(
        (*nu_checker, "--format", "json", str(page)), capture_output=True, text=True, check=False
    )
    assert json.loads(result.stderr)["messages"]
