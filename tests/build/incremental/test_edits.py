"""Whatever is done to a site between two builds, the second leaves what a build from nothing makes."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from generator.diagnostics.diagnostic import has_errors
from tests.build.incremental import fonts
from tests.build.incremental.site import BOARDS, CARDS, CONFIG, DAY, FILES, SVG, Folder, make_folder, posting

_IS_DEEP = bool(os.environ.get("OPENINGS_TORTURE"))
_STEMS = (*(path.removeprefix("postings/").removesuffix(".md") for path in FILES), "new-one", "new-two")
_TITLES = ("Tea taster", "Tea buyer", "Head of tea & talk", "数 taster", "Van driver", "Night driver")
_CATEGORIES = ("Food / Tea", "Food / Coffee", "Food", "Transport", "[Transport, Food / Tea]")
_PLACES = (
    "Leeds, United Kingdom",
    "Oslo, Norway",
    '["Oslo, Norway", "Leeds, United Kingdom"]',
    "Bergen, Norway",
    "Denver, CO, USA",
)
_MORE = (
    *("", "closes: 2026-03-18", "status: filled", "status: draft", "salary: EUR 50,000", "team: Kitchen"),
    *("id: lh-1", "requisition: R-1", "aliases: [/jobs/old-one/]", "aliases: [/old.html, /students/]"),
)
_WORDS = (
    "Words.",
    "Other words.",
    "See [tea](tea-buyer.md).",
    "![Cup](/cup.svg)",
    "## A\n\n## B",
    "<b>Bold</b>",
    "This role is fully remote.",
    "Words enough for any job board. " * 4,
)
# What site.yaml may say besides, by its first word: any of them together.
_SETTINGS = {
    "title": ("title: Work with us\n",),
    "search": ("search: {synonyms: 'chai, tea'}\n",),
    "time_zone": ("time_zone: America/New_York\n",),
    "company": ("company: {name: Example AB, website: 'https://example.com'}\n", "company: {employees: 3}\n"),
    "redirects": (
        "redirects: [{from: /old/, to: /jobs/}, {from: /older/, to: /jobs/tea-buyer/}]\n",
        "redirects: {from: /jobs/old-two/, to: /old.html}\n",
    ),
    "hosts": ("hosts: [netlify]\n", "hosts: [cloudflare, azure]\n"),
    "lifecycle": (
        "lifecycle: {keep_closed_for: 1 day, stale_after: 14 days}\n",
        "lifecycle: {keep_closed_for: 30 days, stale_after: 15 days}\n",
    ),
    "policies": (
        "policies: {require: salary}\n",
        "policies: {words: [free | licence]}\n",
        "policies: {off: [short-description, stale-posting], words: tea}\n",
    ),
    "feeds": ("feeds: {indeed: {email: b@example.com}}\n", BOARDS),
    "cards": ("cards: yes\n", CARDS),
}
_OFFICES = ("", "address: {street: 1 Canal Road}\n", 'address: {street: 2 Mill Road, postal_code: "LS1"}\n')
# Lines of content/urls.lock: postings that are there, were renamed or went, and other pages.
_RECORDS = (
    "/jobs/old-one/\tid:lh-1\tOld one\tFood / Tea\t2026-01-01\t-",
    "/jobs/old-two/\trequisition:R-1\tOld two\tCakes\t2026-01-01\t2026-03-16",
    "/jobs/old-two/\tapply:https://apply.example.com/1\tOld two\tCakes\t2026-01-01\t-",
    "/jobs/old-three/\t-\t-\t-\t2026-01-01\t2026-03-15",
    "/jobs/tea-taster/\trequisition:R-1\tWas the taster\tFood / Tea\t2026-03-16\t2026-03-14",
    "/jobs/tea-taster/\t-\tWas the taster\tFood / Tea\t2026-03-10\t-",
    "/jobs/driver-at-night/\t-\tWas a driver\tTransport\t2026-01-01\t-",
    "/categories/food/cake/\t-\tCake\t-\t2026-01-01\t-",
    "/locations/norway/bergen/\t-\tBergen\t-\t2026-01-01\t2026-02-01",
    "/students/\t-\tStudents\t-\t2026-01-01\t-",
    "no record",
)
_BROKEN = "---\ntitle: [\n---\n"

stems, titles, categories = map(st.sampled_from, (_STEMS, _TITLES, _CATEGORIES))
places, more, words = map(st.sampled_from, (_PLACES, _MORE, _WORDS))


class Edits(RuleBasedStateMachine):
    """A site that is edited, and built after each edit."""

    def __init__(self) -> None:
        super().__init__()
        self._root = Path(mkdtemp(prefix="openings-edits-")).resolve()
        self.folder = make_folder(self._root)

    def teardown(self) -> None:
        shutil.rmtree(self._root)

    @invariant()
    def incremental_equals_clean(self) -> None:
        before = self.folder.tree()
        report = self.folder.build()
        if has_errors(report.diagnostics):
            assert report.written is None
            assert self.folder.tree() == before
        else:
            self.folder.assert_clean(report)

    @rule(stem=stems, title=titles, category=categories, place=places, more=more, words=words)
    def write_a_posting(
        self, stem: str, title: str, category: str, place: str, more: str, words: str
    ) -> None:
        self.folder.write(f"postings/{stem}.md", posting(title, category, place, more, words))

    @rule(stem=stems, words=words)
    def edit_a_body(self, stem: str, words: str) -> None:
        path = self._root / f"content/postings/{stem}.md"
        if path.exists():
            head, _, _ = path.read_text("utf-8").rpartition("---\n")
            path.write_text(f"{head}---\n\n{words}\n", "utf-8")

    @rule(stem=stems, title=titles)
    def retitle(self, stem: str, title: str) -> None:
        self._replace_line(stem, "title:", f"title: {title}")

    @rule(stem=stems, category=categories)
    def recategorise(self, stem: str, category: str) -> None:
        self._replace_line(stem, "category:", f"category: {category}")

    @rule(stem=stems, place=places)
    def move(self, stem: str, place: str) -> None:
        self._replace_line(stem, "location:", f"location: {place}")

    def _replace_line(self, stem: str, start: str, line: str) -> None:
        path = self._root / f"content/postings/{stem}.md"
        if path.exists():
            lines = path.read_text("utf-8").splitlines()
            path.write_text(
                "\n".join(line if old.startswith(start) else old for old in lines) + "\n", "utf-8"
            )

    @rule(stem=stems)
    def delete(self, stem: str) -> None:
        (self._root / f"content/postings/{stem}.md").unlink(missing_ok=True)

    @rule(stem=stems, other=stems)
    def rename(self, stem: str, other: str) -> None:
        path = self._root / f"content/postings/{stem}.md"
        if path.exists():
            path.replace(path.with_name(f"{other}.md"))

    @rule(stem=stems)
    def put_into_a_folder(self, stem: str) -> None:
        path = self._root / f"content/postings/{stem}.md"
        if path.exists():
            path.parent.joinpath("kept").mkdir(exist_ok=True)
            path.replace(path.parent / "kept" / path.name)

    @rule(
        stem=st.sampled_from(("job", "article", "base", "parts/row", "home", "404")), number=st.integers(0, 2)
    )
    def edit_a_template(self, stem: str, number: int) -> None:
        path = self.folder.theme(f"templates/{stem}.html")
        text = path.read_text("utf-8").partition("{# ")[0]
        path.write_text(f"{text}{{# {number} #}}<!-- {number} -->", "utf-8")

    @rule(
        code=st.sampled_from(("facts", "feed.jobs", "feed.category")),
        word=st.sampled_from(("Facts", "Details", "At a glance")),
    )
    def edit_a_word(self, code: str, word: str) -> None:
        path = self.folder.theme("words/en.yaml")
        lines = [
            f"{code}: {word}" if line.startswith(f"{code}:") else line
            for line in path.read_text("utf-8").splitlines()
        ]
        path.write_text("\n".join(lines) + "\n", "utf-8")

    @rule(
        colour=st.sampled_from(("#336699", "#225522")),
        more=st.fixed_dictionaries({key: st.sampled_from(("", *texts)) for key, texts in _SETTINGS.items()}),
    )
    def edit_the_settings(self, colour: str, more: dict[str, str]) -> None:
        self.folder.write("site.yaml", CONFIG.replace("#336699", colour) + "".join(more.values()))

    @rule(address=st.sampled_from(_OFFICES))
    def move_an_office(self, address: str) -> None:
        head = "---\ntitle: Leeds\nplace: Leeds, United Kingdom\n"
        self.folder.write("locations/leeds.md", f"{head}{address}---\nBy the canal.\n")

    @rule(lines=st.lists(st.sampled_from(_RECORDS), max_size=8))
    def write_the_record(self, lines: list[str]) -> None:
        self.folder.write("urls.lock", "".join(f"{line}\n" for line in ("# Addresses", *lines)))

    @rule()
    def record_what_is_there(self) -> None:
        pages = (
            path.removesuffix("index.html") for path in self.folder.tree() if path.endswith("index.html")
        )
        self.folder.write("urls.lock", "".join(f"/{page}\t-\t-\t-\t2026-03-01\t-\n" for page in pages))

    @rule()
    def delete_the_record(self) -> None:
        (self._root / "content/urls.lock").unlink(missing_ok=True)

    @rule(number=st.integers(0, 2))
    def edit_the_template_of_pictures(self, number: int) -> None:
        path = self.folder.theme("cards/card.svg")
        path.write_text(path.read_text("utf-8").partition("<!-- ")[0] + f"<!-- {number} -->", "utf-8")

    @rule(edit=st.sampled_from((fonts.redraw, fonts.drop)))
    def edit_a_font(self, edit: Callable[[Folder], None]) -> None:
        edit(self.folder)

    @rule(size=st.sampled_from((20, 24)), comment=st.sampled_from(("", "<!-- -->")))
    def exchange_the_mark(self, size: int, comment: str) -> None:
        self.folder.write("static/mark.svg", SVG.format(size, size) + comment)

    @rule(kept=st.integers(0, 100))
    def damage_the_pictures(self, kept: int) -> None:
        for path in (self._root / ".openings").glob("pictures/*.png"):
            path.write_bytes(path.read_bytes()[:kept])

    @rule(number=st.integers(0, 2))
    def edit_a_stylesheet(self, number: int) -> None:
        path = self.folder.theme("assets/site.css")
        path.write_text(path.read_text("utf-8").partition("/*! ")[0] + f"/*! {number} */\n", "utf-8")

    @rule(text=st.sampled_from(("Tea is free.", "Tea is [free](../pages/students.md).", "")))
    def edit_a_snippet(self, text: str) -> None:
        self.folder.write("snippets/benefits.md", f"---\ntitle: Benefits\n---\n{text}\n")

    @rule(name=st.sampled_from(("Leeds", "Leeds office")), text=words)
    def edit_a_place(self, name: str, text: str) -> None:
        head = f"---\ntitle: {name}\nplace: Leeds, United Kingdom\n---\n"
        self.folder.write(
            "locations/leeds.md", head + text.replace("tea-buyer", "../postings/tea-buyer") + "\n"
        )

    @rule(path=st.sampled_from(("locations/leeds.md", "categories/food.md", "articles/a-morning.md")))
    def delete_a_page_of_words(self, path: str) -> None:
        (self._root / "content" / path).unlink(missing_ok=True)

    @rule(summary=st.sampled_from(("Things to eat.", "Things to drink.")))
    def edit_a_category(self, summary: str) -> None:
        self.folder.write("categories/food.md", f"---\ntitle: Food\nsummary: {summary}\n---\nWe like food.\n")

    @rule(stem=st.sampled_from(("students", "pupils")))
    def rename_the_target_of_a_link(self, stem: str) -> None:
        text = "---\ntitle: Students\njobs: {category: Food}\n---\nWelcome.\n"
        for other in ("students", "pupils"):
            (self._root / f"content/pages/{other}.md").unlink(missing_ok=True)
        self.folder.write(f"pages/{stem}.md", text)

    @rule(width=st.sampled_from((40, 60)), height=st.sampled_from((30, 50)))
    def exchange_a_picture(self, width: int, height: int) -> None:
        self.folder.write("static/cup.svg", SVG.format(width, height))

    @rule(
        name=st.sampled_from(("notes.txt", "more.txt", "jobs/extra.txt")),
        text=st.sampled_from(("One.\n", "Two.\n")),
    )
    def change_a_static_file(self, name: str, text: str) -> None:
        self.folder.write(f"static/{name}", text)

    @rule(days=st.integers(-3, 5))
    def let_days_pass(self, days: int) -> None:
        self.folder.day = DAY + timedelta(days)

    @rule(drafts=st.booleans(), address=st.sampled_from(("", "https://example.org/jobs-at-us")))
    def ask_for_something_else(self, drafts: bool, address: str) -> None:
        self.folder.drafts, self.folder.base_url = drafts, address

    @rule(stem=stems)
    def break_a_posting(self, stem: str) -> None:
        self.folder.write(f"postings/{stem}.md", _BROKEN)

    @rule(data=st.data(), text=st.sampled_from((None, b"", b"tampered with")))
    def tamper_with_the_output(self, data: st.DataObject, text: bytes | None) -> None:
        path = self.folder.output / data.draw(st.sampled_from(sorted(self.folder.tree()) or ["none"]))
        if not path.exists():
            return
        status = path.stat()
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text.ljust(status.st_size)[: status.st_size] if text else text)
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    @rule(kept=st.integers(0, 4000))
    def damage_the_cache(self, kept: int) -> None:
        for path in (self._root / ".openings").glob("cache.sqlite3"):
            path.write_bytes(path.read_bytes()[: kept * 16])

    @rule()
    def touch_every_file(self) -> None:
        for path in (*self._root.joinpath("content").rglob("*"), *self.folder.output.rglob("*.html")):
            os.utime(path)


def _run(examples: int, steps: int) -> None:
    profile = settings(max_examples=examples, stateful_step_count=steps, deadline=None, print_blob=True)
    run_state_machine_as_test(Edits, settings=profile)


def test_incremental_equals_clean() -> None:
    _run(*((400, 40) if _IS_DEEP else (5, 14)))


def test_incremental_equals_clean_with_workers_for_everything(share_all_work: None) -> None:
    _run(*((50, 40) if _IS_DEEP else (1, 10)))
