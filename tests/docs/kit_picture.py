"""Takes the picture of docs/preview-kit.md: `make pictures` (needs Chromium)."""

from datetime import datetime, time
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from generator.build.options import Options
from generator.preview.kit.kit import KIT_URL
from generator.preview.site.studio import Studio
from tests.conftest import CHROMIUM_FLAGS, find_chromium
from tests.preview.desk.serving import Preview
from tests.sample import AS_OF, ROOT

_PATH = ROOT / "docs" / "images" / "preview-kit.png"


def main() -> None:
    """Serves the sample with its kit, and photographs the rows there."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        copytree(ROOT / "content", root / "content")
        preview = Preview(root, Studio(root, Options(as_of=AS_OF)))
        preview.studio.look()
        preview.start()
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.clock.set_fixed_time(datetime.combine(AS_OF, time(12)))
        page.goto(f"{preview.url}{KIT_URL}")
        page.locator("#rows").evaluate("element => element.scrollIntoView()")
        for scheme in ("light", "dark"):
            frame = page.frame_locator(f"iframe[title='Rows, {scheme}']")
            frame.get_by_role("heading", name="Keepers", exact=True).wait_for()
        page.screenshot(path=_PATH)
        browser.close()
        preview.studio.close()
        preview.stop()


if __name__ == "__main__":
    main()
