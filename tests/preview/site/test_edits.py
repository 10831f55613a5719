"""Whatever is done to a site while the preview runs, it hands out what a build from nothing writes."""

import os

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from generator.build.options import Options
from generator.diagnostics.diagnostic import has_errors
from generator.preview.site.studio import Studio
from generator.preview.site.wish import Wish
from tests.build.incremental.site import WORDS, told
from tests.build.incremental.test_edits import Edits, stems
from tests.preview.site.asking import everything

_IS_DEEP = bool(os.environ.get("OPENINGS_TORTURE"))


class Saves(Edits):
    """A site that is edited, and looked at after each edit."""

    def __init__(self) -> None:
        super().__init__()
        self._studio = Studio(self._root, Options())

    def teardown(self) -> None:
        self._studio.close()
        super().teardown()

    @invariant()
    def incremental_equals_clean(self) -> None:
        self._studio.look()
        wish = Wish(self.folder.day, self.folder.drafts)
        edition = self._studio.edition(wish)
        report, files = self.folder.clean()
        assert edition
        if has_errors(report.diagnostics):
            assert has_errors(self._studio.problems(wish))
        else:
            assert everything(edition) == files
            assert self._studio.problems(wish) == tuple(told(report))
        assert not self.folder.output.exists()

    @rule(stem=stems, text=st.sampled_from(("Once more.", "Never more.")))
    def add_words_at_the_end(self, stem: str, text: str) -> None:
        path = self._root / f"content/postings/{stem}.md"
        if path.exists():
            path.write_text(f"{path.read_text('utf-8')}\n{WORDS}\n\n{text}\n", "utf-8")

    @rule(drafts=st.booleans())
    def ask_for_something_else(self, drafts: bool) -> None:
        self.folder.drafts = drafts


def test_preview_equals_clean_build_after_every_edit() -> None:
    examples, steps = (200, 40) if _IS_DEEP else (1, 12)
    profile = settings(max_examples=examples, stateful_step_count=steps, deadline=None, print_blob=True)
    run_state_machine_as_test(Saves, settings=profile)
