"""Takes the pictures of README.md from the sample site: `make pictures` (needs Chromium)."""

from datetime import datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import sync_playwright

from tests.conftest import CHROMIUM_FLAGS, find_chromium, serve
from tests.sample import AS_OF, ROOT, build_in_memory, write_files

_FOLDER = ROOT / "docs" / "images"
_DESKTOP, _PHONE = (1280, 860), (390, 780)
_JOB = "/jobs/senior-backend-engineer-playback/"

_SEARCH = "/jobs/?q=engineer&place=sweden&place=remote-from-sweden"

_PICTURES: tuple[tuple[str, str, tuple[int, int], Literal["light", "dark"]], ...] = (
    ("home", "/", _DESKTOP, "light"),
    ("job-dark", _JOB, _DESKTOP, "dark"),
    ("search", _SEARCH, _DESKTOP, "light"),
    ("locations-dark", "/locations/", _DESKTOP, "dark"),
    ("home-phone", "/", _PHONE, "light"),
    ("job-phone", _JOB, _PHONE, "light"),
    ("search-phone-dark", _SEARCH, _PHONE, "dark"),
    ("place-phone-dark", "/locations/sweden/stockholm/", _PHONE, "dark"),
)


def main() -> None:
    """Builds the sample at its fixed day and photographs some of its pages, on its own day."""
    _FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        write_files(build_in_memory(ROOT, AS_OF).files, Path(folder))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        with serve(Path(folder)) as url:
            for name, path, (width, height), scheme in _PICTURES:
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                page.clock.set_fixed_time(datetime.combine(AS_OF, time(12)))
                page.goto(url + path)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=_FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
