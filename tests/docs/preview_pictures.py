"""Takes the pictures of docs/preview.md from the sample site with two slips in it: `make pictures`."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from generator.build.options import Options
from generator.preview.site.studio import Studio
from tests.conftest import CHROMIUM_FLAGS, find_chromium
from tests.preview.desk.serving import Preview
from tests.sample import AS_OF, ROOT

_FOLDER = ROOT / "docs" / "images"
_JOB = "/jobs/payroll-specialist/"
_OTHER_JOB = "/jobs/senior-backend-engineer-playback/"
_SLIPS = (
    ("postings/payroll-specialist.md", "United Kingdom", "United Kingdon"),
    ("postings/motion-designer.md", "category:", "kategory:"),
)


def main() -> None:
    """Serves the sample on its fixed day, and photographs what the preview adds to it."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 860}, reduced_motion="reduce")
        preview = _serve(Path(folder))
        page.goto(preview.url + _JOB)
        page.locator("openings-preview .panel li").last.wait_for()
        _take(page, "preview-panel")
        page.goto(f"{preview.url}/__openings/")
        _take(page, "preview-desk")
        page.goto(f"{preview.url}/__openings/view?page={_OTHER_JOB}")
        for path in ("page.breadcrumbs", "page.breadcrumbs[0]", "page.places", "page.places[0]"):
            page.get_by_text(path, exact=True).click()
        _take(page, "preview-view")
        browser.close()
        preview.studio.close()
        preview.stop()


def _serve(folder: Path) -> Preview:
    shutil.copytree(ROOT / "content", folder / "content")
    for name, right, wrong in _SLIPS:
        file = folder / "content" / name
        file.write_text(file.read_text("utf-8").replace(right, wrong, 1), encoding="utf-8")
    studio = Studio(folder, Options(as_of=AS_OF))
    studio.look()
    preview = Preview(folder, studio)
    preview.start()
    return preview


def _take(page: Page, name: str) -> None:
    page.screenshot(path=_FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
