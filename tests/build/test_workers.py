"""Builds whose work is shared: the same files, however the workers begin."""

from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from generator.build import modelling, pool
from generator.build.store.cache import Cache
from tests.build.incremental.site import make_folder


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_workers_make_the_files_that_one_process_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share_all_work: None, start: str
) -> None:
    monkeypatch.setattr(pool, "_context", lambda: get_context(start))
    folder = make_folder(tmp_path)
    folder.assert_clean(folder.build())
    folder.change("postings/tea-taster.md", "title: ", "title: Senior ")
    folder.assert_clean(folder.build())
    template = folder.theme("templates/job.html")
    template.write_text(template.read_text("utf-8") + "<!-- another -->\n", "utf-8")
    folder.assert_clean(folder.build())


def test_bodies_are_read_while_views_are_written_down(tmp_path: Path, share_all_work: None) -> None:
    folder = make_folder(tmp_path)
    for number in range(120):
        text = folder.read("postings/tea-taster.md").replace("title: ", f"title: Number {number} ")
        folder.write(f"postings/number-{number}.md", text)
    report = folder.build()
    assert report.written
    assert report.written.written > 120
    folder.assert_clean(report)


def test_cache_is_closed_before_workers_that_open_it_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share_all_work: None
) -> None:
    events: list[str] = []
    monkeypatch.setattr(Cache, "_open", _noting(events, "open", Cache._open))
    monkeypatch.setattr(Cache, "close", _noting(events, "close", Cache.close))
    monkeypatch.setattr(modelling, "in_order", _noting(events, "workers", pool.in_order))
    folder = make_folder(tmp_path)
    folder.build()
    template = folder.theme("templates/job.html")
    template.write_text(template.read_text("utf-8") + "<!-- another -->\n", "utf-8")
    folder.build()
    before = [events[i - 1] for i, event in enumerate(events) if event == "workers"]
    assert before == ["close", "close"]


def _noting(events: list[str], event: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def noted(*args: Any) -> Any:
        events.append(event)
        return call(*args)

    return noted
