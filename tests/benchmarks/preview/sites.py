"""One generator's site on disk, edited file by file while its preview runs."""

import shutil
from pathlib import Path
from time import perf_counter

from tests.benchmarks import edits
from tests.benchmarks.corpus.records import Corpus
from tests.benchmarks.preview.servers import Serve
from tests.benchmarks.sites.files import write_changes
from tests.benchmarks.tools import Tool


class Site:
    """A site, and what previews it."""

    def __init__(self, tool: Tool, serve: Serve, corpus: Corpus, folder: Path) -> None:
        self.name, self.serve, self.folder = tool.name, serve, folder
        self._files, self._cache = tool.files, tool.cache
        self._corpus = corpus
        self._texts = tool.files(corpus)
        write_changes({}, {**self._texts, **tool.theme()}, folder)

    @property
    def has_cache(self) -> bool:
        """Whether a second start has an easier life than the first."""
        return bool(self._cache)

    def forget(self) -> None:
        """Throws away what the generator kept of former runs."""
        if self._cache:
            shutil.rmtree(self.folder / self._cache, ignore_errors=True)

    def edit(self, edit: edits.Edit, number: int) -> tuple[edits.Sign, dict[str, str]]:
        """What to look for after an edit, and the texts of the files that it changes, not yet written."""
        self._corpus, sign = edit(self._corpus, number)
        before, self._texts = self._texts, self._files(self._corpus)
        return sign, {path: text for path, text in self._texts.items() if before.get(path) != text}

    def save(self, texts: dict[str, str]) -> float:
        """Writes files as an editor does, and says at what time."""
        moment = perf_counter()
        for path, text in texts.items():
            (self.folder / path).write_text(text, "utf-8")
        return moment
