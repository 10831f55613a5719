"""Takes the pictures of README.md from the sample site: `make pictures` (needs Chromium)."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import sync_playwright

from tests.conftest import CHROMIUM_FLAGS, find_chromium, serve
from tests.sample import AS_OF, ROOT, build_in_memory, write_files

_FOLDER = ROOT / "docs" / "images"
_DESKTOP, _PHONE = (1280, 860), (390, 780)
_JOB = "/jobs/senior-backend-engineer-playback/"

_PICTURES: tuple[tuple[str, str, tuple[int, int], Literal["light", "dark"]], ...] = (
    ("home", "/", _DESKTOP, "light"),
    ("job-dark", _JOB, _DESKTOP, "dark"),
    ("place", "/locations/sweden/stockholm/", _DESKTOP, "light"),
    ("job-phone", _JOB, _PHONE, "light"),
)


def main() -> None:
    """Builds the sample at its fixed day and photographs four of its pages."""
    _FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        write_files(build_in_memory(ROOT, AS_OF).files, Path(folder))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        with serve(Path(folder)) as url:
            for name, path, (width, height), scheme in _PICTURES:
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                page.goto(url + path)
                page.screenshot(path=_FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
