"""Each ingredient of a key is needed: without it, some edit leaves a page other than a clean build's."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.build import drawing, looks, reading, rendering
from generator.build.run import Run
from generator.build.store import cache_folder
from generator.build.store.keys import digest
from generator.pages.data_views import View
from generator.pages.kinds import Kind
from generator.render.renderer import Rendered, Renderer
from tests.build.incremental import fonts
from tests.build.incremental.site import CARDS, Folder, make_folder

_Edit = Callable[[Folder], None]


def _body(folder: Folder) -> None:
    folder.change("postings/tea-taster.md", "The end.", "Another end.")


def _title(folder: Folder) -> None:
    folder.change("postings/tea-taster.md", "title: Tea taster", "title: Tea sampler")


def _day(folder: Folder) -> None:
    folder.day += timedelta(days=40)


def _drafts(folder: Folder) -> None:
    folder.drafts = True


def _address(folder: Folder) -> None:
    folder.base_url = "https://example.org/jobs"


def _append(path: str, text: str) -> _Edit:
    def edit(folder: Folder) -> None:
        file = folder.theme(path)
        file.write_text(file.read_text("utf-8") + text, "utf-8")

    return edit


def _template(folder: Folder) -> None:
    path = folder.theme("templates/job.html")
    path.write_text(path.read_text("utf-8").replace('class="posting"', 'class="posting new"'), "utf-8")


def _word(folder: Folder) -> None:
    path = folder.theme("words/en.yaml")
    path.write_text(path.read_text("utf-8").replace("facts: ", "facts: The "), "utf-8")


def _language(folder: Folder) -> None:
    """German quotes and figures for the same files."""
    folder.write("site.yaml", folder.read("site.yaml") + "language: de\n")


def _record(folder: Folder) -> None:
    """A posting that was published once."""
    folder.write("urls.lock", "/jobs/gone/\t-\tGone\t-\t2026-01-01\t2026-02-01\n")


def _without(name: str, method: Callable[..., Mapping[str, Any]]) -> Callable[..., Mapping[str, Any]]:
    def less(*arguments: Any) -> Mapping[str, Any]:
        return {key: value for key, value in method(*arguments).items() if key != name}

    return less


@pytest.mark.parametrize(
    ("owner", "method", "name", "edit"),
    [
        pytest.param(Run, "ingredients", "files", _body, id="build-files"),
        pytest.param(Run, "ingredients", "day", _day, id="build-day"),
        pytest.param(Run, "ingredients", "drafts", _drafts, id="build-drafts"),
        pytest.param(Run, "ingredients", "address", _address, id="build-address"),
        pytest.param(Run, "ingredients", "theme", _template, id="build-theme"),
        pytest.param(Run, "model_ingredients", "metadata", _title, id="model-metadata"),
        pytest.param(Run, "model_ingredients", "metadata", _record, id="model-record"),
        pytest.param(Run, "model_ingredients", "day", _day, id="model-day"),
        pytest.param(Run, "model_ingredients", "drafts", _drafts, id="model-drafts"),
        pytest.param(Run, "model_ingredients", "address", _address, id="model-address"),
        pytest.param(
            Run, "model_ingredients", "theme", _append("assets/site.css", "/* */"), id="model-theme"
        ),
        pytest.param(looks, "look_ingredients", "templates", _template, id="look"),
        pytest.param(looks, "look_ingredients", "words", _word, id="look-words"),
    ],
)
def test_ingredient_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, method: str, name: str, edit: _Edit
) -> None:
    _assert_needed(
        tmp_path, edit, lambda: monkeypatch.setattr(owner, method, _without(name, getattr(owner, method)))
    )


@pytest.mark.parametrize(
    ("owner", "function", "key", "edit"),
    [
        pytest.param(
            rendering,
            "page_key",
            lambda view, bodies, look: digest(b"".join(bodies) + look),
            _title,
            id="view",
        ),
        pytest.param(
            rendering, "page_key", lambda view, bodies, look: digest(view + look), _body, id="bodies"
        ),
        pytest.param(
            rendering,
            "page_key",
            lambda view, bodies, look: digest(view + b"".join(bodies)),
            _word,
            id="look",
        ),
        pytest.param(
            reading,
            "parse_key",
            lambda scope, path, data: digest(path.encode() + data),
            _language,
            id="scope",
        ),
    ],
)
def test_ingredient_of_a_page_or_file_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, function: str, key: Any, edit: _Edit
) -> None:
    def patch() -> None:
        monkeypatch.setattr(owner, function, key)
        if function == "parse_key":
            from generator.build import parsing

            monkeypatch.setattr(parsing, function, key)

    _assert_needed(tmp_path, edit, patch)


@pytest.mark.parametrize(
    ("owner", "method", "less", "edit"),
    [
        pytest.param(Run, "model_ingredients", "fonts", fonts.drop, id="model-fonts"),
        pytest.param(looks, "look_ingredients", "fonts", fonts.redraw, id="look-fonts"),
        pytest.param(drawing, "key", lambda name, svg, used: digest(svg), fonts.redraw, id="picture-fonts"),
        pytest.param(drawing, "key", lambda name, svg, used: digest(used), _title, id="picture-svg"),
    ],
)
def test_ingredient_of_a_picture_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, method: str, less: Any, edit: _Edit
) -> None:
    replaced = _without(less, getattr(owner, method)) if isinstance(less, str) else less
    _assert_needed(tmp_path, edit, lambda: monkeypatch.setattr(owner, method, replaced), CARDS)


def _assert_needed(root: Path, edit: _Edit, patch: Callable[[], None], config: str = "") -> None:
    folder = _long_folder(root)
    folder.write("site.yaml", folder.read("site.yaml") + config)
    patch()
    folder.build()
    edit(folder)
    report = folder.build()
    with pytest.raises(AssertionError):
        folder.assert_clean(report)


def _long_folder(root: Path) -> Folder:
    """A site with a posting whose end isn't part of what other pages say of it."""
    folder = make_folder(root)
    words = 'Words in "quotes".' + " And more." * 40 + "\n\nThe end."
    folder.change("postings/tea-taster.md", "Words.", words)
    return folder


@pytest.mark.parametrize(("owner", "method"), [(Run, "ingredients"), (looks, "look_ingredients")])
def test_our_own_code_is_an_ingredient(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, method: str
) -> None:
    """The pages of another release are made anew, and with its digest left out of a key they aren't."""

    class Newer(Renderer):
        def render(self, kind: Kind, view: View) -> Rendered:
            rendered = super().render(kind, view)
            return Rendered(rendered.data + b"<!-- newer -->", rendered.problem)

    def update(folder: Folder) -> None:
        monkeypatch.setattr(cache_folder, "engine", lambda: b"newer")
        monkeypatch.setattr(rendering, "Renderer", Newer)

    folder = make_folder(tmp_path / "with")
    folder.build()
    update(folder)
    folder.assert_clean(folder.build())
    monkeypatch.undo()
    less = _without("engine", getattr(owner, method))
    _assert_needed(tmp_path / "without", update, lambda: monkeypatch.setattr(owner, method, less))


def test_verification_finds_what_a_missing_ingredient_leaves_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "page_key", lambda view, bodies, look: digest(view + look))
    folder = _long_folder(tmp_path)
    folder.build()
    _body(folder)
    before = folder.tree()
    report = folder.build(verify=True)
    stale = [d.at and d.at.path for d in report.diagnostics if d.code.name == "not-clean"]
    assert stale == ["jobs/tea-taster/index.html"]
    assert report.written is None
    assert folder.tree() == before
